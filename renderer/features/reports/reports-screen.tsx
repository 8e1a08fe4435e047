import type { ComponentType } from 'react'
import { Route, Switch } from 'wouter'
import { ComplaintsReport } from './complaints-report.tsx'
import { DailyReport } from './daily-report.tsx'
import { PeriodReport } from './period-report.tsx'
import { reportKinds, reportPaths } from './report-kinds.tsx'
import type { ReportKind } from './report-kinds.tsx'
import { RegisterReport } from './register-report.tsx'
import { SurveyReport } from './survey-report.tsx'
import { TimeReport } from './time-report.tsx'

const screens: Readonly<Record<ReportKind, ComponentType>> = {
  daily: DailyReport,
  period: PeriodReport,
  time: TimeReport,
  register: RegisterReport,
  survey: SurveyReport,
  complaints: ComplaintsReport,
}

/** *Laporan*: each report has an address of its own; without one it is today's. */
export function ReportsScreen() {
  return (
    <Switch>
      {reportKinds
        .filter((kind) => kind !== 'daily')
        .map((kind) => (
          <Route key={kind} path={reportPaths[kind]} component={screens[kind]} />
        ))}
      <Route path="/waktu/:days" component={TimeReport} />
      <Route path="/register/:which" component={RegisterReport} />
      <Route component={DailyReport} />
    </Switch>
  )
}
