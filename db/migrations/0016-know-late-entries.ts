import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** What was done on paper and written down later carries both times; null: written down at once. */
export async function up(knex: Knex): Promise<void> {
  const { text } = tableWords(knex)
  await runAll(knex, [
    `ALTER TABLE applications ADD COLUMN entered_at ${text}`,
    `ALTER TABLE handovers ADD COLUMN entered_at ${text}`,
  ])
}
