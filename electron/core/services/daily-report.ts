import type { DayClosing } from '#domain/day-closing.ts'
import { clockTime } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { isWorkingDay } from '#domain/calendar.ts'
import { addDays, type OfficeDate } from '#domain/office-date.ts'
import { boundsOfDays, officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { possibleStates, type PrintJob } from '#domain/print-job.ts'
import { figuresOf, kindsOfFigures, reportFigures, type Figures } from '#domain/report-figures.ts'
import type { Queries } from '#ports/queries.ts'
import type { DaySpan } from '#domain/report-period.ts'
import type { FactCount, OutgoingLine } from '#ports/report-queries.ts'
import { closingAsOf } from './closed-days.ts'
import type { Office } from './office.ts'

/** The daily issuance report as data; screen, PDF and XLSX show the same figures. */
export interface DailyReport {
  readonly day: OfficeDate
  readonly working: boolean
  /** Types of which something happened, in the order of the profile. */
  readonly rows: readonly (Figures & { readonly permitTypeCode: string; readonly name: string })[]
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
  /** Who closed the day, as known then; null: it was open. */
  readonly closing: DayClosing | null
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
    const bounds = boundsOfDays(day, day, office.profile.timeZone)
    const days = workingDaysUpTo(office, day, 10)
    const today = { from: day, through: day }
    const [cells, types, taken, handedOver] = await Promise.all([
      dailyFigures(queries, { from: days[0] ?? day, through: day }),
      typeFigures(queries, today),
      queries.listFacts({ days: today, kinds: ['received'], asOf: null }, null),
      handedOverOn(queries, today, bounds),
    ])
    const rows = office.profile.offers.map((offer) => {
      const name = offer.localName ?? office.types.find((one) => one.code === offer.code)?.name ?? offer.code
      return { ...figuresOf(types.get(offer.code) ?? []), permitTypeCode: offer.code, name }
    })
    // A type no longer offered still has its dossiers: no figure may be lost from the total.
    const strangers = [...types.keys()].filter((code) => !rows.some((row) => row.permitTypeCode === code))
    const all = [
      ...rows,
      ...strangers.map((code) => ({ ...figuresOf(types.get(code) ?? []), permitTypeCode: code, name: code })),
    ]
    const seconds = await queries.listPrintJobs({
      seconds: 'all',
      states: possibleStates,
      since: bounds.from,
      until: bounds.until,
      limit: 500,
    })
    return {
      day,
      working: isWorkingDay(office.profile.calendar, day),
      // 37 lines of noughts hide the few that say something.
      rows: all.filter((one) => reportFigures.some((key) => one[key] > 0)),
      total: figuresOf(cells.get(day) ?? []),
      before: { ...figuresOf(cells.get(days.at(-2) ?? '') ?? []), day: days.at(-2) ?? addDays(day, -1) },
      series: days.map((one) => {
        const { issued, late } = figuresOf(cells.get(one) ?? [])
        return { day: one, issued, late }
      }),
      outgoing: await queries.outgoingRegister(today),
      handedOver,
      enteredLater: {
        received: taken.filter((one) => one.dossier.enteredAt !== null).length,
        handedOver: handedOver.filter((one) => one.enteredAt !== null).length,
      },
      seconds: seconds.toReversed(),
      closing: await closingAsOf(queries, day, asOf),
      asOf,
    }
  }

/** The figures of each of these days, by day. */
export async function dailyFigures(
  queries: Pick<Queries, 'countFacts'>,
  days: DaySpan,
): Promise<ReadonlyMap<string, readonly FactCount[]>> {
  const condition = { days, kinds: kindsOfFigures, asOf: null }
  return Map.groupBy(await queries.countFacts(condition, { by: null, per: 'day' }), (one) => one.period)
}

/** The figures of a span by permit type. */
async function typeFigures(
  queries: Pick<Queries, 'countFacts'>,
  days: DaySpan,
): Promise<ReadonlyMap<string, readonly FactCount[]>> {
  const condition = { days, kinds: kindsOfFigures, asOf: null }
  return Map.groupBy(
    await queries.countFacts(condition, { by: 'permit-type', per: null }),
    (one) => one.group,
  )
}

async function handedOverOn(
  queries: Queries,
  days: DaySpan,
  span: { readonly from: Instant; readonly until: Instant },
): Promise<readonly HandedOverLine[]> {
  const [handovers, lines] = await Promise.all([
    queries.listHandovers(span),
    queries.listFacts({ days, kinds: ['handed-over'], asOf: null }, null),
  ])
  const dossiers = lines.map((one) => one.dossier)
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
