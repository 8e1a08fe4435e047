import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** For which practice place a permit is, among the facts: recaps tell the second and third apart. Another rule makes them again. */
export async function up(knex: Knex): Promise<void> {
  const { whole } = tableWords(knex)
  await runAll(knex, [`ALTER TABLE report_facts ADD COLUMN practice_ordinal ${whole}`])
}
