import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/**
 * When the last *Ralat* of a paper was approved: lists tell a paper that is made anew from one that has been ready all the
 * time. null: none was.
 */
export async function up(knex: Knex): Promise<void> {
  const { text } = tableWords(knex)
  await runAll(knex, [
    `ALTER TABLE applications ADD COLUMN erratum_approved_at ${text}`,
    `UPDATE applications SET erratum_approved_at = (
      SELECT max(e.at) FROM application_events e
      WHERE e.application_id = applications.id AND e.action = 'erratum-approved')
      WHERE id IN (SELECT application_id FROM application_events WHERE action = 'erratum-approved')`,
  ])
}
