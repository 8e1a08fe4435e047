import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { DaySpan } from '#domain/report-period.ts'
import type { ReportFigure } from '#domain/report-figures.ts'
import { closeDay } from './close-day.ts'
import { checkClosingCode, listDaysNotClosed, sinceClosing } from './closed-days.ts'
import { dailyReport } from './daily-report.ts'
import { noteOfficeFiles, officeKnownAt } from './known-office.ts'
import { limitAlarms } from './limit-alarms.ts'
import { readOpenItems } from './open-items.ts'
import { overview } from './overview.ts'
import { periodReport } from './period-report.ts'
import { createReportFiles } from './report-files.ts'
import { removeReportSchedule, saveReportSchedule } from './report-schedules.ts'
import { stageMeters } from './stage-meters.ts'
import { timeBehind, type TimeCell } from './time-behind.ts'
import { timeReport } from './time-report.ts'
import { yearRecap } from './year-recap.ts'
import type { Office } from './office.ts'
import type { OfficeDeps } from './office-deps.ts'
import { typeRecap } from './type-recap.ts'
import type { signIn } from './sign-in.ts'

/** The reports, what stands behind their figures, and their schedules; a report is of the office as it stood at its moment. */
export const reportServices = (deps: OfficeDeps) => {
  const officeAt = async (asOf: Instant | null): Promise<Office> =>
    asOf === null ? deps.office : officeKnownAt(deps, asOf)
  return {
    officeAt,
    noteOfficeFiles: noteOfficeFiles(deps),
    reportFiles: createReportFiles(deps),
    saveReportSchedule: saveReportSchedule(deps),
    removeReportSchedule: removeReportSchedule(deps),
    periodReport: periodReport(deps),
    timeReport: async (days: DaySpan, asOf: Instant | null, now: Instant) =>
      timeReport({ ...deps, office: await officeAt(asOf) })({ days, asOf: asOf ?? now }),
    timeBehind: async (days: DaySpan, cell: TimeCell, limit: number, asOf: Instant | null, now: Instant) =>
      timeBehind({ ...deps, office: await officeAt(asOf) })({ days, asOf: asOf ?? now }, cell, limit),
    stageMeters: stageMeters(deps),
    limitAlarms: limitAlarms(deps),
    dailyReport: async (day: OfficeDate, asOf: Instant, known: Instant | null) =>
      dailyReport({ ...deps, office: await officeAt(known) })(day, asOf, known),
    typeRecap: async (days: DaySpan, asOf: Instant | null) =>
      typeRecap({ ...deps, office: await officeAt(asOf) })(days, asOf),
    yearRecap: async (year: number, figure: ReportFigure, asOf: Instant | null) =>
      yearRecap({ ...deps, office: await officeAt(asOf) })(year, figure, asOf),
  }
}

/** *Tutup Harian*. */
export const closingServices = (deps: OfficeDeps & { readonly signIn: ReturnType<typeof signIn> }) => ({
  overview: overview(deps),
  closeDay: closeDay(deps),
  sinceClosing: sinceClosing(deps),
  checkClosingCode: checkClosingCode(deps),
  openItemsOfDay: (day: OfficeDate) => readOpenItems(deps, day),
  listDaysNotClosed: (today: OfficeDate) => listDaysNotClosed(deps.queries, today),
})
