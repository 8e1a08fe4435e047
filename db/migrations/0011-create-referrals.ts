import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** Contacts that were sent elsewhere: counted, never numbered, and without a word about the person. */
export async function up(knex: Knex): Promise<void> {
  const { text, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE referrals (
      id ${text} NOT NULL PRIMARY KEY,
      permit_type_code ${text} NOT NULL,
      kind ${text} NOT NULL,
      route ${text} NOT NULL,
      destination ${text} NOT NULL,
      referred_at ${text} NOT NULL,
      referred_by ${text} NOT NULL,
      station ${text} NOT NULL
    ${closeByKey}`,
    'CREATE INDEX referrals_at ON referrals (referred_at)',
  ])
}
