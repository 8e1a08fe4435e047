import { searchRule } from '#domain/search-tokens.ts'
import type { Knex } from 'knex'
import type { ApplicationRow } from '../rows/application-rows.ts'
import { fromStateJson } from './application-row.ts'
import { makeSettingStore } from './office-stores.ts'
import { learnWords } from './search-likeness.ts'
import { likenessWordsOf, searchTextOf, writeSearchWords } from './search-words.ts'

/** Settings key of the rule by which every stored search word was made. */
export const searchRuleSetting = 'search-rule'

// One portion is one transaction: short enough that another station at the same server is not held up.
const portion = 200

/**
 * Makes the search words of all dossiers again when they were made by another rule than this program's, and tells how many
 * changed. Repeatable; a killed run begins again, because the rule is noted last.
 */
export async function renewSearchWords(writer: Knex, rule: number = searchRule): Promise<number> {
  if ((await makeSettingStore(writer).get(searchRuleSetting)) === rule) return 0
  let changed = 0
  for (let after: number | null = 0; after !== null;) {
    const from: number = after
    const done = await writer.transaction((trx) => renewAfter(trx, from))
    changed += done.changed
    after = done.last
  }
  await writer.transaction((trx) => makeSettingStore(trx).set(searchRuleSetting, rule))
  return changed
}

/** The portion behind a position; `last` null: there is nothing behind it. */
async function renewAfter(trx: Knex, after: number): Promise<{ changed: number; last: number | null }> {
  const rows = await trx<ApplicationRow>('applications')
    .where('position', '>', after)
    .orderBy('position')
    .limit(portion)
    .forUpdate()
    .select('position', 'id', 'seq', 'state', 'search_text')
  const renewed = rows.flatMap((row) => {
    const state = fromStateJson(row)
    const words = searchTextOf(state)
    return [{ position: row.position, state, words, changed: words !== row.search_text }]
  })
  const fresh = renewed.filter((one) => one.changed)
  for (const { position, words } of fresh)
    await trx<ApplicationRow>('applications').where({ position }).update({ search_text: words })
  // Also where the words are right, the index and the words to be misspelt may come from another rule.
  await writeSearchWords(trx, renewed)
  await learnWords(
    trx,
    renewed.flatMap((one) => likenessWordsOf(one.state)),
  )
  return { changed: fresh.length, last: rows.at(-1)?.position ?? null }
}
