import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/**
 * The *Kartu Kendali Blangko*: stacks that came in, and a line for each sheet that a printer may have taken. A number is in
 * use once; a line that turned out unused frees it. Jobs know what a clerk decided about them last.
 */
export async function up(knex: Knex): Promise<void> {
  const { text, whole, close } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE blank_stacks (
      id ${text} NOT NULL PRIMARY KEY,
      received_at ${text} NOT NULL,
      received_by ${text} NOT NULL,
      sheets ${whole} NOT NULL CHECK (sheets > 0),
      prefix ${text},
      width ${whole},
      first_number ${whole},
      note ${text},
      CHECK ((prefix IS NULL) = (width IS NULL) AND (prefix IS NULL) = (first_number IS NULL))
    ${close}`,
    `CREATE TABLE blank_entries (
      id ${text} NOT NULL PRIMARY KEY,
      job_id ${text} REFERENCES print_jobs (id),
      attempt ${whole} NOT NULL CHECK (attempt >= 0),
      document ${text},
      title ${text} NOT NULL,
      stack_id ${text} REFERENCES blank_stacks (id),
      serial_number ${whole},
      serial_text ${text},
      taken_at ${text} NOT NULL,
      taken_by ${text} NOT NULL,
      outcome ${text},
      settled_at ${text},
      settled_by ${text},
      spoiled_reason ${text},
      withdrawn_at ${text},
      withdrawn_by ${text},
      withdrawn_reason ${text},
      CHECK ((outcome IS NULL) = (settled_at IS NULL)),
      CHECK ((stack_id IS NULL) = (serial_number IS NULL)),
      CHECK (withdrawn_at IS NULL OR outcome = 'printed')
    ${close}`,
    'CREATE UNIQUE INDEX blank_entries_try ON blank_entries (job_id, attempt) WHERE job_id IS NOT NULL',
    `CREATE UNIQUE INDEX blank_entries_serial ON blank_entries (stack_id, serial_number)
      WHERE stack_id IS NOT NULL AND (outcome IS NULL OR outcome <> 'unused')`,
    'CREATE INDEX blank_entries_taken ON blank_entries (taken_at)',
    'CREATE INDEX blank_entries_settled ON blank_entries (settled_at) WHERE settled_at IS NOT NULL',
    'CREATE INDEX blank_entries_withdrawn ON blank_entries (withdrawn_at) WHERE withdrawn_at IS NOT NULL',
    'CREATE INDEX blank_entries_open ON blank_entries (taken_at) WHERE outcome IS NULL',
    `ALTER TABLE print_jobs ADD COLUMN decided ${text}`,
  ])
}
