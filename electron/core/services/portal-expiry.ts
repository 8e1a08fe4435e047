import { addDays, type OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { ok } from '#domain/result.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { Queries } from '#ports/queries.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import type { Office } from './office.ts'

/** The last day of permits up to which their dossiers were told once more: `OfficeDate`. */
export const portalExpirySetting = 'portal.expired-through'

/** Outbox entry by which the portal hears that a permit has run out: nobody at the office does anything that would say so. */
export const expiredEntryKind = 'expired'

interface Deps {
  readonly office: Office
  readonly work: UnitOfWork
  readonly queries: Pick<Queries, 'listExpiring' | 'getSetting'>
  readonly clock: Clock
  readonly ids: IdSource
}

/**
 * Gives what has the dossiers told again whose permit ran out since this was last done (portal contract, *Entities*: `Permit.status`).
 * It may be called at every turn: it looks once a day of the office. The first look of an office tells nothing, for what is told is
 * told as it stands on its day. Repeatable: killed anywhere, it is done as a whole or not at all.
 */
export function tellExpired({ office, work, queries, clock, ids }: Deps): () => Promise<void> {
  let lookedOn: OfficeDate | null = null
  return async () => {
    const today = officeDateOf(clock.now(), office.profile.timeZone)
    if (today === lookedOn) return
    const through = addDays(today, -1)
    const before = await queries.getSetting(portalExpirySetting)
    const from = typeof before === 'string' ? addDays(before as OfficeDate, 1) : today
    const ended = from <= through ? await queries.listExpiring(from, through) : []
    await work.run<null, never>(async ({ outbox, settings }) => {
      for (const { id, seq } of ended)
        await outbox.add({
          id: ids.uuid(),
          topic: 'portal',
          aggregateId: id,
          key: ids.uuid(),
          kind: expiredEntryKind,
          payload: { fromSeq: seq, toSeq: seq },
          createdAt: clock.now(),
        })
      // A clock that was set back tells nothing twice.
      if (typeof before !== 'string' || before < through) await settings.set(portalExpirySetting, through)
      return ok(null)
    })
    lookedOn = today
  }
}
