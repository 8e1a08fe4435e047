import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

export async function up(knex: Knex): Promise<void> {
  const { text, close } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE applicants (
      id ${text} NOT NULL PRIMARY KEY,
      kind ${text} NOT NULL,
      nik ${text} UNIQUE CHECK (nik IS NULL OR length(nik) = 16),
      name ${text} NOT NULL,
      data ${text} NOT NULL,
      created_at ${text} NOT NULL,
      updated_at ${text} NOT NULL
    ${close}`,
  ])
}
