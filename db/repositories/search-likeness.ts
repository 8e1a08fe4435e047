import { alikeWords, foldSpelling, isComparable, likenessKeys } from '#domain/search-likeness.ts'
import type { Knex } from 'knex'
import type { SearchLikenessRow } from '../rows/application-rows.ts'
import { inPortions } from './reading.ts'

/** Those of these words that were never learnt, each once and sorted. */
export async function unknownWords(handle: Knex, words: readonly string[]): Promise<readonly string[]> {
  const wanted = [...new Set(words)].sort()
  const known = new Set<string>()
  await inPortions(wanted, async (portion) => {
    const rows = await handle<SearchLikenessRow>('search_likeness')
      .whereIn(
        ['key', 'word'],
        portion.map((word) => [foldSpelling(word), word]),
      )
      .select('word')
    for (const { word } of rows) known.add(word)
  })
  return wanted.filter((word) => !known.has(word))
}

/** Learns the words of names and places that are new, so that they are found when one is misspelt. */
export async function learnWords(trx: Knex, words: readonly string[]): Promise<void> {
  // Sorted, so that two stations that learn the same words never wait for each other in a circle.
  const lines = (await unknownWords(trx, words)).flatMap((word) =>
    [...likenessKeys(word)].sort().map((key) => ({ key, word })),
  )
  await inPortions(lines, (portion) =>
    trx<SearchLikenessRow>('search_likeness')
      .insert([...portion])
      .onConflict(['key', 'word'])
      .ignore(),
  )
}

// More would make a query of common names slow, and nobody reads so many.
const mostAlike = 12

/** For each token the words of the register that may have been meant; none for numbers and short words. */
export async function findAlike(
  reader: Knex,
  tokens: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = tokens.filter(isComparable)
  const keys = [...new Set(asked.flatMap(likenessKeys))]
  if (keys.length === 0) return new Map()
  const rows = await reader<SearchLikenessRow>('search_likeness').whereIn('key', keys).distinct('word')
  const words = rows.map((row) => row.word)
  return new Map(asked.map((token) => [token, alikeWords(token, words, mostAlike)]))
}
