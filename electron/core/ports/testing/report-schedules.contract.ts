import { expect, test } from 'vitest'
import type { ReportRun, ReportSchedule } from '#domain/report-schedule.ts'
import type { Email } from '#domain/email.ts'
import { timeOfDay } from '#domain/time-of-day.ts'
import { anId, day, instant } from '#domain/testing/builders.ts'
import { doWork, type OpenOffice } from './test-office.ts'

const aSchedule = (n: number, change: Partial<ReportSchedule> = {}): ReportSchedule => ({
  id: anId(n, 'e'),
  report: 'daily',
  pace: 'day',
  at: timeOfDay('16:30'),
  formats: ['pdf', 'xlsx'],
  target: { kind: 'folder', folder: '/srv/laporan', station: 'Loket 1' },
  since: instant(`2026-11-0${n}T09:00:00.000Z`),
  setBy: 'Haryati Mensiku',
  ...change,
})

const aRun = (from: string, change: Partial<ReportRun> = {}): ReportRun => ({
  scheduleId: anId(1, 'e'),
  days: { from: day(from), through: day(from) },
  asOf: instant(`${from}T09:30:00.000Z`),
  state: 'making',
  station: 'Loket 1',
  tries: 1,
  triedAt: instant(`${from}T09:30:00.000Z`),
  delivered: [],
  problem: null,
  detail: null,
  nextTryAt: null,
  ...change,
})

/** What schedules of reports and their runs promise. */
export function reportSchedulesContract(open: OpenOffice): void {
  test('a schedule is kept as it was set, and changed in its place', async () => {
    const office = await open()
    const mailed = aSchedule(2, {
      pace: 'month',
      formats: ['csv'],
      target: { kind: 'mail', addresses: ['kadis@contoh.go.id' as Email, 'kabid@contoh.go.id' as Email] },
    })
    await doWork(office, async ({ reportSchedules }) => {
      await reportSchedules.put(mailed)
      await reportSchedules.put(aSchedule(1))
    })
    expect(await office.queries.listReportSchedules()).toEqual([aSchedule(1), mailed])
    const changed = aSchedule(1, { at: timeOfDay('17:00'), formats: ['json'] })
    await doWork(office, ({ reportSchedules }) => reportSchedules.put(changed))
    expect(await doWork(office, ({ reportSchedules }) => reportSchedules.find(changed.id))).toEqual(changed)
  })

  test('a period is taken up once: the second station is told that it was too late', async () => {
    const office = await open()
    await doWork(office, ({ reportSchedules }) => reportSchedules.put(aSchedule(1)))
    const first = aRun('2026-11-19')
    const second = { ...first, station: 'Loket 2' }
    expect(await doWork(office, ({ reportSchedules }) => reportSchedules.addRun(first))).toBe(true)
    expect(await doWork(office, ({ reportSchedules }) => reportSchedules.addRun(second))).toBe(false)
    const done = aRun('2026-11-19', {
      state: 'failed',
      tries: 2,
      delivered: ['laporan-harian-2026-11-19.pdf'],
      problem: 'folder-refused',
      detail: 'EACCES',
      nextTryAt: instant('2026-11-19T09:35:00.000Z'),
    })
    const later = aRun('2026-11-20')
    await doWork(office, async ({ reportSchedules }) => {
      await reportSchedules.updateRun(done)
      await reportSchedules.addRun(later)
    })
    const found = await doWork(office, ({ reportSchedules }) =>
      reportSchedules.findRun(first.scheduleId, first.days.from),
    )
    expect(found).toEqual(done)
    expect(await office.queries.listReportRuns(first.scheduleId, 10)).toEqual([later, done])
    expect(await office.queries.listReportRuns(first.scheduleId, 1)).toEqual([later])
  })

  test('a schedule that is taken away leaves no runs', async () => {
    const office = await open()
    await doWork(office, async ({ reportSchedules }) => {
      await reportSchedules.put(aSchedule(1))
      await reportSchedules.addRun(aRun('2026-11-19'))
      await reportSchedules.remove(anId(1, 'e'))
      await reportSchedules.remove(anId(1, 'e'))
    })
    expect(await office.queries.listReportSchedules()).toEqual([])
    expect(await office.queries.listReportRuns(anId(1, 'e'), 10)).toEqual([])
  })
}
