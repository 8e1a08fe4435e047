import type { Knex } from 'knex'
import { runAll } from './dialect.ts'

/** Which *Ralat* waits for its signer is read off the histories; few of their lines are about one. */
export async function up(knex: Knex): Promise<void> {
  await runAll(knex, [
    `CREATE INDEX application_events_errata ON application_events (application_id, seq)
      WHERE action IN ('erratum-asked', 'erratum-approved', 'erratum-declined')`,
  ])
}
