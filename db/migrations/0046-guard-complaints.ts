import type { Knex } from 'knex'
import { appendOnly, runAll, tableWords } from './dialect.ts'

/**
 * What was done with a complaint stays as it was written, as every other history does; when it was settled follows from that
 * and was never asked for. The former versions of permits are found by their last day, for lists of a past moment.
 */
export async function up(knex: Knex): Promise<void> {
  const words = tableWords(knex)
  await runAll(knex, [
    ...appendOnly('complaint_acts', words, ['complaint_id', 'seq']),
    'ALTER TABLE complaints DROP COLUMN settled_at',
    `CREATE INDEX products_former_ends ON products (valid_until) WHERE given_up = 1 AND kind = 'permit'`,
  ])
}
