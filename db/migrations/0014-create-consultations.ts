import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** Questions that were answered at the counter or by telephone, without a word about who asked. */
export async function up(knex: Knex): Promise<void> {
  const { text, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE consultations (
      id ${text} NOT NULL PRIMARY KEY,
      permit_type_code ${text} NOT NULL,
      kind ${text} NOT NULL,
      channel ${text} NOT NULL CHECK (channel IN ('counter', 'phone')),
      answered_at ${text} NOT NULL,
      answered_by ${text} NOT NULL,
      station ${text} NOT NULL
    ${closeByKey}`,
    'CREATE INDEX consultations_at ON consultations (answered_at)',
  ])
}
