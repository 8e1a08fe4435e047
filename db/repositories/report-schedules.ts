import { bookFormats, bookKinds } from '#domain/documents/book-kinds.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDate } from '#domain/office-date.ts'
import {
  schedulePaces,
  scheduleProblems,
  type ReportRun,
  type ReportSchedule,
  type ScheduleTarget,
} from '#domain/report-schedule.ts'
import { timeOfDay } from '#domain/time-of-day.ts'
import type { ReportScheduleQueries, ReportScheduleStore } from '#ports/report-schedules.ts'
import type { Knex } from 'knex'
import type { ReportRunRow, ReportScheduleRow } from '../rows/report-rows.ts'
import { isPostgres, jsonOf, objectOf, oneOf, textsOf } from './reading.ts'

const scheduleOf = (row: ReportScheduleRow): ReportSchedule => ({
  id: row.id,
  report: oneOf(bookKinds, row.report, 'kind of report'),
  pace: oneOf(schedulePaces, row.pace, 'pace of a schedule'),
  at: timeOfDay(row.at),
  formats: textsOf(row.formats, 'forms of a schedule').map((one) =>
    oneOf(bookFormats, one, 'form of a report'),
  ),
  target: objectOf<ScheduleTarget>(row.target, ['kind'], 'target of a schedule'),
  since: row.since as Instant,
  setBy: row.set_by,
})

const runOf = (row: ReportRunRow): ReportRun => ({
  scheduleId: row.schedule_id,
  days: { from: officeDate(row.period_from), through: officeDate(row.period_through) },
  asOf: row.as_of as Instant,
  state: oneOf(['making', 'done', 'failed'] as const, row.state, 'state of a run'),
  station: row.station,
  tries: Number(row.tries),
  triedAt: row.tried_at as Instant,
  delivered: textsOf(row.delivered, 'list of what was delivered'),
  problem: row.problem === null ? null : oneOf(scheduleProblems, row.problem, 'problem of a run'),
  detail: row.detail,
  nextTryAt: row.next_try_at as Instant | null,
})

const runRow = (run: ReportRun): ReportRunRow => ({
  schedule_id: run.scheduleId,
  period_from: run.days.from,
  period_through: run.days.through,
  as_of: run.asOf,
  state: run.state,
  station: run.station,
  tries: run.tries,
  tried_at: run.triedAt,
  delivered: jsonOf(run.delivered, 'what was delivered'),
  problem: run.problem,
  detail: run.detail,
  next_try_at: run.nextTryAt,
})

/** Schedules of reports and their runs. */
export function makeReportScheduleStore(trx: Knex): ReportScheduleStore {
  const schedules = () => trx<ReportScheduleRow>('report_schedules')
  const runs = () => trx<ReportRunRow>('report_runs')
  return {
    async find(id) {
      const row = await schedules().where({ id }).first()
      return row && scheduleOf(row)
    },
    async put({ id, report, pace, at, formats, target, since, setBy }) {
      const row: ReportScheduleRow = {
        id,
        report,
        pace,
        at,
        formats: jsonOf(formats, 'forms'),
        target: jsonOf(target, 'target'),
        since,
        set_by: setBy,
      }
      await schedules().insert(row).onConflict('id').merge()
    },
    async remove(id) {
      await runs().where({ schedule_id: id }).delete()
      await schedules().where({ id }).delete()
    },
    async findRun(scheduleId, from) {
      const query = runs().where({ schedule_id: scheduleId, period_from: from })
      const row = await (isPostgres(trx) ? query.forUpdate() : query).first()
      return row && runOf(row)
    },
    async addRun(run) {
      const added = await runs()
        .insert(runRow(run))
        .onConflict(['schedule_id', 'period_from'])
        .ignore()
        .returning('schedule_id')
      return added.length > 0
    },
    async updateRun(run) {
      const { schedule_id, period_from, ...rest } = runRow(run)
      await runs().where({ schedule_id, period_from }).update(rest)
    },
  }
}

/** What is made by itself, and what became of it. */
export const makeReportScheduleQueries = (reader: Knex): ReportScheduleQueries => ({
  async listReportSchedules() {
    const rows = await reader<ReportScheduleRow>('report_schedules').orderBy(['since', 'id'])
    return rows.map(scheduleOf)
  },
  async listReportRuns(scheduleId, limit) {
    const rows = await reader<ReportRunRow>('report_runs')
      .where({ schedule_id: scheduleId })
      .orderBy('period_from', 'desc')
      .limit(limit)
    return rows.map(runOf)
  },
})
