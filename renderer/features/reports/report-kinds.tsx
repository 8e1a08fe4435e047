import { useLayoutEffect, useRef } from 'react'
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

/** Kept with the address to which the choice leads. */
const chosenHere = { chosen: 'report-kind' } as const
const wasChosenHere = (): boolean =>
  (history.state as { readonly chosen?: unknown } | null)?.chosen === chosenHere.chosen

/**
 * Which report is read; each has an address of its own. Every report draws its own choice: whoever goes on by arrows finds
 * the focus in the next one.
 */
export function ReportKinds({ current }: { current: ReportKind }) {
  const [, navigate] = useLocation()
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (wasChosenHere()) place.current?.querySelector<HTMLElement>('[aria-checked=true]')?.focus()
  }, [])
  return (
    <span ref={place} style={{ display: 'contents' }}>
      <Segmented
        label={words.kindsName}
        current={current}
        onChange={(chosen) => {
          const kind = reportKinds.find((one) => one === chosen) ?? 'daily'
          passGuard(() => navigate(reportPaths[kind], { state: chosenHere }))
        }}
        tabs={reportKinds.map((key) => ({ key, name: words.kinds[key] }))}
      />
    </span>
  )
}
