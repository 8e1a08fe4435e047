import { IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { officeDate, type OfficeDate } from '#domain/office-date.ts'
import { reportWords } from '../../locales/reports.ts'
import { Button } from '../../ui/button.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import styles from './reports.module.css'

const words = reportWords.registerFrame

const spans = ['day', 'month', 'year'] as const
export type RegisterSpan = (typeof spans)[number]

/** From the first of the month or year up to the day of the report. */
const fromOf = (span: RegisterSpan, day: OfficeDate): OfficeDate =>
  span === 'day' ? day : officeDate(span === 'month' ? `${day.slice(0, 8)}01` : `${day.slice(0, 5)}01-01`)

/** The days that a register shows: those of the report's day, of its month or its year up to that day. */
export function useRegisterSpan(day: OfficeDate, first: RegisterSpan) {
  const [span, setSpan] = useState(first)
  return { span, setSpan, days: { from: fromOf(span, day), until: day } }
}

interface RegisterFrameProps {
  span: RegisterSpan
  onSpan: (span: RegisterSpan) => void
  /** Longest span that is offered. */
  longest: RegisterSpan
  /** What the lines come to, and what the check of their numbers found; undefined: not known, or nothing there. */
  sum: { text: string; gaps: string; complete: boolean } | undefined
  busy: boolean
  onPrint: () => void
  children: ReactNode
}

/** A register above its lines: which days, what they come to, whether a number lacks, and its sheet. */
export function RegisterFrame({ span, onSpan, longest, sum, busy, onPrint, children }: RegisterFrameProps) {
  const offered = spans.slice(0, spans.indexOf(longest) + 1)
  return (
    <>
      <div className={styles.registerBar}>
        <Segmented
          dense
          label={words.span}
          tabs={offered.map((key) => ({ key, name: words.spans[key] }))}
          current={span}
          onChange={(key) => onSpan(offered.find((one) => one === key) ?? span)}
        />
        <span className={styles.note} role="status">
          {sum?.text}
        </span>
        {sum !== undefined && <StatusMark meaning={sum.complete ? 'done' : 'fault'}>{sum.gaps}</StatusMark>}
        <Button size="row" icon={IconPrinter} busy={busy} onPress={onPrint}>
          {words.print}
        </Button>
      </div>
      {children}
    </>
  )
}
