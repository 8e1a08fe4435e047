import type { ApplicationState } from '#domain/application-state.ts'
import { comparableWords, searchTokens } from '#domain/search-tokens.ts'
import type { Knex } from 'knex'
import { inPortions, isPostgres, rowsOf } from './reading.ts'

/** Names and places of a dossier, as they are written: what somebody may misspell. */
const namesIn = ({
  applicant,
  data,
  corrections,
  dataEntries,
}: ApplicationState): readonly (string | null | undefined)[] => [
  applicant.name,
  applicant.nameOnPermit,
  ...(applicant.formerNames ?? []).map((one) => one.name),
  applicant.company?.responsibleName,
  data.facility?.name,
  data.facility?.address,
  data.facility?.village,
  data.facility?.district,
  data.representative?.name,
  data.collective?.bringer,
  ...[...(corrections ?? []), ...(dataEntries ?? [])].flatMap((one) => one.formerWords),
]

const said = (texts: readonly (string | null | undefined)[]): readonly string[] =>
  texts.filter((text): text is string => Boolean(text))

/** Everything by which people look for a dossier, as words of the domain, each once. */
export function searchTextOf(state: ApplicationState): string {
  const { applicant, data } = state
  const products = [...state.formerProducts, ...(state.product ? [state.product] : [])]
  const texts = said([
    ...namesIn(state),
    state.registrationNumber.text,
    state.trackingCode,
    applicant.nik,
    applicant.identity.number,
    applicant.company?.nib,
    applicant.phone,
    // Stored as +62812…, typed as 0812….
    applicant.phone?.replace(/^\+62/, '0'),
    data.permitTypeCode,
    data.str?.number,
    data.representative?.phone,
    data.representative?.phone.replace(/^\+62/, '0'),
    data.targetPermitNumber,
    data.collective?.code,
    ...products.map((one) => one.number?.text),
  ])
  return [...new Set(texts.flatMap(searchTokens))].sort().join(' ')
}

/** The words of names and places of a dossier, to be found when one is misspelt. */
export const likenessWordsOf = (state: ApplicationState): readonly string[] => [
  ...new Set(said(namesIn(state)).flatMap(comparableWords)),
]

/** The words of an application at its position. */
export interface SearchEntry {
  readonly position: number
  readonly words: string
}

/** Puts the words of applications in place of those that were there. */
export async function writeSearchWords(trx: Knex, entries: readonly SearchEntry[]): Promise<void> {
  if (entries.length === 0) return
  const values = entries.flatMap(({ position, words }) => [position, words])
  const lines = (line: string): string => entries.map(() => line).join(', ')
  if (isPostgres(trx))
    await trx.raw(
      `INSERT INTO application_search (position, words)
        VALUES ${lines("(?::bigint, array_to_tsvector(string_to_array(?, ' ')))")}
        ON CONFLICT (position) DO UPDATE SET words = excluded.words`,
      values,
    )
  else
    await trx.raw(
      `INSERT OR REPLACE INTO application_search (rowid, words) VALUES ${lines('(?, ?)')}`,
      values,
    )
}

/** How many words there are, as FTS5 keeps it beside its index: one byte, or two from 128 on. */
const countKept = (count: string): string =>
  `CASE WHEN ${count} < 128 THEN printf('%02X', ${count}) ELSE printf('%02X%02X', 128 | (${count} >> 7), ${count} & 127) END`

// FTS5 gives no words of a row: all of them must find it, and it must have been given no more.
const misindexedInFile = `LEFT JOIN application_search_docsize d ON d.id = w.position
  WHERE d.id IS NULL
    OR hex(d.sz) <> ${countKept(`(length(w.words) - length(replace(w.words, ' ', '')) + 1)`)}
    OR NOT EXISTS (SELECT 1 FROM application_search WHERE rowid = w.position
      AND application_search MATCH '"' || replace(w.words, ' ', '" "') || '"')`

const misindexedOnServer = `LEFT JOIN application_search s ON s.position = w.position
  WHERE s.position IS NULL OR s.words <> array_to_tsvector(string_to_array(w.words, ' '))`

/** Positions of those of these applications that the index finds by other words, or not at all. */
export async function misindexed(
  handle: Knex,
  entries: readonly SearchEntry[],
): Promise<ReadonlySet<number>> {
  const found = new Set<number>()
  const [line, wrong] = isPostgres(handle)
    ? ['(?::bigint, ?::text)', misindexedOnServer]
    : ['(?, ?)', misindexedInFile]
  await inPortions(entries, async (portion) => {
    const rows = await rowsOf<{ position: number }>(
      handle,
      `WITH w (position, words) AS (VALUES ${portion.map(() => line).join(', ')}) SELECT w.position FROM w ${wrong}`,
      portion.flatMap(({ position, words }) => [position, words]),
    )
    for (const { position } of rows) found.add(position)
  })
  return found
}

const plainWord = /^[a-z0-9]+$/

/** What a query asks of a record: of each group one word, whole or begun. */
export interface WordGroup {
  readonly word: string
  /** Other words that may have been meant; only whole ones. */
  readonly alike: readonly string[]
}

/**
 * Positions of applications in which every token is a word, or begins one; newest first.
 * Throws for a token that the domain's tokeniser cannot have made: it would be read as a command of the index.
 */
export async function findPositions(
  handle: Knex,
  groups: readonly WordGroup[],
  match: 'whole words' | 'beginnings',
  limit: number,
): Promise<readonly number[]> {
  const strange = groups.flatMap(({ word, alike }) => [word, ...alike]).find((one) => !plainWord.test(one))
  if (strange !== undefined) throw new RangeError(`not a search token: ${strange}`)
  const postgres = isPostgres(handle)
  const quote = (word: string): string => (postgres ? `'${word}'` : `"${word}"`)
  const suffix = match === 'whole words' ? '' : postgres ? ':*' : ' *'
  const [and, or] = postgres ? [' & ', ' | '] : [' AND ', ' OR ']
  const wanted = groups.map(({ word, alike }) => `(${[quote(word) + suffix, ...alike.map(quote)].join(or)})`)
  const sql = postgres
    ? 'SELECT position FROM application_search WHERE words @@ ?::tsquery ORDER BY position DESC LIMIT ?'
    : 'SELECT rowid AS position FROM application_search WHERE application_search MATCH ? ORDER BY rowid DESC LIMIT ?'
  const rows = await rowsOf<{ position: number }>(handle, sql, [wanted.join(and), limit])
  return rows.map((row) => row.position)
}
