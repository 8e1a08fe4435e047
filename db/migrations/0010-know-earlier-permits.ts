import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/**
 * A changed permit may keep the number of the one that it replaces, so two rows may bear one number; and whoever has no
 * NIK is known by other numbers.
 */
export async function up(knex: Knex): Promise<void> {
  const { text, whole, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `ALTER TABLE products ADD COLUMN number_kept ${whole} NOT NULL DEFAULT 0 CHECK (number_kept IN (0, 1))`,
    'DROP INDEX products_number',
    `CREATE UNIQUE INDEX products_number ON products (number_series, number_text)
      WHERE number_text IS NOT NULL AND given_up = 0 AND number_kept = 0`,
    `CREATE TABLE applicant_keys (
      key ${text} NOT NULL PRIMARY KEY,
      applicant_id ${text} NOT NULL REFERENCES applicants (id)
    ${closeByKey}`,
  ])
}
