import type { PrintJobView } from '#contract/dossier.ts'
import { clockTime } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { officeTimeOf } from '#domain/office-zone.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { printDeskWords as words } from '../../locales/print-desk.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import type { DeskGroup, DeskLine, DeskRow } from './desk-groups.ts'
import styles from './print-desk.module.css'

interface DeskTableProps {
  groups: readonly DeskGroup[]
  selected: string | undefined
  onSelect: (row: DeskRow) => void
  onOpen: (row: DeskRow) => void
  ticked: ReadonlySet<string>
  onTick: (id: string) => void
  /** All rows of *Selesai hari ini* instead of the last few. */
  all: boolean
  onAll: () => void
}

const shownDone = 5

/** Everything at the desk, the most urgent group first; space ticks, Enter opens the dossier. */
export function DeskTable(props: DeskTableProps) {
  const { groups, ticked } = props
  const { timeZone } = useOffice()
  const hour = (at: Instant): string => clockTime(officeTimeOf(at, timeZone))
  const tick = (row: DeskRow) => {
    if (row.kind === 'letter') props.onTick(row.line.id)
  }
  const columns: readonly Column<DeskRow>[] = [
    {
      key: 'tick',
      head: words.columns.tick,
      headHidden: true,
      width: 40,
      action: true,
      cell: (row) => (
        <span className={styles.tick}>
          {row.kind === 'letter' ? (
            <CheckboxField
              name={words.tick(row.line.holderName)}
              checked={ticked.has(row.line.id)}
              onChange={() => tick(row)}
            />
          ) : (
            <JobMark job={row.job} />
          )}
        </span>
      ),
    },
    { key: 'number', head: words.columns.number, width: 250, nowrap: true, cell: numberOf },
    { key: 'holder', head: words.columns.holder, cell: (row) => <Holder row={row} /> },
    { key: 'time', head: words.columns.time, width: 116, nowrap: true, cell: (row) => timeOf(row, hour) },
  ]
  return (
    <DataTable
      label={words.list}
      columns={columns}
      groups={groups.map(({ key, rows }) => ({
        key,
        title: words.groups[key],
        note: words.sheets(figure(rows.length)),
        right: <GroupEnd {...props} rows={rows} isDone={key === 'done'} />,
        rows: key === 'done' && !props.all ? rows.slice(0, shownDone) : rows,
      }))}
      rowKey={(row) => row.key}
      selected={props.selected}
      onSelect={props.onSelect}
      onOpen={props.onOpen}
      onToggle={tick}
    />
  )
}

function GroupEnd(props: DeskTableProps & { rows: readonly DeskRow[]; isDone: boolean }) {
  if (props.isDone)
    return props.all || props.rows.length <= shownDone ? null : (
      <Button rank="tertiary" size="row" onPress={props.onAll}>
        {words.showAll}
      </Button>
    )
  const count = props.rows.filter((row) => row.kind === 'letter' && props.ticked.has(row.line.id)).length
  return count === 0 ? null : <span className={styles.quiet}>{words.ticked(figure(count))}</span>
}

/** A job's title begins with the number of the letter; other papers have a title only. */
function splitTitle({ title, document }: PrintJobView): [string, string] {
  const space = title.indexOf(' ')
  const isLetter = document in words.papers
  return isLetter && space > 0 ? [title.slice(0, space), title.slice(space + 1)] : [title, '–']
}

function numberOf(row: DeskRow) {
  const line = row.line
  if (row.kind === 'job') return line?.productNumber ?? splitTitle(row.job)[0]
  return row.line.productNumber ?? <span className={styles.quiet}>{words.noNumber}</span>
}

function Holder({ row }: { row: DeskRow }) {
  const name = row.line?.holderName ?? (row.kind === 'job' ? splitTitle(row.job)[1] : '–')
  return (
    <span className={styles.holder} title={name}>
      {name} <span className={styles.type}>{typeOf(row)}</span>
    </span>
  )
}

function typeOf(row: DeskRow): string {
  if (row.line !== null) return row.line.permitTypeCode
  const paper = row.kind === 'job' ? row.job.document : 'other'
  return paper === 'permit' || paper === 'refusal-letter' || paper === 'revocation-decree'
    ? words.papers[paper]
    : ''
}

export const jobMeanings: Readonly<Record<PrintJobView['state'], Meaning>> = {
  queued: 'working',
  sending: 'working',
  held: 'soon',
  printed: 'done',
  failed: 'fault',
  unknown: 'uncertain',
  cancelled: 'not-yet',
}

/** The state of a sheet at the place of the box; its words stand in the column of time. */
function JobMark({ job }: { job: PrintJobView }) {
  return <StatusMark meaning={jobMeanings[job.state]}>{null}</StatusMark>
}

function timeOf(row: DeskRow, hour: (at: Instant) => string) {
  if (row.kind === 'letter') return <LetterTime line={row.line} />
  const { job } = row
  const at = hour(job.endedAt ?? job.requestedAt)
  switch (job.state) {
    case 'failed':
      return <span className={styles.late}>{words.failedAt(at)}</span>
    case 'printed':
      return <span className={styles.quiet}>{words.printedAt(at)}</span>
    case 'queued':
      return words.queued
    case 'held':
      return <span className={styles.soon}>{words.held}</span>
    default:
      return words.since(at)
  }
}

function LetterTime({ line }: { line: DeskLine }) {
  const { kind, days } = line.timeLeft
  if (kind === 'late') return <StatusMark meaning="late">{words.times.late(days)}</StatusMark>
  if (kind === 'left')
    return days <= 1 ? (
      <StatusMark meaning="soon">{words.times.left(days)}</StatusMark>
    ) : (
      words.times.left(days)
    )
  return kind === 'done' ? words.times.done : words.times.age(days)
}
