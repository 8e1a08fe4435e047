import { join, parse, resolve } from 'node:path'
import { addMs, type Instant } from '#domain/instant.ts'
import { addDays } from '#domain/office-date.ts'
import { instantAt, officeDateOf } from '#domain/office-zone.ts'
import { duePeriods, dueAt, nextTry, type ReportSchedule } from '#domain/report-schedule.ts'
import { timeOfDay } from '#domain/time-of-day.ts'
import type { IdSource } from '#ports/clock.ts'
import type { Stores } from '#ports/stores.ts'
import type { Office } from '#services/office.ts'
import { lastWorkingDays } from './office-time.ts'

interface SchedulesPast {
  readonly office: Office
  readonly stores: Pick<Stores, 'reportSchedules'>
  readonly ids: IdSource
  readonly dataDir: string
  readonly station: string
  /** Who set them. */
  readonly setBy: string
  readonly now: Instant
}

/** Where the reports of each day lie. */
export const sampleReportFolder = (dataDir: string): string => join(dataDir, 'laporan')

const afternoon = timeOfDay('16:30')
const triedBefore = 12 * 60_000

/**
 * Two reports that are made by themselves. The daily one has been due twice: the station makes those files when it starts, as
 * after a time switched off. The weekly one goes to a shared disk that is not there, and is tried again.
 */
export async function scheduleSampleReports(past: SchedulesPast): Promise<void> {
  const { office, stores, ids, dataDir, station, setBy, now } = past
  const { calendar, timeZone: zone } = office.profile
  const today = officeDateOf(now, zone)
  const [since = today] = lastWorkingDays(calendar, addDays(today, -1), 3)
  const daily: ReportSchedule = {
    id: ids.uuid(),
    report: 'daily',
    pace: 'day',
    at: afternoon,
    formats: ['pdf'],
    target: { kind: 'folder', folder: sampleReportFolder(dataDir), station },
    since: instantAt(since, afternoon, zone),
    setBy,
  }
  const weekly: ReportSchedule = {
    id: ids.uuid(),
    report: 'period',
    pace: 'week',
    at: afternoon,
    formats: ['xlsx'],
    target: { kind: 'folder', folder: resolve(parse(dataDir).root, 'disk-bersama', 'laporan'), station },
    since: instantAt(addDays(today, -13), afternoon, zone),
    setBy,
  }
  for (const one of [daily, weekly]) await stores.reportSchedules.put(one)
  const triedAt = addMs(now, -triedBefore)
  for (const days of duePeriods(weekly, now, { zone, isWorkingDay: () => true }))
    await stores.reportSchedules.addRun({
      scheduleId: weekly.id,
      days,
      asOf: dueAt(weekly, days, zone),
      state: 'failed',
      station,
      tries: 4,
      triedAt,
      delivered: [],
      problem: 'folder-missing',
      detail: 'ENOENT',
      nextTryAt: nextTry(triedAt, 4),
    })
}
