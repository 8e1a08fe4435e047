import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** What came from the office's former books, and when it was written down; null: it was taken in here. */
export async function up(knex: Knex): Promise<void> {
  const { text } = tableWords(knex)
  await runAll(knex, [
    `ALTER TABLE applications ADD COLUMN carried_book ${text} CHECK (carried_book IN ('running', 'permit'))`,
    `ALTER TABLE applications ADD COLUMN carried_at ${text}`,
    'CREATE INDEX applications_carried ON applications (carried_book, carried_at) WHERE carried_book IS NOT NULL',
  ])
}
