import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** Files that the station which speaks with the portal asks of the others; their bytes pass through here and go again. */
export async function up(knex: Knex): Promise<void> {
  const { postgres, text, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE portal_loans (
      sha256 ${text} NOT NULL PRIMARY KEY,
      asked_at ${text} NOT NULL,
      bytes ${postgres ? 'bytea' : 'BLOB'},
      brought_at ${text}
    ${closeByKey}`,
  ])
}
