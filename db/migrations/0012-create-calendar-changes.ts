import type { Knex } from 'knex'
import { appendOnly, runAll, tableWords } from './dialect.ts'

export async function up(knex: Knex): Promise<void> {
  const words = tableWords(knex)
  const { text, counter, close } = words
  await runAll(knex, [
    `CREATE TABLE calendar_changes (
      position ${counter},
      id ${text} NOT NULL UNIQUE,
      date ${text} NOT NULL,
      before ${text},
      after ${text},
      origin ${text} NOT NULL CHECK (origin IN ('office', 'shipped')),
      source ${text} NOT NULL,
      changed_by_user_id ${text} NOT NULL,
      changed_by ${text} NOT NULL,
      changed_at ${text} NOT NULL
    ${close}`,
    ...appendOnly('calendar_changes', words),
    `ALTER TABLE applications ADD COLUMN first_due_on ${text}`,
    `ALTER TABLE applications ADD COLUMN promise_change ${text}`,
    // Few of many: what a change of the calendar looks through.
    `CREATE INDEX applications_promised ON applications (id)
      WHERE due_on IS NOT NULL AND issued_at IS NULL AND refused_at IS NULL AND withdrawn_at IS NULL`,
  ])
}
