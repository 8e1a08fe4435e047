import type { AutomaticApproval } from './automatic-approval.ts'
import { isWorkingDay, type OfficeCalendar } from './calendar.ts'
import { readClocks, type ClockReading } from './clock-reading.ts'
import type { Course } from './course.ts'
import type { Instant } from './instant.ts'
import { addDays, type OfficeDate } from './office-date.ts'
import { officeDateOf, startOfDay } from './office-zone.ts'
import { timeLimitOf, type StageTable, type TimeLimit } from './stage-table.ts'
import { nextWorkingDay, workingDaysLeftAt } from './working-days.ts'

export const alarmKinds = ['late', 'stage-late', 'near', 'automatic', 'granted'] as const
/**
 * `late`: past what the applicant was promised; `stage-late`: past the limit of a stage; `near`: one working day is left of
 * the promise or of a stage's limit, or this is its last one; `automatic`: the last day before a request counts as
 * granted because nobody answered, or the one before it; `granted`: by the law it does.
 */
export type AlarmKind = (typeof alarmKinds)[number]

export interface LimitAlarm {
  readonly kind: AlarmKind
  /** Stages whose limit it is; empty: the whole procedure. */
  readonly stages: readonly string[]
  /** null: the day stands in an old book, and nobody knows by which limit. */
  readonly limit: TimeLimit | null
  /** The day on which it runs out. */
  readonly dueOn: OfficeDate | null
  /** What `remaining` counts. */
  readonly unit: ClockReading['unit']
  /** 0: the last day; below 0: so much late. */
  readonly remaining: number
}

/** What an office's alarms go by. */
export interface AlarmRules {
  readonly table: StageTable
  readonly calendar: OfficeCalendar
  readonly automaticApproval: AutomaticApproval | null
}

/** Working days left at which an alarm sounds; null: a limit in hours alone is over before anybody could be warned a day ahead. */
const warnedAt = ({ workingDays }: TimeLimit): number | null =>
  workingDays === 0 ? null : Math.min(1, workingDays - 1)

const isNear = (limit: TimeLimit | null, remaining: number | null): boolean => {
  const warned = limit && warnedAt(limit)
  return warned !== null && remaining !== null && remaining >= 0 && remaining <= warned
}

/**
 * Every alarm of a dossier that nobody has decided yet, the promise first. While it is with its applicant only what had run
 * out before sounds; none for one that is decided. Pure: calendar and moment decide.
 *
 * @param promisedOn  the day that holds for the applicant; null: nothing is promised
 */
export function alarmsOf(
  course: Course,
  promisedOn: OfficeDate | null,
  rules: AlarmRules,
  now: Instant,
): readonly LimitAlarm[] {
  if (course.decidedAt !== null && course.decidedAt <= now) return []
  const { stages } = readClocks(course, rules.table, rules.calendar, now)
  return [
    ...promiseAlarm(course, promisedOn, rules, now),
    ...automaticAlarm(course, rules, now),
    ...stages
      .filter(({ state }) => state === 'running')
      .flatMap((reading) => {
        if (reading.remaining !== null && reading.remaining < 0)
          return alarm('stage-late', reading, reading.stages)
        return isNear(reading.limit, reading.remaining) ? alarm('near', reading, reading.stages) : []
      }),
  ]
}

const alarm = (
  kind: AlarmKind,
  { limit, dueOn, unit, remaining }: Pick<ClockReading, 'limit' | 'dueOn' | 'unit' | 'remaining'>,
  stages: readonly string[] = [],
): readonly LimitAlarm[] => (remaining === null ? [] : [{ kind, stages, limit, dueOn, unit, remaining }])

function promiseAlarm(
  { pauses }: Course,
  dueOn: OfficeDate | null,
  { table: { limit }, calendar }: AlarmRules,
  now: Instant,
): readonly LimitAlarm[] {
  if (dueOn === null) return []
  const standing = pauses.find(({ until }) => until === null)
  const remaining = workingDaysLeftAt(calendar, standing?.from ?? now, dueOn)
  const told = { limit, dueOn, unit: 'working-days', remaining } as const
  if (remaining < 0) return alarm('late', told)
  return !standing && isNear(limit ?? oneDay, remaining) ? alarm('near', told) : []
}

// A promise that was carried over from an old book has no limit here.
const oneDay: TimeLimit = { workingDays: 2, minutes: 0 }

/** The law's clock: it runs like the office's own, and warns from the day before its last one. */
function automaticAlarm(
  course: Course,
  { table, calendar, automaticApproval }: AlarmRules,
  now: Instant,
): readonly LimitAlarm[] {
  if (automaticApproval === null) return []
  const limit = { workingDays: automaticApproval.workingDays, minutes: 0 }
  const { whole } = readClocks(course, { ...table, limit }, calendar, now)
  const { remaining, state } = whole
  if (remaining !== null && remaining < 0) return alarm('granted', whole)
  return state === 'running' && isNear(limit, remaining) ? alarm('automatic', whole) : []
}

/** What may sound at a moment: all that does is among it, so that nobody need read every dossier. */
export interface AlarmSearch {
  /** Promised on this day or before it. */
  readonly dueThrough: OfficeDate
  /** Declared complete before this moment; null: nothing is granted by silence. */
  readonly acceptedBefore: Instant | null
  /** Open at one of these stages, and come to one of them before this moment. */
  readonly stays: readonly { readonly stages: readonly string[]; readonly enteredBefore: Instant }[]
}

/** Begin of the day after the latest one from which so many working days have begun since. */
function begunBefore(calendar: OfficeCalendar, now: Instant, workingDays: number): Instant {
  let day = officeDateOf(now, calendar.zone)
  for (let left = workingDays; left > 0; day = addDays(day, -1)) if (isWorkingDay(calendar, day)) left -= 1
  return startOfDay(addDays(day, 1), calendar.zone)
}

/** Where to look for alarms at a moment. Pure. */
export function alarmSearch({ table, calendar, automaticApproval }: AlarmRules, now: Instant): AlarmSearch {
  const since = (limit: TimeLimit): Instant => {
    const warned = warnedAt(limit)
    return warned === null ? now : begunBefore(calendar, now, limit.workingDays - warned)
  }
  const groups = Map.groupBy(
    table.stages.filter(({ limit, where }) => limit !== null && where !== 'applicant'),
    ({ code, limit }) => (limit?.group === null ? `stage ${code}` : `group ${limit?.group ?? ''}`),
  )
  return {
    dueThrough: nextWorkingDay(calendar, officeDateOf(now, calendar.zone)),
    acceptedBefore: automaticApproval && since({ workingDays: automaticApproval.workingDays, minutes: 0 }),
    stays: [...groups.values()].flatMap((stages) => {
      const limit = stages[0]?.limit
      if (!limit) return []
      return [{ stages: stages.map(({ code }) => code), enteredBefore: since(timeLimitOf(limit)) }]
    }),
  }
}
