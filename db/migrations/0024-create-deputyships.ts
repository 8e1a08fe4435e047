import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** Who takes whose place on which days, and in the history whose place somebody took. */
export async function up(knex: Knex): Promise<void> {
  const { text, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE deputyships (
      id ${text} NOT NULL PRIMARY KEY,
      absent_id ${text} NOT NULL REFERENCES users (id),
      absent_name ${text} NOT NULL,
      deputy_id ${text} NOT NULL REFERENCES users (id),
      deputy_name ${text} NOT NULL,
      starts_on ${text} NOT NULL,
      until ${text} NOT NULL,
      reason ${text} NOT NULL,
      entered_at ${text} NOT NULL,
      entered_by ${text} NOT NULL,
      ended_at ${text},
      ended_by ${text},
      ended_by_user ${text},
      CHECK (starts_on <= until),
      CHECK (absent_id <> deputy_id)
    ${closeByKey}`,
    'CREATE INDEX deputyships_deputy ON deputyships (deputy_id, until) WHERE ended_at IS NULL',
    'CREATE INDEX deputyships_absent ON deputyships (absent_id, until)',
    `ALTER TABLE application_events ADD COLUMN stands_for_user_id ${text}`,
    `ALTER TABLE application_events ADD COLUMN stands_for_name ${text}`,
  ])
}
