import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/**
 * For which practice place a permit is, among the facts: recaps tell the second and third apart. Another rule makes the facts
 * again. Their index holds what the recap by type asks for, so that it reads no fact for it.
 */
export async function up(knex: Knex): Promise<void> {
  const { whole } = tableWords(knex)
  await runAll(knex, [
    `ALTER TABLE report_facts ADD COLUMN practice_ordinal ${whole}`,
    'DROP INDEX report_facts_day',
    `CREATE INDEX report_facts_day ON report_facts
      (kind, day, at, permit_type_code, late, reversed_at, recorded_at, application_kind, practice_ordinal)`,
  ])
}
