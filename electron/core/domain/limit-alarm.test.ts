import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseOf, courseOfStays, type Course } from './course.ts'
import { readClocks } from './clock-reading.ts'
import { alarmSearch, alarmsOf, type AlarmRules } from './limit-alarm.ts'
import { instantOf, type Instant } from './instant.ts'
import { addDays, officeDate } from './office-date.ts'
import { officeDateOf } from './office-zone.ts'
import { promiseFrom } from './promise.ts'
import { stageSpansOf } from './stage-spans.ts'
import { anOfficeCalendar } from './testing/calendar.ts'
import { instant } from './testing/builders.ts'
import { growDossier, randomHistory, zoneOfHistories } from './testing/random-histories.ts'
import { aStage, aTable } from './testing/stage-tables.ts'
import { sayAlarm } from './wording/alarms.ts'
import { workedDays } from './worked-days.ts'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

const calendar = anOfficeCalendar()
const table = aTable()
const wib = (text: string): Instant => instant(new Date(`${text}:00.000+07:00`).toISOString())
const rules: AlarmRules = { table, calendar, automaticApproval: null }
const course = (change: Partial<Course> = {}): Course => ({
  visits: [{ stage: 'agency', from: wib('2026-03-02T09:00'), until: null }],
  acceptedAt: wib('2026-03-02T09:00'),
  pauses: [],
  decidedAt: null,
  ...change,
})
// Monday, 2 March: five working days end on Monday, 9 March.
const due = officeDate('2026-03-09')
const kindsAt = (at: string, of: Course = course(), by: AlarmRules = rules, promised = due) =>
  alarmsOf(of, promised, by, wib(at)).map(({ kind, remaining }) => [kind, remaining])

describe('alarms of a limit', () => {
  it('sound one working day before the promise runs out, weekends not counted, and on its last day', () => {
    expect(kindsAt('2026-03-05T15:00')).toEqual([])
    expect(kindsAt('2026-03-06T00:00')).toEqual([['near', 1]])
    expect(kindsAt('2026-03-08T12:00')).toEqual([['near', 1]])
    expect(kindsAt('2026-03-09T08:00')).toEqual([['near', 0]])
    expect(kindsAt('2026-03-10T08:00')).toEqual([['late', -1]])
  })

  it('move with a holiday that is added to the calendar after the day was promised', () => {
    const closed = { ...anOfficeCalendar(), holidays: [...calendar.holidays, holiday('2026-03-09')] }
    const by = { ...rules, calendar: closed }
    const moved = promiseFrom(table, closed, wib('2026-03-02T09:00')).dueOn
    expect(moved).toBe('2026-03-10')
    expect(alarmsOf(course(), moved, by, wib('2026-03-06T08:00')).map(({ kind }) => kind)).toEqual(['near'])
    expect(alarmsOf(course(), moved, by, wib('2026-03-10T08:00')).map((one) => one.remaining)).toEqual([0])
  })

  it('are silent while the dossier is with its applicant, unless it was late before, and after a decision', () => {
    const paused = course({ pauses: [{ from: wib('2026-03-06T10:00'), until: null }] })
    expect(kindsAt('2026-03-20T10:00', paused)).toEqual([])
    const late = course({ pauses: [{ from: wib('2026-03-11T10:00'), until: null }] })
    expect(kindsAt('2026-03-20T10:00', late)).toEqual([['late', -2]])
    expect(kindsAt('2026-03-20T10:00', course({ decidedAt: wib('2026-03-18T10:00') }))).toEqual([])
  })

  it('of a stage name the stage, and one of hours alone is only over', () => {
    const limited = aTable({
      limit: null,
      stages: [
        aStage('check', [], { limit: { amount: 1, unit: 'hours', group: null } }),
        aStage('agency', [], { limit: { amount: 3, unit: 'working-days', group: null } }),
      ],
    })
    const by = { ...rules, table: limited }
    const at = (moment: string, stage: string) =>
      alarmsOf(
        course({ visits: [{ stage, from: wib('2026-03-02T09:00'), until: null }] }),
        null,
        by,
        wib(moment),
      ).map((one) => sayAlarm(one, one.stages))
    expect(at('2026-03-02T09:30', 'check')).toEqual([])
    expect(at('2026-03-02T10:30', 'check')).toEqual(['Lewat 30 menit dari batas check'])
    expect(at('2026-03-03T09:30', 'agency')).toEqual([])
    expect(at('2026-03-04T09:30', 'agency')).toEqual(['Tinggal 1 hari kerja dari batas agency'])
    expect(at('2026-03-05T09:30', 'agency')).toEqual(['Hari ini hari terakhir batas agency'])
    expect(at('2026-03-06T09:30', 'agency')).toEqual(['Lewat 1 hari kerja dari batas agency'])
  })

  it('warn on the fourth of five days before silence is consent, only where the profile says that it is', () => {
    const free = aTable({ limit: null })
    const by = {
      table: free,
      calendar,
      automaticApproval: { workingDays: 5, basis: 'Pasal 53 UU 30/2014' },
    }
    const at = (moment: string, of = course()) =>
      alarmsOf(of, null, by, wib(moment)).map((one) => sayAlarm(one, one.stages))
    expect(at('2026-03-05T15:00')).toEqual([])
    expect(at('2026-03-06T08:00')).toEqual(['Hari kerja ke-4 dari 5 menurut undang-undang'])
    expect(at('2026-03-09T08:00')).toEqual(['Hari kerja ke-5 dari 5 menurut undang-undang'])
    expect(at('2026-03-10T08:00')).toEqual(['Hari kerja ke-6 tanpa keputusan; batas undang-undang 5'])
    expect(at('2026-03-06T08:00', course({ acceptedAt: null }))).toEqual([])
    expect(alarmsOf(course(), null, { ...by, automaticApproval: null }, wib('2026-03-10T08:00'))).toEqual([])
  })

  it('all lie where the search looks, for any acceptance, pause and moment', () => {
    const begin = Date.parse('2026-03-02T00:00:00.000Z')
    const moment = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((n) => instantOf(begin + n * 60_000))
    const limited = aTable({
      stages: [
        aStage('check', [], { limit: { amount: 90, unit: 'minutes', group: null } }),
        aStage('agency', [], { limit: { amount: 3, unit: 'working-days', group: null } }),
      ],
    })
    const by = { table: limited, calendar, automaticApproval: { workingDays: 5, basis: 'UU' } }
    let sounded = 0
    fc.assert(
      fc.property(moment, moment, fc.constantFrom('check', 'agency'), (accepted, now, stage) => {
        fc.pre(accepted < now)
        const promised = promiseFrom(limited, calendar, accepted).dueOn
        const of = course({ acceptedAt: accepted, visits: [{ stage, from: accepted, until: null }] })
        const search = alarmSearch(by, now)
        for (const { kind, stages } of alarmsOf(of, promised, by, now)) {
          sounded += 1
          const found =
            stages.length > 0
              ? search.stays.some((one) => one.stages.includes(stage) && accepted < one.enteredBefore)
              : kind === 'automatic' || kind === 'granted'
                ? search.acceptedBefore !== null && accepted < search.acceptedBefore
                : promised !== null && promised <= search.dueThrough
          expect(found, `${kind} ${accepted} ${now}`).toBe(true)
        }
      }),
    )
    expect(sounded).toBeGreaterThan(50)
  })
})

describe('the course by stays', () => {
  it('reads the same clocks as the whole history, for any history and moment', () => {
    fc.assert(
      fc.property(randomHistory, fc.integer({ min: 0, max: 60 * 24 }), (history, hours) => {
        const { events, state } = growDossier(1, history)
        const full = courseOf(events)
        const now = instantOf(Date.parse(events.at(-1)?.at ?? '') + hours * 3_600_000)
        const stays = stageSpansOf(events, zoneOfHistories)
        const short = courseOfStays(stays, { acceptedAt: state.acceptedAt, decidedAt: full.decidedAt })
        expect(readClocks(short, table, calendar, now).whole).toEqual(
          readClocks(full, table, calendar, now).whole,
        )
      }),
    )
  })
})

describe('real working time', () => {
  const minute = fc.integer({ min: 0, max: 45 * 24 * 60 })
  const at = (n: number) => instantOf(Date.parse('2026-02-20T00:00:00.000Z') + n * 60_000)

  it('is the sum of the counted days: working days after day 0, but those with the applicant at closing', () => {
    fc.assert(
      fc.property(minute, minute, minute, minute, (...four) => {
        const [begin = 0, from = 0, until = 0, end = 0] = four.toSorted((one, other) => one - other)
        const [accepted, decided] = [at(begin), at(end)]
        const pauses = [{ from: at(from), until: at(until) }]
        const worked = workedDays({ acceptedAt: accepted, pauses }, table, calendar, decided)
        if (!worked) throw new Error('it was accepted')
        expect(worked.days.filter((one) => one.counted)).toHaveLength(worked.counted)
        const { dayZero } = addWorkingDays(calendar, accepted, 0)
        const all = Math.max(0, workingDaysBetween(calendar, dayZero, officeDateOf(decided, calendar.zone)))
        expect(worked.counted + worked.paused).toBe(all)
        expect(worked.days.every((one) => one.counted || one.why !== 'working-day')).toBe(true)
      }),
    )
  })

  it('counts 29 February as the working day that it is, and nothing before the acceptance', () => {
    const leap = anOfficeCalendar()
    const from = wib('2028-02-28T09:00')
    const worked = workedDays({ acceptedAt: from, pauses: [] }, table, leap, wib('2028-03-01T09:00'))
    expect(worked?.days.map(({ date, counted }) => [date, counted])).toEqual([
      ['2028-02-28', false],
      ['2028-02-29', true],
      ['2028-03-01', true],
    ])
    expect(workedDays({ acceptedAt: null, pauses: [] }, table, leap, from)).toBeNull()
    expect(addDays(officeDate('2028-02-28'), 1)).toBe('2028-02-29')
  })

  it('gives a minute before midnight at the office to its own day', () => {
    const from = wib('2026-03-02T09:00')
    const until = (moment: string) =>
      workedDays({ acceptedAt: from, pauses: [] }, table, calendar, wib(moment))?.counted
    expect([until('2026-03-03T23:59'), until('2026-03-04T00:00')]).toEqual([1, 2])
  })
})

function holiday(date: string) {
  return {
    date: officeDate(date),
    type: 'office-closed',
    name: 'Banjir',
    estimated: false,
  } as const
}
