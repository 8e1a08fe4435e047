import { clockTime } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { isWorkingDay } from '#domain/calendar.ts'
import { addDays, type OfficeDate } from '#domain/office-date.ts'
import { boundsOfDays, officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { possibleStates, type PrintJob } from '#domain/print-job.ts'
import type { IssuanceCount, OutgoingLine, Queries, Span } from '#ports/queries.ts'
import type { Office } from './office.ts'

export type Figures = Omit<IssuanceCount, 'permitTypeCode'>

/** The daily issuance report as data; screen, PDF and XLSX show the same figures. */
export interface DailyReport {
  readonly day: OfficeDate
  readonly working: boolean
  /** Types of which something happened, in the order of the profile. */
  readonly rows: readonly (IssuanceCount & { readonly name: string })[]
  readonly total: Figures
  readonly before: Figures & { readonly day: OfficeDate }
  readonly series: readonly { readonly day: OfficeDate; readonly issued: number; readonly late: number }[]
  /** Products that became final on the day: permits that are *terbit* and refusal letters. */
  readonly outgoing: readonly OutgoingLine[]
  /** Everything that left over the counter on the day, whichever day it became final, the earliest first. */
  readonly handedOver: readonly HandedOverLine[]
  /** Of the figures of this day: what was done on paper and written down later. */
  readonly enteredLater: { readonly received: number; readonly handedOver: number }
  /** Second originals that were asked for on the day, the earliest first. */
  readonly seconds: readonly PrintJob[]
  readonly asOf: Instant
}

export interface HandedOverLine {
  readonly at: Instant
  readonly number: string
  readonly productKind: OutgoingLine['productKind']
  readonly holderName: string
  readonly receivedBy: string
  /** The officer who handed it over. */
  readonly by: string
  /** When it was written down later; null: at once. */
  readonly enteredAt: Instant | null
}

export const figureKeys = [
  'received',
  'returned',
  'issued',
  'refused',
  'revoked',
  'handedOver',
  'late',
] as const

/** Sums counts over permit types. */
export function sumFigures(rows: readonly Figures[]): Figures {
  const sum = (key: keyof Figures): number => rows.reduce((total, row) => total + row[key], 0)
  return {
    received: sum('received'),
    returned: sum('returned'),
    issued: sum('issued'),
    refused: sum('refused'),
    revoked: sum('revoked'),
    handedOver: sum('handedOver'),
    late: sum('late'),
  }
}

/** The permits among what went out: those that became *terbit* on the day of the report. */
export const permitsIssued = (office: Office, { day, outgoing }: DailyReport): readonly OutgoingLine[] =>
  outgoing.filter(
    (one) => one.productKind === 'permit' && one.issuedAt !== null && dayOf(office, one.issuedAt) === day,
  )

/** The working days up to and with a day, the earliest first; the day itself is always in. */
export function workingDaysUpTo(office: Office, day: OfficeDate, count: number): readonly OfficeDate[] {
  const days = [day]
  for (let at = addDays(day, -1); days.length < count && at > addDays(day, -60); at = addDays(at, -1))
    if (isWorkingDay(office.profile.calendar, at)) days.unshift(at)
  return days
}

/**
 * Makes the report of one office day from committed data. Counts go by *terbit* (number, signature and activation
 * present), not by the day printed on the permit. Repeatable; only reads.
 */
export const dailyReport =
  ({ office, queries }: { readonly office: Office; readonly queries: Queries }) =>
  async (day: OfficeDate, asOf: Instant): Promise<DailyReport> => {
    const zone = office.profile.timeZone
    const bounds = (one: OfficeDate) => boundsOfDays(one, one, zone)
    const days = workingDaysUpTo(office, day, 10)
    const counts = await Promise.all(days.map((one) => queries.issuanceCounts(bounds(one))))
    const today = counts.at(-1) ?? []
    const rows = office.profile.offers.map((offer) => {
      const found = today.find((one) => one.permitTypeCode === offer.code)
      const name = offer.localName ?? office.types.find((one) => one.code === offer.code)?.name ?? offer.code
      return { ...sumFigures(found ? [found] : []), permitTypeCode: offer.code, name }
    })
    const taken = await queries.listBehind(bounds(day), 'received', null)
    const handedOver = await handedOverOn(queries, bounds(day))
    // A type no longer offered still has its dossiers: no figure may be lost from the total.
    const strangers = today.filter((one) => !rows.some((row) => row.permitTypeCode === one.permitTypeCode))
    const all = [...rows, ...strangers.map((one) => ({ ...one, name: one.permitTypeCode }))]
    const seconds = await queries.listPrintJobs({
      seconds: 'all',
      states: possibleStates,
      since: bounds(day).from,
      until: bounds(day).until,
      limit: 500,
    })
    return {
      day,
      working: isWorkingDay(office.profile.calendar, day),
      // 37 lines of noughts hide the few that say something.
      rows: all.filter((one) => figureKeys.some((key) => one[key] > 0)),
      total: sumFigures(all),
      before: { ...sumFigures(counts.at(-2) ?? []), day: days.at(-2) ?? addDays(day, -1) },
      series: days.map((one, index) => {
        const { issued, late } = sumFigures(counts[index] ?? [])
        return { day: one, issued, late }
      }),
      outgoing: await queries.outgoingRegister(bounds(day)),
      handedOver,
      enteredLater: {
        received: taken.filter((one) => one.enteredAt !== null).length,
        handedOver: handedOver.filter((one) => one.enteredAt !== null).length,
      },
      seconds: seconds.toReversed(),
      asOf,
    }
  }

async function handedOverOn(queries: Queries, span: Span): Promise<readonly HandedOverLine[]> {
  const [handovers, dossiers] = await Promise.all([
    queries.listHandovers(span),
    queries.listBehind(span, 'handedOver', null),
  ])
  return handovers
    .flatMap(({ applicationId, at, receivedBy, by, enteredAt = null }): HandedOverLine[] => {
      const dossier = dossiers.find((one) => one.id === applicationId)
      if (!dossier?.productNumber || !dossier.productKind) return []
      const { productNumber: number, productKind, holderName } = dossier
      return [{ at, number, productKind, holderName, receivedBy, by, enteredAt }]
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** The report's words for an instant of its day, `10.24`. */
export const hourOf = (office: Office, at: Instant): string =>
  clockTime(officeTimeOf(at, office.profile.timeZone))

/** The office day of an instant. */
export const dayOf = (office: Office, at: Instant): OfficeDate => officeDateOf(at, office.profile.timeZone)
