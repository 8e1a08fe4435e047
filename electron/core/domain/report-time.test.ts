import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, officeDate } from './office-date.ts'
import { officeMinutesBetween } from './office-hours.ts'
import { instantOf } from './instant.ts'
import { longestHeldBy, minutesOfDay, stayTimes, sumOfficeMinutes, timesBy } from './report-time.ts'
import type { StageSpan } from './stage-spans.ts'
import { anOfficeCalendar } from './testing/calendar.ts'
import { instant } from './testing/builders.ts'

const calendar = anOfficeCalendar()
const from = officeDate('2026-03-01')
const minutes = sumOfficeMinutes(calendar, from, addDays(from, 60))
const wib = (text: string) => instant(new Date(`${text}:00.000+07:00`).toISOString())
const stay = (
  stage: string,
  enteredAt: string,
  leftAt: string | null,
  change: Partial<StageSpan> = {},
): StageSpan => ({
  applicationId: 'a',
  ordinal: 0,
  stage,
  clock: 'running',
  enteredAt: wib(enteredAt),
  leftAt: leftAt === null ? null : wib(leftAt),
  leftDay: null,
  leftBy: leftAt === null ? null : 'forward',
  userId: null,
  userName: null,
  role: null,
  permitTypeCode: 'SIPD',
  applicationKind: 'new',
  ...change,
})

describe('time in reports', () => {
  it('is the office time that the clocks of dossiers count, for any two moments', () => {
    const begin = Date.parse('2026-03-02T00:00:00.000Z')
    const moment = fc.integer({ min: 0, max: 50 * 24 * 60 }).map((n) => instantOf(begin + n * 60_000))
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one]
        expect(minutes(early, late)).toBeCloseTo(officeMinutesBetween(calendar, early, late), 6)
      }),
    )
  })

  it('gives the times that half, eight tenths and nineteen twentieths of the dossiers do not exceed', () => {
    expect(stayTimes([])).toBeNull()
    expect(stayTimes([5])).toEqual({ count: 1, mean: 5, median: 5, p80: 5, p95: 5, longest: 5 })
    expect(stayTimes([10, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual({
      count: 10,
      mean: 5.5,
      median: 5,
      p80: 8,
      p95: 10,
      longest: 10,
    })
  })

  it('gives percentiles that are times of dossiers, in order, and exceeded by no more than they say', () => {
    const times = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(times, (list) => {
        const found = stayTimes(list)
        if (!found) throw new Error('there were times')
        const shares = [
          [found.median, 0.5],
          [found.p80, 0.8],
          [found.p95, 0.95],
        ] as const
        for (const [value, share] of shares) {
          expect(list).toContain(value)
          expect(list.filter((one) => one <= value).length).toBeGreaterThanOrEqual(list.length * share)
          expect(list.filter((one) => one < value).length).toBeLessThan(list.length * share)
        }
        expect(found.median <= found.p80 && found.p80 <= found.p95 && found.p95 <= found.longest).toBe(true)
        expect(stayTimes(list.toReversed())).toEqual({ ...found, mean: expect.closeTo(found.mean, 6) })
      }),
    )
  })

  it('tells what lay with the applicant apart, how often a stage sent back, and how often its limit had run out', () => {
    const spans = [
      stay('check', '2026-03-02T08:00', '2026-03-02T09:00', { leftBy: 'back' }),
      stay('check', '2026-03-03T08:00', '2026-03-03T08:30'),
      stay('repair', '2026-03-03T08:30', '2026-03-04T08:30', { clock: 'paused' }),
    ]
    const ended = spans.map((span, at) => ({
      span,
      minutes: span.leftAt === null ? 0 : minutes(span.enteredAt, span.leftAt),
      over: span.stage === 'check' ? at === 0 : null,
      outside: span.clock === 'paused',
    }))
    const times = timesBy(ended, ({ stage }) => stage, ['repair', 'desk', 'check'])
    expect(times.map((one) => [one.group, one.times.count, one.sentBack, one.over, one.outside])).toEqual([
      ['check', 2, 1, 1, false],
      ['repair', 1, 0, null, true],
    ])
    expect(times[0]?.times.longest).toBe(60)
  })

  it('tells office time as days of the usual week, breaks left out', () => {
    expect(minutesOfDay(calendar)).toBeCloseTo(
      officeMinutesBetween(calendar, wib('2026-03-02T00:00'), wib('2026-03-09T00:00')) / 5,
      6,
    )
    expect(
      minutesOfDay({ week: { ...calendar.week, mon: null, tue: null, wed: null, thu: null, fri: null } }),
    ).toBe(0)
  })

  it('names the stage that held a dossier longest until its decision, and never the applicant', () => {
    const spans = [
      stay('check', '2026-03-02T08:00', '2026-03-02T09:00'),
      stay('repair', '2026-03-02T09:00', '2026-03-05T09:00', { clock: 'paused' }),
      stay('agency', '2026-03-05T09:00', '2026-03-05T10:00'),
      stay('check', '2026-03-05T10:00', '2026-03-05T10:30'),
      stay('rack', '2026-03-05T10:30', null, { clock: 'off' }),
    ]
    expect(longestHeldBy(spans, minutes, wib('2026-03-06T10:00'))).toEqual({
      stage: 'check',
      minutes: 90,
      since: wib('2026-03-02T08:00'),
    })
    expect(longestHeldBy([], minutes, wib('2026-03-06T10:00'))).toBeNull()
  })
})
