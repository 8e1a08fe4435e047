import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

export async function up(knex: Knex): Promise<void> {
  const { text, whole, close } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE printers (
      id ${text} NOT NULL PRIMARY KEY,
      name ${text} NOT NULL,
      kind ${text} NOT NULL,
      address ${text} NOT NULL,
      thermal ${text},
      documents ${text} NOT NULL,
      active ${whole} NOT NULL CHECK (active IN (0, 1))
    ${close}`,
    `CREATE TABLE print_jobs (
      id ${text} NOT NULL PRIMARY KEY,
      application_id ${text},
      document ${text} NOT NULL,
      subject_id ${text},
      title ${text} NOT NULL,
      printer_id ${text},
      copy ${whole} NOT NULL CHECK (copy > 0),
      reprint_reason ${text},
      content ${text} NOT NULL,
      state ${text} NOT NULL,
      reason ${text},
      detail ${text},
      requested_by ${text} NOT NULL,
      requested_at ${text} NOT NULL,
      sent_at ${text},
      ended_at ${text},
      attempts ${whole} NOT NULL CHECK (attempts >= 0)
    ${close}`,
    'CREATE INDEX print_jobs_lane ON print_jobs (state, printer_id, requested_at, id)',
    'CREATE INDEX print_jobs_subject ON print_jobs (subject_id, requested_at) WHERE subject_id IS NOT NULL',
    'CREATE INDEX print_jobs_requested ON print_jobs (requested_at, id)',
    'CREATE INDEX print_jobs_application ON print_jobs (application_id, requested_at)',
  ])
}
