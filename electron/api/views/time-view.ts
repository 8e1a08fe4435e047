import type { AlarmsView, TimeReportView } from '#contract/time.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { publishedLimit } from '#domain/promise.ts'
import { sayAlarm } from '#domain/wording/alarms.ts'
import { workingDaysBetween } from '#domain/working-days.ts'
import type { ReportQueries } from '#ports/report-queries.ts'
import type { AlarmedDossier } from '#services/limit-alarms.ts'
import type { Office } from '#services/office.ts'
import { stageLabel, type TimeReport } from '#services/time-report.ts'
import { delayReasonView } from './clock-view.ts'
import { lineView } from './dossier-view.ts'
import { roleLabel } from './office-view.ts'

const roleOfStage = (office: Office, code: string): string => {
  const stage = office.profile.stageTable.stages.find((one) => one.code === code)
  return stage ? roleLabel(office, stage.role) : ''
}

/** The report of time with the names that people read, and the queues in the order of the procedure; null: none are told. */
export function timeReportView(
  office: Office,
  report: TimeReport,
  queues: Awaited<ReturnType<ReportQueries['stageQueues']>> | null,
  now: Instant,
): TimeReportView {
  const { stageTable, calendar } = office.profile
  const today = officeDateOf(now, calendar.zone)
  const order = stageTable.stages.map(({ code }) => code)
  return {
    days: report.days,
    minutesOfDay: report.minutesOfDay,
    limit: publishedLimit(stageTable),
    decided: report.decided,
    stages: [...report.stages],
    roles: [...report.roles],
    applicants: [...report.applicants],
    queues:
      queues &&
      queues
        .map((one) => ({
          ...one,
          label: stageLabel(stageTable, one.stage),
          role: roleOfStage(office, one.stage),
          outside: stageTable.stages.some(({ code, where }) => code === one.stage && where === 'applicant'),
          days: Math.max(0, workingDaysBetween(calendar, officeDateOf(one.since, calendar.zone), today)),
        }))
        .sort((one, other) => order.indexOf(one.stage) - order.indexOf(other.stage)),
    late: report.late.map(({ heldBy, dossier, reason, ...one }) => ({
      ...one,
      reason: reason && delayReasonView(reason),
      dossier: lineView(office, dossier, now),
      heldBy: heldBy && {
        ...heldBy,
        stage: stageLabel(stageTable, heldBy.stage),
        role: roleOfStage(office, heldBy.stage),
      },
    })),
  }
}

/** Alarms in words. `stages` are those of the person who asks; `all` false: nobody else's are shown. */
export function alarmsView(
  office: Office,
  alarmed: readonly AlarmedDossier[],
  { stages, all }: { readonly stages: readonly string[]; readonly all: boolean },
  now: Instant,
): Omit<AlarmsView, 'booksAhead'> {
  const { automaticApproval, stageTable } = office.profile
  const rows = alarmed.map(({ dossier, alarms }) => ({
    dossier: lineView(office, dossier, now),
    mine: dossier.stages.some(({ stage }) => stages.includes(stage)),
    whose: [...new Set(dossier.stages.map(({ stage }) => roleOfStage(office, stage)))].join(', '),
    alarms: alarms.map((one) => ({
      kind: one.kind,
      dueOn: one.dueOn,
      text: sayAlarm(
        one,
        one.stages.map((code) => stageLabel(stageTable, code)),
      ),
    })),
  }))
  return { automatic: automaticApproval, rows: rows.filter(({ mine }) => all || mine) }
}
