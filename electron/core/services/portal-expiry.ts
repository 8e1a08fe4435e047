import { addDays, type OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { ok } from '#domain/result.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { Queries } from '#ports/queries.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import type { Office } from './office.ts'

/** The last day of permits up to which their dossiers were told once more: `OfficeDate`. */
export const portalExpirySetting = 'portal.expired-through'

/** Outbox entry by which the portal hears whether a permit has run out: nobody at the office does anything that would say so. */
export const expiredEntryKind = 'expired'

interface Deps {
  readonly office: Pick<Office, 'profile'>
  readonly work: UnitOfWork
  readonly queries: Pick<Queries, 'listExpiring' | 'getSetting'>
  readonly clock: Clock
  readonly ids: Pick<IdSource, 'uuid'>
}

/**
 * Gives what has the dossiers told again whose permit ran out since this was last done (portal contract, *Entities*: `Permit.status`).
 * It may be called at every turn: it looks once a day of the office. The first look of an office tells nothing, for what is told is
 * told as it stands on its day. After a clock that went ahead was set right, those that have not run out yet are told again too.
 * Repeatable: killed anywhere, it is done as a whole or not at all.
 */
export function tellExpired({ office, work, queries, clock, ids }: Deps): () => Promise<void> {
  let lookedOn: OfficeDate | null = null
  return async () => {
    const today = officeDateOf(clock.now(), office.profile.timeZone)
    if (today === lookedOn) return
    const through = addDays(today, -1)
    const before = await queries.getSetting(portalExpirySetting)
    const known = typeof before === 'string' ? (before as OfficeDate) : through
    const [last, next] = known < through ? [known, through] : [through, known]
    const turned = last < next ? await queries.listExpiring(addDays(last, 1), next) : []
    await work.run<null, never>(async ({ outbox, settings }) => {
      for (const { id, seq } of turned)
        await outbox.add({
          id: ids.uuid(),
          topic: 'portal',
          aggregateId: id,
          key: ids.uuid(),
          kind: expiredEntryKind,
          payload: { fromSeq: seq, toSeq: seq },
          createdAt: clock.now(),
        })
      if (before !== through) await settings.set(portalExpirySetting, through)
      return ok(null)
    })
    lookedOn = today
  }
}
