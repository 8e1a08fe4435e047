import type { DayClosing } from '#domain/day-closing.ts'
import { clockTime } from '#domain/indonesian.ts'
import { addMs, type Instant } from '#domain/instant.ts'
import { isWorkingDay } from '#domain/calendar.ts'
import { addDays, type OfficeDate } from '#domain/office-date.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import type { PrintJob } from '#domain/print-job.ts'
import type { FactDimension } from '#domain/report-facts.ts'
import { figuresOf, kindsOfFigures, reportFigures, type Figures } from '#domain/report-figures.ts'
import type { Queries } from '#ports/queries.ts'
import type { DaySpan } from '#domain/report-period.ts'
import type { FactCount, OutgoingLine } from '#ports/report-queries.ts'
import { closingAsOf } from './closed-days.ts'
import { handedOverOn, latePermits, secondsOn, type HandedOverLine, type LatePermit } from './daily-lists.ts'
import { groupLabels } from './group-labels.ts'
import type { Office } from './office.ts'

/** The daily issuance report as data; screen, PDF and XLSX show the same figures. */
export interface DailyReport {
  readonly day: OfficeDate
  readonly working: boolean
  /** Types of which something happened, those with the most permits first. */
  readonly rows: readonly (Figures & { readonly permitTypeCode: string; readonly name: string })[]
  readonly total: Figures
  /** The same figures laid out otherwise; groups without any are left out, those with the most permits first. */
  readonly groups: Readonly<Record<DailyGrouping, readonly DailyGroup[]>>
  readonly before: Figures & { readonly day: OfficeDate }
  readonly series: readonly { readonly day: OfficeDate; readonly issued: number; readonly late: number }[]
  /** Products that became final on the day: permits that are *terbit* and refusal letters. */
  readonly outgoing: readonly OutgoingLine[]
  /** Permits among them that went out after their promised day. */
  readonly late: readonly LatePermit[]
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

/** By what a day is laid out beside its permit types. */
export const dailyGroupings = [
  'application-kind',
  'channel',
  'clerk',
  'counter',
] as const satisfies FactDimension[]
export type DailyGrouping = (typeof dailyGroupings)[number]

/** `label` is what a person reads in place of `group`. */
export type DailyGroup = Figures & { readonly group: string; readonly label: string }

/** The permits among what went out: those that became *terbit* on these days. */
export const permitsIssued = (
  office: Office,
  { from, through }: DaySpan,
  { outgoing }: Pick<Issuance, 'outgoing'>,
): readonly OutgoingLine[] =>
  outgoing.filter(({ productKind, issuedAt }) => {
    const day = issuedAt === null ? null : dayOf(office, issuedAt)
    return productKind === 'permit' && day !== null && from <= day && day <= through
  })

/** The working days up to and with a day, the earliest first; the day itself is always in. */
export function workingDaysUpTo(office: Office, day: OfficeDate, count: number): readonly OfficeDate[] {
  const days = [day]
  for (let at = addDays(day, -1); days.length < count && at > addDays(day, -60); at = addDays(at, -1))
    if (isWorkingDay(office.profile.calendar, at)) days.unshift(at)
  return days
}

/**
 * Makes the report of one office day from committed data. Counts go by *terbit* (number, signature and activation
 * present), not by the day printed on the permit. Repeatable; only reads. As of a moment it says again what it said then,
 * whatever was corrected, voided, handed over or written down later.
 *
 * @param known  before which moment the office must have known what counts; null: all that it knows now, `asOf` being now
 */
export const dailyReport =
  ({ office, queries }: { readonly office: Office; readonly queries: Queries }) =>
  async (day: OfficeDate, asOf: Instant, known: Instant | null = asOf): Promise<DailyReport> => {
    const days = workingDaysUpTo(office, day, 10)
    const today = { from: day, through: day }
    const [cells, taken, issuance, seconds] = await Promise.all([
      dailyFigures(queries, { from: days[0] ?? day, through: day }, known),
      queries.listFacts({ days: today, kinds: ['received'], asOf: known }, null),
      issuanceOf(office, queries, today, known),
      secondsOn(office, queries, day, known),
    ])
    const { handedOver } = issuance
    return {
      ...issuance,
      day,
      working: isWorkingDay(office.profile.calendar, day),
      total: figuresOf(cells.get(day) ?? []),
      before: { ...figuresOf(cells.get(days.at(-2) ?? '') ?? []), day: days.at(-2) ?? addDays(day, -1) },
      series: days.map((one) => {
        const { issued, late } = figuresOf(cells.get(one) ?? [])
        return { day: one, issued, late }
      }),
      enteredLater: {
        received: taken.filter((one) => one.dossier.enteredAt !== null).length,
        handedOver: handedOver.filter((one) => one.enteredAt !== null).length,
      },
      seconds,
      closing: await closingAsOf(queries, day, asOf),
      asOf,
    }
  }

/** By figures alone, so that a later order of the offers changes no report of before. */
const mostFirst = (one: Figures, other: Figures): number =>
  other.issued - one.issued || other.received - one.received

/** What was issued on some days, laid out by every thing: as many questions for a year as for a day. */
export type Issuance = Pick<DailyReport, 'rows' | 'groups' | 'outgoing' | 'late' | 'handedOver'>

/** Reads it, as the office knew it before a moment; null: as it knows it now. */
export async function issuanceOf(
  office: Office,
  queries: Queries,
  days: DaySpan,
  known: Instant | null,
): Promise<Issuance> {
  const condition = { days, kinds: kindsOfFigures, asOf: known }
  const [nameOf, types, handedOver, outgoing, groups] = await Promise.all([
    groupLabels(office, queries, 'permit-type', condition),
    figuresBy(queries, days, 'permit-type', known),
    handedOverOn(office, queries, days, known),
    queries.outgoingRegister(days, known),
    Promise.all(dailyGroupings.map((by) => groupsOf(office, queries, days, by, known))),
  ])
  const rows = [...types].map(([code, cells]) => ({
    ...figuresOf(cells),
    permitTypeCode: code,
    name: nameOf(code),
  }))
  return {
    // 37 lines of noughts hide the few that say something.
    rows: rows
      .filter((one) => reportFigures.some((key) => one[key] > 0))
      .sort((one, other) => mostFirst(one, other) || (one.permitTypeCode < other.permitTypeCode ? -1 : 1)),
    groups: Object.fromEntries(dailyGroupings.map((by, at) => [by, groups[at] ?? []])) as Record<
      DailyGrouping,
      readonly DailyGroup[]
    >,
    outgoing,
    late: await latePermits(office, queries, outgoing, known),
    handedOver,
  }
}

/** The figures of each of these days, by day. */
export async function dailyFigures(
  queries: Pick<Queries, 'countFacts'>,
  days: DaySpan,
  asOf: Instant | null = null,
): Promise<ReadonlyMap<string, readonly FactCount[]>> {
  const condition = { days, kinds: kindsOfFigures, asOf }
  return Map.groupBy(await queries.countFacts(condition, { by: null, per: 'day' }), (one) => one.period)
}

const weekMs = 7 * 86_400_000

/** The same weekday a week ago, as far as it had come at this hour: a morning is not compared with a whole day. */
export async function figuresAWeekAgo(
  queries: Pick<Queries, 'countFacts'>,
  today: OfficeDate,
  now: Instant,
): Promise<Figures> {
  const day = addDays(today, -7)
  const cells = await dailyFigures(queries, { from: day, through: day }, addMs(now, -weekMs))
  return figuresOf(cells.get(day) ?? [])
}

/** The figures of a span by one thing. */
async function figuresBy(
  queries: Pick<Queries, 'countFacts'>,
  days: DaySpan,
  by: FactDimension,
  asOf: Instant | null,
): Promise<ReadonlyMap<string, readonly FactCount[]>> {
  const condition = { days, kinds: kindsOfFigures, asOf }
  return Map.groupBy(await queries.countFacts(condition, { by, per: null }), (one) => one.group)
}

async function groupsOf(
  office: Office,
  queries: Queries,
  days: DaySpan,
  by: DailyGrouping,
  asOf: Instant | null,
): Promise<readonly DailyGroup[]> {
  const [label, cells] = await Promise.all([
    groupLabels(office, queries, by, { days, kinds: kindsOfFigures, asOf }),
    figuresBy(queries, days, by, asOf),
  ])
  return [...cells]
    .map(([group, found]) => ({ ...figuresOf(found), group, label: label(group) }))
    .sort((one, other) => mostFirst(one, other) || (one.group < other.group ? -1 : 1))
}

/** The report's words for an instant of its day, `10.24`. */
export const hourOf = (office: Office, at: Instant): string =>
  clockTime(officeTimeOf(at, office.profile.timeZone))

/** The office day of an instant. */
export const dayOf = (office: Office, at: Instant): OfficeDate => officeDateOf(at, office.profile.timeZone)
