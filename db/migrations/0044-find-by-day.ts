import type { Knex } from 'knex'
import { runAll } from './dialect.ts'

/**
 * What registers ask for by day and had to be read whole for it. Facts know in their index when they were recorded: a report
 * of a past moment and its list of differences need not look at each of them.
 */
export async function up(knex: Knex): Promise<void> {
  await runAll(knex, [
    'CREATE INDEX official_numbers_taken ON official_numbers (taken_at)',
    `CREATE INDEX products_signed ON products (signed_at) WHERE signature_method = 'electronic'`,
    `CREATE INDEX applications_expiring ON applications (product_valid_until)
      WHERE product_kind = 'permit' AND issued_at IS NOT NULL`,
    'DROP INDEX report_facts_day',
    `CREATE INDEX report_facts_day ON report_facts
      (kind, day, at, permit_type_code, late, reversed_at, recorded_at)`,
  ])
}
