import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** A print job that makes an original once more knows who asked for it and who agreed. */
export async function up(knex: Knex): Promise<void> {
  const { text } = tableWords(knex)
  await runAll(knex, [
    `ALTER TABLE print_jobs ADD COLUMN second_by ${text}`,
    `ALTER TABLE print_jobs ADD COLUMN second_consent ${text}`,
    'CREATE INDEX print_jobs_second ON print_jobs (requested_at) WHERE second_by IS NOT NULL',
  ])
}
