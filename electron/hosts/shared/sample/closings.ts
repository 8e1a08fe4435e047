import type { ApplicationEvent } from '#domain/application-event.ts'
import { openItemsOf, openItemKinds, type ClosingRecord, type OpenItemKind } from '#domain/day-closing.ts'
import { addMs, type Instant } from '#domain/instant.ts'
import { addDays, eachDay, type OfficeDate } from '#domain/office-date.ts'
import { boundsOfDays, instantAt, officeDateOf } from '#domain/office-zone.ts'
import { writtenAt } from '#domain/report-facts.ts'
import { timeOfDay } from '#domain/time-of-day.ts'
import type { IdSource } from '#ports/clock.ts'
import type { HashText } from '#ports/hash.ts'
import type { User } from '#ports/records.ts'
import type { Stores } from '#ports/stores.ts'
import { hashOfClosing, hashOfPrints, printsOf } from '#services/day-prints.ts'
import { actorOf, rolesGranted, type Office } from '#services/office.ts'

interface ClosedPast {
  readonly office: Office
  readonly stores: Pick<Stores, 'closings'>
  readonly users: readonly User[]
  readonly station: string
  readonly ids: IdSource
  readonly hash: HashText
  /** The first day of the office's books. */
  readonly since: OfficeDate
  readonly now: Instant
}

/** So many days with work before today stay open: what a supervisor has put off. */
const leftOpen = 2
const printerDied = 'Laser A4 dan F4 mati sesudah pukul 15; lembarnya dicari di baki besok pagi.'

/** Every day with work was closed by the supervisor that afternoon, but for the last two. */
export async function closeSampleDays(past: ClosedPast): Promise<void> {
  const { office, stores, since, now } = past
  const { timeZone } = office.profile
  const overseers = rolesGranted(office.profile, 'reports')
  const closer = past.users.find(({ roles }) => roles.some((one) => overseers.includes(one)))
  if (!closer) return
  const worked: { readonly day: OfficeDate; readonly events: readonly ApplicationEvent[] }[] = []
  for (const day of eachDay(since, addDays(officeDateOf(now, timeZone), -1))) {
    const events = await stores.closings.listEvents(boundsOfDays(day, day, timeZone))
    if (events.length > 0) worked.push({ day, events })
  }
  let previousHash: string | null = null
  for (const [index, { day, events }] of worked.slice(0, -leftOpen).entries()) {
    const closedAt = momentAfter(day, events, timeZone)
    const seen = events.filter((one) => writtenAt(one) <= closedAt)
    const isTroubled = index === worked.length - leftOpen - 4
    const prints = printsOf(seen, past.hash)
    const record: ClosingRecord = {
      id: past.ids.uuid(),
      day,
      ordinal: 1,
      closedAt,
      closedBy: actorOf({ user: closer, station: past.station }, closer.roles[0] ?? ''),
      note: isTroubled ? printerDied : null,
      reason: null,
      openItems: openItemsOf({
        ...nothingOpen,
        'sheets-unknown': isTroubled ? 1 : 0,
        'numbers-voided': seen.filter(({ body }) => body.action === 'number-voided').length,
      }),
      events: seen.length,
      eventsHash: hashOfPrints(prints, past.hash),
      previousHash,
    }
    const hash: string = hashOfClosing(record, past.hash)
    await stores.closings.add({ ...record, hash }, prints)
    previousHash = hash
  }
}

const nothingOpen = Object.fromEntries(openItemKinds.map((kind) => [kind, 0])) as Readonly<
  Record<OpenItemKind, number>
>

/** A few minutes after four, or after the last who was still at work. */
function momentAfter(day: OfficeDate, events: readonly ApplicationEvent[], zone: string): Instant {
  const last = events.reduce(
    (latest, { at }) => (at > latest ? at : latest),
    events[0]?.at ?? ('' as Instant),
  )
  const four = instantAt(day, timeOfDay('16:04'), zone)
  return last < four ? four : addMs(last, 4 * 60_000)
}
