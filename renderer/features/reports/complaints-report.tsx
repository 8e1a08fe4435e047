import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { RegisterView } from '#contract/registers.ts'
import { officeDate, type OfficeDate } from '#domain/office-date.ts'
import { bookLabel } from '#domain/wording/report-books.ts'
import { decimal } from '#domain/indonesian-numbers.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useUser } from '../../lib/session.ts'
import { registerWords as words } from '../../locales/registers.ts'
import { reportWords } from '../../locales/reports.ts'
import { uiWords } from '../../locales/ui.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Panel, PanelHead, ScreenTitle } from '../../ui/panel.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { BookForms } from './book-forms.tsx'
import { BookTable } from './book-table.tsx'
import { ReportKinds } from './report-kinds.tsx'
import styles from './reports.module.css'
import { useAddressSpan } from './use-address-span.ts'

const kinds = ['complaints', 'consultations'] as const

/** From the first of the year: complaints are few. */
const thisYear = (today: OfficeDate) => ({ from: officeDate(`${today.slice(0, 5)}01-01`), until: today })

/** *Pengaduan*: what came in, by topic and channel, how soon it was answered; and what was asked at the counters. */
export function ComplaintsReport() {
  const trpc = useTRPC()
  const [kind, setKind] = useState<(typeof kinds)[number]>('complaints')
  const span = useAddressSpan(thisYear)
  const { from, until } = span.days
  const days = { from: from <= until ? from : until, through: until }
  const report = useQuery(
    trpc.registers.read.queryOptions({ kind, ...days }, { placeholderData: keepPreviousData }),
  )
  const day = (key: 'from' | 'until') => (
    <DateField
      label={uiWords.span[key]}
      labelAt="left"
      today={span.today}
      value={span.typed[key]}
      onChange={(typed) => span.setDay(key, typed)}
    />
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
            onChange={(next) => setKind(kinds.find((one) => one === next) ?? 'complaints')}
            tabs={kinds.map((key) => ({ key, name: bookLabel(key) }))}
          />
          {day('from')}
          {day('until')}
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

interface Chosen {
  /** Column of the list, and what stands in it. */
  readonly column: string
  readonly name: string
}

/** The column of the list that a group is about. */
const columnOfGroup: Readonly<Record<string, string>> = {
  topics: 'topic',
  channels: 'channel',
  types: 'type-code',
}

/** Figures and groups; a group that is chosen narrows the list below, chosen again it shows all. */
function Result({ view }: { view: RegisterView }) {
  const [, navigate] = useLocation()
  const { permissions } = useUser()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const groups = view.tables.filter(({ key }) => columnOfGroup[key] !== undefined)
  const list = view.tables.find(({ key }) => columnOfGroup[key] === undefined)
  const choose = (column: string, name: string) =>
    setChosen((before) => (before?.column === column && before.name === name ? null : { column, name }))
  return (
    <div className={styles.day}>
      <Figures
        dense
        label={view.title}
        figures={view.figures.map((one) => ({
          name: one.label,
          value: decimal(one.value, Number.isInteger(one.value) ? 0 : 1),
          ...(one.key === 'overdue' && one.value > 0
            ? { tone: 'red' as const, note: words.overdueNote }
            : {}),
        }))}
      />
      <div className={styles.pair}>
        {groups.map((table) => {
          const column = columnOfGroup[table.key] ?? ''
          return (
            <Panel key={table.key}>
              <PanelHead title={table.title} dense />
              <BookTable
                table={table}
                selected={chosen?.column === column ? chosen.name : undefined}
                onSelect={(name) => choose(column, name)}
                empty={{ title: words.empty, note: words.emptyNote }}
              />
            </Panel>
          )
        })}
      </div>
      {list !== undefined && (
        <section className={styles.card}>
          <PanelHead
            title={list.title}
            note={chosen === null ? words.chooseGroup : words.only(chosen.name)}
            dense
          />
          <BookTable
            table={list}
            shown={(row, columns) => {
              const at = columns.findIndex(({ key }) => key === chosen?.column)
              return chosen === null || row.cells[at] === chosen.name
            }}
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
  )
}
