import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** Blank forms with reserved numbers: written once; what became of one stands in the register and in the applications. */
export async function up(knex: Knex): Promise<void> {
  const { text, whole, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE blank_forms (
      application_id ${text} NOT NULL PRIMARY KEY,
      batch_id ${text} NOT NULL,
      series ${text} NOT NULL,
      scope ${text} NOT NULL,
      serial ${whole} NOT NULL CHECK (serial > 0),
      text ${text} NOT NULL,
      tracking_code ${text} NOT NULL UNIQUE,
      counter ${text} NOT NULL,
      reserved_at ${text} NOT NULL,
      reserved_by ${text} NOT NULL,
      UNIQUE (series, text),
      FOREIGN KEY (series, text) REFERENCES official_numbers (series, text)
    ${closeByKey}`,
    'CREATE INDEX blank_forms_batch ON blank_forms (batch_id, serial)',
  ])
}
