import type { TimeLineView, TimeReportView } from '#contract/time.ts'
import { figure } from '../../lib/format.ts'
import { shortTook } from '../../lib/took.ts'
import { timeWords as words } from '../../locales/time-report.ts'
import { EmptyState } from '../../ui/states.tsx'
import { CellGrid, type CellOfGrid, type RowOfGrid } from './cell-grid.tsx'
import type { OpenCell } from './time-behind-pane.tsx'
import styles from './reports.module.css'

interface TimeTableProps {
  view: TimeReportView
  of: 'stage' | 'role' | 'applicant'
  cell: OpenCell | null
  onOpen: (cell: OpenCell) => void
}

const { heads } = words

/** Times by stage or role; of a stage also what waits there now. Each figure opens its dossiers. */
export function TimeTable({ view, of, cell, onOpen }: TimeTableProps) {
  const lines = { stage: view.stages, role: view.roles, applicant: view.applicants }[of]
  const queues =
    of === 'role' ? [] : (view.queues ?? []).filter(({ outside }) => outside === (of === 'applicant'))
  // A stage that nobody has left in the span may have a queue all the same.
  const onlyQueues = queues.filter(({ stage }) => !lines.some(({ group }) => group === stage))
  const columns = columnsOf(of, lines, view.queues !== null)
  const draw = (line: TimeLineView | null, group: string, label: string): RowOfGrid['cells'] =>
    columns.map((column) => column.cell({ view, line, group, label, of, cell, onOpen }))
  if (lines.length + onlyQueues.length === 0)
    return <EmptyState title={words.stagesEmpty}>{words.stagesEmptyNote}</EmptyState>
  return (
    <CellGrid
      label={{ stage: words.stageTable, role: words.roleTable, applicant: words.applicantTable }[of]}
      heads={[
        { text: of === 'role' ? heads.role : heads.stage },
        ...columns.map(({ head, title }) => ({ text: head, ...(title === undefined ? {} : { title }) })),
      ]}
      rows={[
        ...lines.map((line) => ({
          key: line.group,
          head: <Head label={line.label} role={line.role} limit={line.limit} />,
          title: line.label,
          cells: draw(line, line.group, line.label),
        })),
        ...onlyQueues.map((one) => ({
          key: one.stage,
          head: <Head label={one.label} role={one.role} limit={null} />,
          title: one.label,
          cells: draw(null, one.stage, one.label),
        })),
      ]}
      note={<p className={styles.quiet}>{words.note}</p>}
    />
  )
}

function Head({ label, role, limit }: { label: string; role: string | null; limit: string | null }) {
  const facts = [role, limit === null ? null : words.limit(limit)].filter((one) => one !== null)
  return (
    <>
      {label}
      {facts.length > 0 && <span className={styles.typeName}> · {facts.join(' · ')}</span>}
    </>
  )
}

interface CellInput extends Omit<TimeTableProps, 'view'> {
  view: TimeReportView
  line: TimeLineView | null
  group: string
  label: string
}

interface TimeColumn {
  readonly head: string
  readonly title?: string
  readonly cell: (input: CellInput) => CellOfGrid
}

/** A figure of stays; `only` says which of them are behind it. */
function stays(
  head: string,
  textOf: (line: TimeLineView, minutesOfDay: number) => string | null,
  only: 'all' | 'back' | 'over',
  title?: string,
): TimeColumn {
  return {
    head,
    ...(title === undefined ? {} : { title }),
    cell: ({ view, line, group, label, of, cell, onOpen }) => {
      const text = line === null ? null : textOf(line, view.minutesOfDay)
      const stage = of === 'role' ? 'role' : 'stage'
      const own = { of: stage, group, outside: of === 'applicant', only } as const
      const named = { all: words.behind.stay, back: words.behind.back, over: words.behind.over }[only](label)
      return {
        key: head,
        text: text ?? '–',
        label: words.cell(text ?? '–', title ?? head, label),
        late: only === 'over',
        selected: only !== 'all' && isOpen(cell, own),
        onOpen: text === null || text === '0' ? null : () => onOpen({ cell: own, title: named }),
      }
    },
  }
}

const isOpen = (open: OpenCell | null, cell: OpenCell['cell']): boolean =>
  open !== null && JSON.stringify(open.cell) === JSON.stringify(cell)

const queue = (
  head: string,
  textOf: (queue: NonNullable<TimeReportView['queues']>[number]) => string,
): TimeColumn => ({
  head,
  cell: ({ view, group, label, cell, onOpen }) => {
    const found = view.queues?.find(({ stage }) => stage === group)
    const own = { of: 'queue', stage: group } as const
    return {
      key: head,
      text: found === undefined ? '0' : textOf(found),
      label: words.cell(found === undefined ? '0' : textOf(found), head, label),
      selected: isOpen(cell, own),
      onOpen: found === undefined ? null : () => onOpen({ cell: own, title: words.behind.queue(label) }),
    }
  },
})

function columnsOf(
  of: TimeTableProps['of'],
  lines: readonly TimeLineView[],
  hasQueues: boolean,
): readonly TimeColumn[] {
  const time = (key: 'median' | 'p80' | 'p95' | 'longest') => (line: TimeLineView, perDay: number) =>
    shortTook(line.times[key], perDay)
  return [
    stays(heads.count, ({ times }) => figure(times.count), 'all'),
    stays(heads.median, time('median'), 'all'),
    stays(heads.p80, time('p80'), 'all'),
    stays(heads.p95, time('p95'), 'all'),
    stays(heads.longest, time('longest'), 'all'),
    ...(lines.some(({ over }) => over !== null)
      ? [stays(heads.over, ({ over }) => (over === null ? null : figure(over)), 'over')]
      : []),
    ...(of === 'applicant'
      ? []
      : [stays(heads.backShort, ({ sentBack }) => figure(sentBack), 'back', heads.back)]),
    ...(of !== 'role' && hasQueues
      ? [
          queue(heads.waiting, ({ waiting }) => figure(waiting)),
          queue(heads.oldest, ({ days }) => words.days(figure(days))),
        ]
      : []),
  ]
}
