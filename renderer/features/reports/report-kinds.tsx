import { useLocation } from 'wouter'
import { passGuard } from '../../lib/unsaved-guard.ts'
import { reportWords as words } from '../../locales/reports.ts'
import { Segmented } from '../../ui/tabs.tsx'

/** A new report: its name here, its address, its words and its screen in `reports-screen.tsx`. */
export const reportKinds = ['daily', 'period', 'time', 'register', 'survey', 'complaints'] as const
export type ReportKind = (typeof reportKinds)[number]

export const reportPaths: Readonly<Record<ReportKind, string>> = {
  daily: '/',
  period: '/periode',
  time: '/waktu',
  register: '/register',
  survey: '/survei',
  complaints: '/pengaduan',
}

/** Which report is read; each has an address of its own. */
export function ReportKinds({ current }: { current: ReportKind }) {
  const [, navigate] = useLocation()
  return (
    <Segmented
      label={words.kindsName}
      current={current}
      onChange={(chosen) => {
        const kind = reportKinds.find((one) => one === chosen) ?? 'daily'
        passGuard(() => navigate(reportPaths[kind]))
      }}
      tabs={reportKinds.map((key) => ({ key, name: words.kinds[key] }))}
    />
  )
}
