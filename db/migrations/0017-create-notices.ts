import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** What applicants are to be told; a row is written with the move that makes it. */
export async function up(knex: Knex): Promise<void> {
  const { text, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE notices (
      id ${text} NOT NULL PRIMARY KEY,
      application_id ${text} NOT NULL REFERENCES applications (id),
      kind ${text} NOT NULL,
      made_at ${text} NOT NULL,
      facts ${text} NOT NULL,
      state ${text} NOT NULL CHECK (state IN ('waiting', 'told', 'printed', 'obsolete')),
      state_at ${text} NOT NULL,
      tries ${text} NOT NULL
    ${closeByKey}`,
    'CREATE INDEX notices_of ON notices (application_id, made_at)',
    'CREATE INDEX notices_by_state ON notices (state, state_at)',
    `CREATE INDEX notices_waiting ON notices (made_at, id) WHERE state = 'waiting'`,
  ])
}
