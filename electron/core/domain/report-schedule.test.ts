import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMs, instantOf } from './instant.ts'
import { addDays, officeDate, weekdayOf, type OfficeDate } from './office-date.ts'
import { instantAt, officeDateOf } from './office-zone.ts'
import { dueAt, duePeriods, mayTry, nextTry, schedulePaces, type ReportRun } from './report-schedule.ts'
import { instant } from './testing/builders.ts'
import { timeOfDay } from './time-of-day.ts'

const zone = 'Asia/Pontianak'
const isWorkingDay = (day: OfficeDate): boolean => !['sat', 'sun'].includes(weekdayOf(day))
const office = { zone, isWorkingDay }
const at = timeOfDay('16:30')
const on = (day: string, time: string) => instantAt(officeDate(day), timeOfDay(time), zone)
const daysOf = (pace: 'day' | 'week' | 'month', since: string, now: string) =>
  duePeriods({ pace, at, since: on(since, '12:00') }, on(now, '16:30'), office).map(
    ({ from, through }) => `${from}..${through}`,
  )

describe('a report that is made by itself', () => {
  it('is due at its time on each day of work, and not before', () => {
    expect(daysOf('day', '2026-11-19', '2026-11-19')).toEqual(['2026-11-19..2026-11-19'])
    expect(
      duePeriods({ pace: 'day', at, since: on('2026-11-19', '12:00') }, on('2026-11-19', '16:29'), office),
    ).toEqual([])
    // Saturday and Sunday are no days of work.
    expect(daysOf('day', '2026-11-20', '2026-11-23')).toEqual([
      '2026-11-20..2026-11-20',
      '2026-11-23..2026-11-23',
    ])
  })

  it('covers a whole week or month, February of a leap year too, on its last day', () => {
    expect(daysOf('week', '2026-11-19', '2026-11-22')).toEqual(['2026-11-16..2026-11-22'])
    expect(daysOf('week', '2026-11-19', '2026-11-21')).toEqual([])
    expect(daysOf('month', '2028-02-10', '2028-02-29')).toEqual(['2028-02-01..2028-02-29'])
    expect(daysOf('month', '2026-12-01', '2026-12-30')).toEqual([])
  })

  it('is made up for after a time switched off, the latest 31 periods, and never for what was due before it was set', () => {
    expect(daysOf('month', '2026-08-15', '2026-12-01')).toEqual([
      '2026-08-01..2026-08-31',
      '2026-09-01..2026-09-30',
      '2026-10-01..2026-10-31',
      '2026-11-01..2026-11-30',
    ])
    expect(daysOf('day', '2025-01-01', '2026-11-20')).toHaveLength(31)
    expect(daysOf('day', '2026-11-20', '2026-11-19')).toEqual([])
  })

  it('has in every span exactly the periods that became due in it, each once', () => {
    const moment = fc
      .integer({ min: 0, max: 500 * 24 * 60 })
      .map((minutes) => addMs(on('2026-01-01', '00:00'), minutes * 60_000))
    fc.assert(
      fc.property(fc.constantFrom(...schedulePaces), moment, moment, moment, (pace, ...moments) => {
        const [since = instantOf(0), middle = since, now = middle] = moments.toSorted()
        const due = (from: typeof since, until: typeof since) =>
          duePeriods({ pace, at, since: from }, until, office)
        const all = due(since, now)
        for (const days of all) {
          const when = dueAt({ at }, days, zone)
          expect(when > since && when <= now).toBe(true)
        }
        expect(new Set(all.map(({ from }) => from)).size).toBe(all.length)
        // Looking once in between or not makes no difference.
        if (all.length < 31) expect([...due(since, middle), ...due(middle, now)]).toEqual(all)
        if (pace === 'day') for (const { from } of all) expect(isWorkingDay(from)).toBe(true)
        else
          for (const [index, { from }] of all.entries())
            if (index > 0) expect(addDays(all[index - 1]?.through ?? from, 1)).toBe(from)
        if (all.length > 0) expect(officeDateOf(now, zone) >= (all.at(-1)?.through ?? '')).toBe(true)
      }),
    )
  })
})

describe('a period', () => {
  const run: ReportRun = {
    scheduleId: 'e',
    days: { from: officeDate('2026-11-19'), through: officeDate('2026-11-19') },
    asOf: instant('2026-11-19T09:30:00.000Z'),
    state: 'making',
    station: 'Loket 1',
    tries: 1,
    triedAt: instant('2026-11-19T09:30:00.000Z'),
    delivered: [],
    problem: null,
    detail: null,
    nextTryAt: null,
  }

  it('is left to the station that makes it, until that was silent for ten minutes', () => {
    expect(mayTry(undefined, run.asOf)).toBe(true)
    expect(mayTry(run, addMs(run.triedAt, 599_000))).toBe(false)
    expect(mayTry(run, addMs(run.triedAt, 600_000))).toBe(true)
  })

  it('that is done is done for ever; one that failed waits for its next try, or for somebody', () => {
    const later = addMs(run.triedAt, 365 * 24 * 3_600_000)
    expect(mayTry({ ...run, state: 'done' }, later)).toBe(false)
    expect(mayTry({ ...run, state: 'failed', nextTryAt: null }, later)).toBe(false)
    const failed: ReportRun = { ...run, state: 'failed', nextTryAt: nextTry(run.triedAt, 1) }
    expect(mayTry(failed, addMs(run.triedAt, 299_000))).toBe(false)
    expect(mayTry(failed, addMs(run.triedAt, 300_000))).toBe(true)
    expect([1, 2, 3, 4, 5, 40].map((tries) => Date.parse(nextTry(instantOf(0), tries)) / 60_000)).toEqual([
      5, 10, 20, 40, 60, 60,
    ])
  })
})
