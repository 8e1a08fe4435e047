import type { Knex } from 'knex'
import { runAll } from './dialect.ts'

const undecided = 'issued_at IS NULL AND refused_at IS NULL AND withdrawn_at IS NULL'

/** What nobody has decided yet by its promised day and by its acceptance: few among all that ever were, and asked for all day. */
export async function up(knex: Knex): Promise<void> {
  await runAll(knex, [
    `CREATE INDEX applications_open_due ON applications (due_on) WHERE ${undecided} AND due_on IS NOT NULL`,
    `CREATE INDEX applications_open_accepted ON applications (accepted_at) WHERE ${undecided} AND accepted_at IS NOT NULL`,
    'CREATE INDEX applications_withdrawn ON applications (withdrawn_at) WHERE withdrawn_at IS NOT NULL',
  ])
}
