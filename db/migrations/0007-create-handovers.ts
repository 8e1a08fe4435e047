import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

export async function up(knex: Knex): Promise<void> {
  const { text, close } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE handovers (
      id ${text} NOT NULL PRIMARY KEY,
      application_id ${text} NOT NULL REFERENCES applications (id),
      document_ids ${text} NOT NULL,
      method ${text} NOT NULL,
      received_by ${text} NOT NULL,
      relation ${text} NOT NULL,
      receiver_nik ${text},
      handed_over_at ${text} NOT NULL,
      handed_over_by ${text} NOT NULL
    ${close}`,
    'CREATE INDEX handovers_application ON handovers (application_id, handed_over_at)',
    'CREATE INDEX handovers_day ON handovers (handed_over_at, id)',
  ])
}
