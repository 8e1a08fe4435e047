import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** Many dossiers of one bringer: the filing, what of it was not taken in, and which filing a dossier came in. */
export async function up(knex: Knex): Promise<void> {
  const { text, whole, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE collective_filings (
      id ${text} NOT NULL PRIMARY KEY,
      code ${text} NOT NULL UNIQUE,
      opened_on ${text} NOT NULL,
      serial ${whole} NOT NULL CHECK (serial > 0),
      bringer ${text} NOT NULL,
      opened_at ${text} NOT NULL,
      opened_by ${text} NOT NULL,
      station ${text} NOT NULL,
      closed_at ${text},
      closed_by ${text},
      closed_by_user ${text},
      UNIQUE (opened_on, serial)
    ${closeByKey}`,
    'CREATE INDEX collective_filings_open ON collective_filings (opened_at) WHERE closed_at IS NULL',
    `CREATE TABLE collective_untaken (
      id ${text} NOT NULL PRIMARY KEY,
      filing_id ${text} NOT NULL REFERENCES collective_filings (id),
      name ${text} NOT NULL,
      permit_type_code ${text},
      reason ${text} NOT NULL,
      left_at ${text} NOT NULL,
      left_by ${text} NOT NULL
    ${closeByKey}`,
    'CREATE INDEX collective_untaken_of ON collective_untaken (filing_id, left_at)',
    `ALTER TABLE applications ADD COLUMN collective_filing_id ${text}`,
    'CREATE INDEX applications_collective ON applications (collective_filing_id) WHERE collective_filing_id IS NOT NULL',
  ])
}
