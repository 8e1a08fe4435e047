import {
  decideClosing,
  type ClosingOrder,
  type ClosingRefusal,
  type ClosingRecord,
  type DayClosing,
} from '#domain/day-closing.ts'
import type { Instant } from '#domain/instant.ts'
import { boundsOfDays } from '#domain/office-zone.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { HashText } from '#ports/hash.ts'
import type { Queries } from '#ports/queries.ts'
import type { User } from '#ports/records.ts'
import type { TypedConsent } from './consent.ts'
import { hashOfClosing, hashOfPrints, printsOf, splitAt } from './day-prints.ts'
import type { DossierDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import { actorOf, roleFor, type SignedIn } from './office.ts'
import { readOpenItems } from './open-items.ts'
import { overseesFor } from './second-originals.ts'
import type { SignInRefusal } from './sign-in.ts'

export interface CloseDayOrder extends ClosingOrder {
  /** Made by the screen before the first try. */
  readonly id: string
  /** Of whoever closes, typed once more. */
  readonly password: string
}

export type CloseDayRefusal =
  | ClosingRefusal
  /** Reads reports, but oversees nobody: the administrator. */
  | { readonly code: 'closing-not-allowed'; readonly name: string }
  | { readonly code: 'closing-password-refused' }
  | { readonly code: 'closing-password-waits'; readonly until: Instant; readonly seconds: number }

interface Deps extends DossierDeps {
  readonly queries: Queries
  readonly hash: HashText
  /** The very one of the door: guesses at either place count together. */
  readonly signIn: (order: TypedConsent) => Promise<Result<User, SignInRefusal>>
}

/**
 * *Tutup Harian*: freezes what is open of a day and the hash over its events, at the end of the chain of closings, in one
 * transaction. Who oversees the office closes, and signs in a second time for it. Nothing is locked by it: what comes in
 * later for that day stays visible beside the closing.
 *
 * @param order.id  a repeat gives the closing that was made then
 */
export const closeDay =
  (deps: Deps) =>
  async (order: CloseDayOrder, who: SignedIn): Promise<Result<DayClosing, CloseDayRefusal>> => {
    const { office, work, clock, hash } = deps
    if (overseesFor(office, who) === null) return refuse({ code: 'closing-not-allowed', name: who.user.name })
    const again = await deps.signIn({ username: who.user.username, password: order.password })
    if (!again.ok) return refuse(passwordRefusal(again.refusal))
    const openItems = await readOpenItems(deps, order.day)
    return work.run<DayClosing, CloseDayRefusal>(async ({ closings }) => {
      const before = await closings.last()
      const known = await closings.find(order.id)
      if (known) return ok(known)
      const latest = await closings.latestOf(order.day)
      const events = await closings.listEvents(boundsOfDays(order.day, order.day, office.profile.timeZone))
      const hasLater =
        latest !== undefined && splitAt(events, await closings.printsOf(latest.id)).later.length > 0
      const at = clock.now()
      const today = officeToday(office, at)
      const decided = decideClosing(order, { today, latest, openItems, hasLater })
      if (!decided.ok) return decided
      const prints = printsOf(events, hash)
      const record: ClosingRecord = {
        id: order.id,
        day: order.day,
        ...decided.value,
        closedAt: at,
        closedBy: actorOf(who, roleFor(office.profile, who, 'reports')),
        openItems,
        events: events.length,
        eventsHash: hashOfPrints(prints, hash),
        previousHash: before?.hash ?? null,
      }
      const closing = { ...record, hash: hashOfClosing(record, hash) }
      await closings.add(closing, prints)
      return ok(closing)
    })
  }

const passwordRefusal = (refusal: SignInRefusal): CloseDayRefusal =>
  refusal.code === 'sign-in-waits'
    ? { code: 'closing-password-waits', until: refusal.until, seconds: refusal.seconds }
    : { code: 'closing-password-refused' }
