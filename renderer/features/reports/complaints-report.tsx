import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { RegisterTableView, RegisterView } from '#contract/registers.ts'
import { officeDate, type OfficeDate } from '#domain/office-date.ts'
import { bookLabel } from '#domain/wording/report-books.ts'
import { decimal } from '#domain/indonesian-numbers.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { registerWords as words } from '../../locales/registers.ts'
import { reportWords } from '../../locales/reports.ts'
import { Figures } from '../../ui/figures.tsx'
import { Panel, PanelHead, ScreenTitle } from '../../ui/panel.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { SpanFields } from '../../ui/span-fields.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { BookForms } from './book-forms.tsx'
import { BookTable } from './book-table.tsx'
import { ComplaintsBehind } from './complaints-behind.tsx'
import { FigureGrid } from './figure-grid.tsx'
import type { GridCell } from './figure-grid.tsx'
import { useAddressWords } from './use-address-words.ts'
import { ReportKinds } from './report-kinds.tsx'
import styles from './reports.module.css'
import { useAddressSpan } from './use-address-span.ts'

type Table = RegisterTableView

/** What stands in the address beside the days: complaints or questions, and the figure that stands open. */
const reportNames = ['tentang', 'menurut', 'baris', 'kolom'] as const

const kinds = ['complaints', 'consultations'] as const

/** From the first of the year: complaints are few. */
const thisYear = (today: OfficeDate) => ({ from: officeDate(`${today.slice(0, 5)}01-01`), until: today })

/** *Pengaduan*: what came in, by topic and channel, how soon it was answered; and what was asked at the counters. */
export function ComplaintsReport() {
  const trpc = useTRPC()
  const [address, setAddress] = useAddressWords(reportNames)
  const kind = kinds.find((one) => one === address.tentang) ?? 'complaints'
  const span = useAddressSpan(thisYear)
  const { from, until } = span.days
  const days = { from, through: until }
  const report = useQuery(
    trpc.registers.read.queryOptions({ kind, ...days }, { placeholderData: keepPreviousData }),
  )
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <ScreenTitle title={reportWords.title} note={<ReportKinds current="complaints" />} />
        <div className={styles.bar}>
          <Segmented
            dense
            label={words.about}
            current={kind}
            onChange={(next) => setAddress({ tentang: next, menurut: null, baris: null, kolom: null })}
            tabs={kinds.map((key) => ({ key, name: bookLabel(key) }))}
          />
          <SpanFields span={span} labelAt="left" />
          <BookForms kind={kind} days={days} />
        </div>
        <QueryState
          query={report}
          rows={9}
          widths={[240, 80, 160]}
          failed={reportWords.failed}
          failedAction={reportWords.failedAction}
        >
          {(view) => <Result key={kind} view={view} />}
        </QueryState>
      </div>
    </div>
  )
}

/** The column of the list that a group is about. */
const columnOfGroup: Readonly<Record<string, string>> = {
  topics: 'topic',
  channels: 'channel',
  types: 'type-code',
}

const isCount = ({ kind }: Table['columns'][number]): boolean => kind === 'count'

/** Rows of the list that a figure counts: those of its group, and of every group in the row of sums. */
function rowsBehind(list: Table, group: string, { row, column }: GridCell): Table['rows'] {
  const at = list.columns.findIndex(({ key }) => key === columnOfGroup[group])
  return list.rows.filter(
    ({ cells, counts }) => counts.includes(column) && (row === null || String(cells[at]) === row),
  )
}

interface GroupGridProps {
  table: Table
  list: Table
  selected: GridCell | null
  onOpen: (cell: GridCell) => void
}

/** One group of a report: each of its figures opens what is behind it. */
function GroupGrid({ table, list, selected, onOpen }: GroupGridProps) {
  const { types } = useOffice()
  const columns = table.columns.filter(isCount)
  const medianAt = table.columns.findIndex(({ key }) => key === 'median-days')
  const valueAt = (cells: Table['rows'][number]['cells'], key: string): number =>
    Number(cells[table.columns.findIndex((one) => one.key === key)] ?? 0)
  const total = Object.fromEntries(
    columns.map(({ key }) => [key, rowsBehind(list, table.key, { row: null, column: key }).length]),
  )
  return (
    <FigureGrid
      label={table.title}
      head={table.columns[0]?.header ?? ''}
      rows={table.rows.map(({ cells }) => {
        const median = medianAt < 0 ? null : cells[medianAt]
        const profession = types.find(({ code }) => code === cells[0])?.profession
        return {
          key: String(cells[0]),
          name: String(cells[0]),
          ...(profession !== undefined && { detail: profession }),
          ...(typeof median === 'number' && {
            detail: words.median(decimal(median, median % 1 === 0 ? 0 : 1)),
          }),
          values: Object.fromEntries(columns.map(({ key }) => [key, valueAt(cells, key)])),
        }
      })}
      total={total}
      columns={columns.map(({ key, header }) => ({ key, head: header, late: key === 'overdue' }))}
      selected={selected}
      onOpen={onOpen}
      all={words.allOf}
      empty={words.empty}
    />
  )
}

/** Figures and groups, each figure with what is behind it; which one stands open is in the address. */
function Result({ view }: { view: RegisterView }) {
  const [, navigate] = useLocation()
  const { permissions } = useUser()
  const [address, setAddress] = useAddressWords(reportNames)
  const groups = view.tables.filter(({ key }) => columnOfGroup[key] !== undefined)
  const list = view.tables.find(({ key }) => columnOfGroup[key] === undefined)
  const opened = groups.find(({ key }) => key === address.menurut)
  const cell: GridCell | null =
    opened === undefined || address.kolom === null ? null : { row: address.baris, column: address.kolom }
  const open = (group: string, { row, column }: GridCell) =>
    setAddress({ menurut: group, baris: row, kolom: column })
  const close = () => setAddress({ menurut: null, baris: null, kolom: null })
  const [first] = groups
  const countedAt = (key: string): boolean => list?.rows.some(({ counts }) => counts.includes(key)) ?? false
  return (
    <div className={styles.beside} data-open={cell === null ? undefined : true}>
      <div className={styles.day}>
        <Figures
          dense
          label={view.title}
          figures={view.figures.map((one) => ({
            name: one.label,
            value: decimal(one.value, Number.isInteger(one.value) ? 0 : 1),
            ...(first !== undefined &&
              countedAt(one.key) && { onOpen: () => open(first.key, { row: null, column: one.key }) }),
            ...(one.key === 'overdue' && one.value > 0
              ? { tone: 'red' as const, note: words.overdueNote }
              : {}),
          }))}
        />
        {list !== undefined && (
          <div className={styles.pair}>
            {groups.map((table) => (
              <Panel key={table.key}>
                <PanelHead title={table.title} dense />
                <GroupGrid
                  table={table}
                  list={list}
                  selected={opened?.key === table.key ? cell : null}
                  onOpen={(next) => open(table.key, next)}
                />
              </Panel>
            ))}
          </div>
        )}
        {list !== undefined && (
          <section className={styles.card}>
            <PanelHead title={list.title} dense />
            <BookTable
              table={list}
              onOpen={permissions.includes('work-dossiers') ? (id) => navigate(`~/berkas/${id}`) : undefined}
              empty={{ title: words.empty, note: words.emptyNote }}
            />
          </section>
        )}
        {view.remarks.map((remark) => (
          <p key={remark} className={styles.fact}>
            {remark}
          </p>
        ))}
      </div>
      {list !== undefined && opened !== undefined && cell !== null && (
        <ComplaintsBehind
          key={`${opened.key} ${cell.row ?? ''} ${cell.column}`}
          title={reportWords.behind.title(
            cell.row ?? words.allOf,
            opened.columns.find(({ key }) => key === cell.column)?.header ??
              view.figures.find(({ key }) => key === cell.column)?.label ??
              cell.column,
          )}
          list={list}
          rows={rowsBehind(list, opened.key, cell)}
          opens={list.key === 'complaints'}
          onClose={close}
        />
      )}
    </div>
  )
}
