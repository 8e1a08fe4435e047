import type { Instant } from '#domain/instant.ts'
import type { MailStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { MailLaneRow } from '../rows/mail-rows.ts'

/** One of the office's lanes: of all its stations one at a time is in it. */
export function laneOf(trx: Knex, lane: 'office' | 'portal'): Pick<MailStore, 'holdLane' | 'leaveLane'> {
  return {
    async holdLane(holder, at, until) {
      // One statement, so that of two stations that ask at once exactly one holds it.
      const held = await trx<MailLaneRow>('mail_lanes')
        .where({ lane })
        .andWhere((free) => void free.where({ holder }).orWhere('held_until', '<=', at))
        .update({ holder, held_until: until })
      if (held === 1) return null
      const row = await trx<MailLaneRow>('mail_lanes').where({ lane }).first()
      if (!row) throw new Error(`the lane ${lane} is gone`)
      return row.held_until as Instant
    },
    async leaveLane(holder) {
      await trx<MailLaneRow>('mail_lanes').where({ lane, holder }).update({ held_until: '' })
    },
  }
}
