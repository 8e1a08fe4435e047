import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay } from './calendar.ts'
import { readClocks } from './clock-reading.ts'
import type { Course, StageVisit } from './course.ts'
import type { Instant } from './instant.ts'
import { addMs, compareInstants } from './instant.ts'
import { dateOfDayNumber, dayNumberOf, officeDate } from './office-date.ts'
import { instantAt } from './office-zone.ts'
import type { StageLimit, StageTable } from './stage-table.ts'
import { anOfficeCalendar } from './testing/calendar.ts'
import { aStage, aTable } from './testing/stage-tables.ts'
import { timeLeft } from './time-left.ts'
import { timeOfDay, timeOfMinutes } from './time-of-day.ts'

const calendar = anOfficeCalendar()
const at = (date: string, time = '09.00'): Instant =>
  instantAt(officeDate(date), timeOfDay(time), calendar.zone)
const limit = (amount: number, unit: StageLimit['unit'], group: string | null = null): StageLimit => ({
  amount,
  unit,
  group,
})

/** As Purwakarta after acceptance: an hour for data, seven days shared at once, six days shared in a row. */
const table: StageTable = aTable({
  limit: { workingDays: 14, minutes: 120 },
  stages: [
    aStage('repair', [], { where: 'applicant', clock: 'paused', limit: limit(30, 'minutes') }),
    aStage('data', [], { limit: limit(1, 'hours') }),
    aStage('meeting', [], { limit: limit(7, 'working-days', 'review') }),
    aStage('visit', [], { limit: limit(7, 'working-days', 'review') }),
    aStage('draft', [], { limit: limit(6, 'working-days', 'paper') }),
    aStage('section', [], { limit: limit(6, 'working-days', 'paper') }),
    aStage('head', [], { limit: limit(6, 'working-days', 'paper') }),
  ],
})

const visit = (stage: string, from: Instant, until: Instant | null = null): StageVisit => ({
  stage,
  from,
  until,
})
const course = (visits: readonly StageVisit[], change: Partial<Course> = {}): Course => ({
  visits,
  acceptedAt: visits[0]?.from ?? null,
  pauses: [],
  decidedAt: null,
  ...change,
})
const clockOf = (read: ReturnType<typeof readClocks>, stage: string) =>
  read.stages.find((one) => one.stages.includes(stage)) ?? expect.fail(`no clock of ${stage}`)

describe('the clock of the whole procedure', () => {
  it('does not run before the dossier is complete and correct', () => {
    const read = readClocks(
      course([visit('draft', at('2026-07-06'))], { acceptedAt: null }),
      table,
      calendar,
      at('2026-07-10'),
    )
    expect(read.whole).toMatchObject({ state: 'waiting', used: 0, remaining: null, dueOn: null })
    expect(read.days).toEqual([])
  })

  it('counts begun days and says which are left', () => {
    const one = course([visit('draft', at('2026-07-06'))])
    const small = { ...table, limit: { workingDays: 5, minutes: 0 } }
    const read = (now: Instant) => readClocks(one, small, calendar, now).whole
    expect(read(at('2026-07-06', '14.00'))).toMatchObject({ state: 'running', used: 0, remaining: 5 })
    expect(read(at('2026-07-08'))).toMatchObject({ used: 2, remaining: 3, dueOn: '2026-07-13' })
    expect(read(at('2026-07-13'))).toMatchObject({ used: 5, remaining: 0 })
    expect(read(at('2026-07-14'))).toMatchObject({ used: 6, remaining: -1, dueOn: '2026-07-13' })
  })

  it('stands with the applicant, promises no day meanwhile, and runs on with what was left', () => {
    const pauses = [{ from: at('2026-07-08'), until: at('2026-07-13') }]
    const one = course([visit('draft', at('2026-07-06'))], { pauses })
    const small = { ...table, limit: { workingDays: 5, minutes: 0 } }
    expect(readClocks(one, small, calendar, at('2026-07-10')).whole).toMatchObject({
      state: 'paused',
      used: 2,
      remaining: 3,
      dueOn: null,
      pausedDays: 3,
    })
    const back = readClocks(one, small, calendar, at('2026-07-13', '10.00'))
    expect(back.whole).toMatchObject({ state: 'running', remaining: 3, dueOn: '2026-07-16', pausedDays: 3 })
    expect(back.days.filter(({ counted }) => counted).map(({ date }) => date)).toEqual([
      '2026-07-07',
      '2026-07-13',
      '2026-07-14',
      '2026-07-15',
      '2026-07-16',
    ])
  })

  it('stops with the decision', () => {
    const one = course([visit('draft', at('2026-07-06'), at('2026-07-09'))], { decidedAt: at('2026-07-09') })
    expect(readClocks(one, table, calendar, at('2026-07-30')).whole).toMatchObject({
      state: 'stopped',
      used: 3,
    })
  })

  it('tells the age where the office publishes no limit', () => {
    const none = { ...table, limit: null }
    const read = readClocks(course([visit('draft', at('2026-07-06'))]), none, calendar, at('2026-07-09'))
    expect(read.whole).toMatchObject({ used: 3, remaining: null, dueOn: null })
  })

  it('says of each day why it was counted or not, and which stage held it', () => {
    const one = course([visit('data', at('2026-03-13'), at('2026-03-16')), visit('draft', at('2026-03-16'))])
    const { days } = readClocks(one, table, calendar, at('2026-03-17', '16.00'))
    expect(days.slice(0, 7).map(({ date, why, name, stages }) => [date, why, name, stages])).toEqual([
      ['2026-03-13', 'day-zero', null, []],
      ['2026-03-14', 'not-in-week', null, []],
      ['2026-03-15', 'not-in-week', null, []],
      ['2026-03-16', 'working-day', null, ['draft']],
      ['2026-03-17', 'working-day', null, ['draft']],
      ['2026-03-18', 'collective-leave', 'Cuti Bersama Hari Suci Nyepi', []],
      ['2026-03-19', 'national-holiday', 'Hari Suci Nyepi', []],
    ])
    expect(days.filter(({ counted }) => counted)).toHaveLength(14)
  })
})

describe('the clocks of stages', () => {
  it('runs an hour in office time, without the break', () => {
    const one = course([visit('data', at('2026-07-06', '11.30'))])
    const read = (time: string) => clockOf(readClocks(one, table, calendar, at('2026-07-06', time)), 'data')
    expect(read('12.30')).toMatchObject({ unit: 'minutes', used: 30, remaining: 30, state: 'running' })
    expect(read('13.45')).toMatchObject({ used: 75, remaining: -15, dueAt: at('2026-07-06', '13.30') })
  })

  it('shares seven days over meeting and visit that are open at once', () => {
    const one = course([
      visit('meeting', at('2026-07-06'), at('2026-07-08')),
      visit('visit', at('2026-07-06')),
    ])
    const { stages } = readClocks(one, table, calendar, at('2026-07-10'))
    expect(stages).toHaveLength(1)
    expect(stages[0]).toMatchObject({ stages: ['meeting', 'visit'], used: 4, remaining: 3, state: 'running' })
  })

  it('shares six days over the stages in a row, internal returns included', () => {
    const one = course([
      visit('draft', at('2026-07-06'), at('2026-07-07')),
      visit('section', at('2026-07-07'), at('2026-07-08')),
      visit('draft', at('2026-07-08'), at('2026-07-09')),
      visit('section', at('2026-07-09')),
    ])
    const read = clockOf(readClocks(one, table, calendar, at('2026-07-10')), 'head')
    expect(read).toMatchObject({ used: 4, remaining: 2, dueOn: '2026-07-14', state: 'running' })
  })

  it('stands while the dossier is at stages of another limit, and goes on when it comes back', () => {
    const away = [
      visit('draft', at('2026-07-06'), at('2026-07-08')),
      visit('meeting', at('2026-07-08'), at('2026-07-14')),
    ]
    const gone = clockOf(readClocks(course(away), table, calendar, at('2026-07-10')), 'draft')
    expect(gone).toMatchObject({ state: 'stopped', used: 2, remaining: 4, dueOn: null, pausedDays: 0 })
    const back = course([...away, visit('draft', at('2026-07-14'))])
    const read = clockOf(readClocks(back, table, calendar, at('2026-07-14', '10.00')), 'draft')
    expect(read).toMatchObject({ state: 'running', remaining: 4, dueOn: '2026-07-20' })
    expect(read.days.find(({ date }) => date === '2026-07-09')).toMatchObject({ why: 'elsewhere' })
  })

  it('counts nothing against the applicant', () => {
    const one = course([visit('repair', at('2026-07-06'))])
    expect(readClocks(one, table, calendar, at('2026-07-10')).stages).toEqual([])
  })
})

describe('whatever the history', () => {
  const names = ['data', 'meeting', 'draft', 'section', 'head', 'repair'] as const
  const start = dayNumberOf(officeDate('2026-01-05'))
  const anyStart = fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 1439 }))
    .map(([day, minute]) => instantAt(dateOfDayNumber(start + day), timeOfMinutes(minute), calendar.zone))
  /** One stage after the other for minutes to days; `repair` is with the applicant. */
  const anyCourse = fc
    .tuple(
      anyStart,
      fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 6 * 1440 })), {
        minLength: 1,
        maxLength: 12,
      }),
    )
    .map(([accepted, steps]): { course: Course; now: Instant } => {
      let from = accepted
      const visits = steps.map(([stage, minutes]): StageVisit => {
        const until = addMs(from, minutes * 60_000)
        const one = { stage, from, until }
        from = until
        return one
      })
      const last = visits.at(-1)
      const pauses = visits
        .filter((one) => one.stage === 'repair')
        .map((one) => ({ from: one.from, until: one === last ? null : one.until }))
      const open = visits.map((one) => (one === last ? { ...one, until: null } : one))
      return { course: { visits: open, acceptedAt: accepted, pauses, decidedAt: null }, now: from }
    })

  it('used and left make the limit, and the due day is a working day', () => {
    fc.assert(
      fc.property(anyCourse, ({ course: one, now }) => {
        const { whole, stages } = readClocks(
          one,
          { ...table, limit: { workingDays: 14, minutes: 0 } },
          calendar,
          now,
        )
        for (const read of [whole, ...stages]) {
          const total = (read.unit === 'minutes' ? read.limit?.minutes : read.limit?.workingDays) ?? NaN
          const left = read.remaining ?? NaN
          // Before day 0 nothing is used, and day 0 itself is still ahead.
          expect(read.used + left).toBeCloseTo(Math.max(total, left))
          expect((read.dueOn === null) === (read.state !== 'running')).toBe(true)
          if (read.dueOn !== null) expect(isWorkingDay(calendar, read.dueOn)).toBe(true)
        }
      }),
    )
  })

  it('every counted day up to the due day makes the limit, none twice', () => {
    fc.assert(
      fc.property(anyCourse, ({ course: one, now }) => {
        const { whole, days } = readClocks(one, table, calendar, now)
        const { dueOn } = whole
        if (dueOn === null) return
        expect(days.filter(({ counted, date }) => counted && date <= dueOn)).toHaveLength(14)
        expect(new Set(days.map(({ date }) => date)).size).toBe(days.length)
      }),
    )
  })

  it('a shared limit uses what its stages hold together: nothing is lost or counted twice', () => {
    fc.assert(
      fc.property(anyCourse, ({ course: one, now }) => {
        const { stages } = readClocks(one, table, calendar, now)
        const paper = stages.find((read) => read.stages.includes('draft'))
        if (!paper) return
        const held = paper.days.filter(({ counted, date }) => {
          const closing = instantAt(date, timeOfDay('14.30'), calendar.zone)
          return counted && closing <= now
        })
        const alone = (stage: string): number =>
          held.filter(({ date }) => {
            const closing = instantAt(date, timeOfDay(dayCloses(date)), calendar.zone)
            return one.visits.some(
              (visit) =>
                visit.stage === stage &&
                visit.from <= closing &&
                (visit.until === null || closing < visit.until),
            )
          }).length
        expect(alone('draft') + alone('section') + alone('head')).toBe(held.length)
      }),
    )
  })

  it('an internal return does not move the promised day', () => {
    fc.assert(
      fc.property(anyCourse, fc.constantFrom('draft', 'section', 'data'), ({ course: one, now }, stage) => {
        const inside = { ...one, visits: one.visits.filter((visit) => visit.stage !== 'repair'), pauses: [] }
        const stays = { ...inside, visits: [visit(stage, one.acceptedAt ?? now)] }
        const due = (read: Course) => readClocks(read, table, calendar, now).whole.dueOn
        expect(due(inside)).toBe(due(stays))
      }),
    )
  })

  it('the list of dossiers says the same days as the clock', () => {
    fc.assert(
      fc.property(anyCourse, ({ course: one, now }) => {
        const { whole } = readClocks(one, table, calendar, now)
        if (whole.state !== 'running') return
        const said = timeLeft(
          calendar,
          {
            status: 'in-process',
            clock: 'running',
            submittedAt: one.acceptedAt ?? now,
            dueOn: whole.dueOn,
            returnedAt: null,
            issuedAt: null,
            handedOverAt: null,
            erratumAt: null,
            signed: false,
            stages: [{ since: now }],
          },
          now,
        )
        expect(said.kind === 'late' ? -said.days : said.days).toBe(whole.remaining)
      }),
    )
  })

  it('a clock never runs backwards', () => {
    fc.assert(
      fc.property(
        anyCourse,
        fc.array(fc.integer({ min: 0, max: 40 * 1440 }), { maxLength: 6 }),
        (drawn, later) => {
          const moments = later.map((minutes) => addMs(drawn.now, minutes * 60_000)).sort(compareInstants)
          const used = moments.map((now) => readClocks(drawn.course, table, calendar, now).whole.used)
          expect(used).toEqual([...used].sort((a, b) => a - b))
        },
      ),
    )
  })
})

const dayCloses = (date: string): string =>
  new Date(`${date}T00:00:00Z`).getUTCDay() === 5 ? '14.30' : '15.00'
