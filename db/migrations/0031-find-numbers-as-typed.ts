import type { Knex } from 'knex'
import { runAll } from './dialect.ts'

/** The number on a paper is found with spaces and small letters as somebody types it; by the rule of `numberKey`. */
export async function up(knex: Knex): Promise<void> {
  await runAll(knex, [
    `CREATE INDEX products_number_key ON products (UPPER(REPLACE(number_text, ' ', '')))
      WHERE number_text IS NOT NULL`,
  ])
}
