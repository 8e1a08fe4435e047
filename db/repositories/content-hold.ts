import type { Knex } from 'knex'
import type { ContentHold } from '#ports/stores.ts'
import { isPostgres } from './reading.ts'

const heldContent = 'stored content'

/** SQLite has one writer: there every transaction is alone already. */
export const makeContentHold = (trx: Knex): ContentHold => ({
  async rest() {
    if (isPostgres(trx))
      await trx.raw('SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 0))', [heldContent])
  },
  async eraseAlone() {
    if (isPostgres(trx)) await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [heldContent])
  },
})
