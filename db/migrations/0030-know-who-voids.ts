import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** Who made a number void stands in the register beside when and why. null: written before that was kept. */
export async function up(knex: Knex): Promise<void> {
  const { text } = tableWords(knex)
  await runAll(knex, [`ALTER TABLE official_numbers ADD COLUMN voided_by ${text}`])
}
