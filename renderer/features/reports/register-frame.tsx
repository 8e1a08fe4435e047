import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { officeDate, type OfficeDate } from '#domain/office-date.ts'
import { reportWords } from '../../locales/reports.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import type { Asked } from '../../ui/query-state.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './reports.module.css'

const frameWords = reportWords.registerFrame

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

/** What the station answers about the numbers of a register beside its lines. */
interface RegisterView {
  readonly lines: readonly unknown[]
  /** What the check of the numbers found, in words; `complete` false: one lacks. */
  readonly gaps: string
  readonly complete: boolean
}

type LineOf<View extends RegisterView> = View['lines'][number]

interface RegisterFrameProps<View extends RegisterView> {
  words: {
    readonly tab: string
    readonly failed: string
    readonly failedAction: string
    readonly empty: string
    readonly emptyNote: string
    /** Told when its sheet is on its way to the printer. */
    readonly printing: string
  }
  span: ReturnType<typeof useRegisterSpan>
  /** Longest span that is offered. */
  longest: RegisterSpan
  register: Asked<View>
  /** What the lines come to, in words. */
  sum: (view: View) => string
  /** Asks for its sheet; left out where it is printed elsewhere. */
  printing?: RegisterPrinting
  columns: readonly Column<LineOf<View>>[]
  rowKey: (line: LineOf<View>) => string
  /** The dossier of a line; null: nobody was taken in on it. */
  dossierOf: (line: LineOf<View>) => string | null
  onOpen?: ((applicationId: string) => void) | undefined
}

interface RegisterPrinting {
  readonly isPending: boolean
  readonly mutate: (
    days: { from: OfficeDate; until: OfficeDate; printerId: null },
    told: { onSuccess: () => void; onError: () => void },
  ) => void
}

/** A register: which days, what they come to, whether a number lacks, its sheet, and its lines. */
export function RegisterFrame<View extends RegisterView>(props: RegisterFrameProps<View>) {
  const { words, longest, register, sum, printing, onOpen } = props
  const { span, setSpan, days } = props.span
  const offered = spans.slice(0, spans.indexOf(longest) + 1)
  const { data } = register
  const counted = data !== undefined && data.lines.length > 0 ? data : undefined
  return (
    <>
      <div className={styles.registerBar}>
        <Segmented
          dense
          label={frameWords.span}
          tabs={offered.map((key) => ({ key, name: frameWords.spans[key] }))}
          current={span}
          onChange={(key) => setSpan(offered.find((one) => one === key) ?? span)}
        />
        <span className={styles.note} role="status">
          {counted && sum(counted)}
        </span>
        {counted && <StatusMark meaning={counted.complete ? 'done' : 'fault'}>{counted.gaps}</StatusMark>}
        {printing && (
          <Button
            size="row"
            icon={IconPrinter}
            busy={printing.isPending}
            onPress={() =>
              printing.mutate(
                { ...days, printerId: null },
                {
                  onSuccess: () => showToast(words.printing),
                  onError: () => showToast(frameWords.printFailed),
                },
              )
            }
          >
            {frameWords.print}
          </Button>
        )}
      </div>
      <QueryState
        query={register}
        widths={[130, 120, 200, 160]}
        failed={words.failed}
        failedAction={words.failedAction}
      >
        {({ lines }) => (
          <DataTable<LineOf<View>>
            label={words.tab}
            rows={lines}
            rowKey={props.rowKey}
            {...(onOpen === undefined
              ? {}
              : {
                  onOpen: (line) => {
                    const dossier = props.dossierOf(line)
                    if (dossier !== null) onOpen(dossier)
                  },
                })}
            density="dense"
            columns={props.columns}
            empty={<EmptyState title={words.empty}>{words.emptyNote}</EmptyState>}
          />
        )}
      </QueryState>
    </>
  )
}
