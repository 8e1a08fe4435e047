import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { UserView } from '#contract/session.ts'
import type { CalendarYearView } from '#contract/calendar.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { joinWords } from '#domain/indonesian.ts'
import { documentLabel } from '#domain/wording/application.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure, pageMoment } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { passGuard } from '../../lib/unsaved-guard.ts'
import { deputyWords } from '../../locales/deputies.ts'
import { mailServerWords } from '../../locales/mails.ts'
import { beginningWords } from '../../locales/beginning.ts'
import { officeBookWords } from '../../locales/office-book.ts'
import { settingsWords as words } from '../../locales/settings.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TwoPanes } from '../../ui/two-panes.tsx'
import { BeginningScreen } from './beginning-screen.tsx'
import { BookBar } from './book-bar.tsx'
import { BookList, BookPane } from './book-part.tsx'
import { CalendarRecord, CalendarTable, CalendarYearBar } from './calendar-part.tsx'
import { HolidayForm } from './holiday-form.tsx'
import { MailServerForm, MailServerState } from './mail-server-form.tsx'
import { NumberSearchBar } from './numbers-list.tsx'
import { NumbersList, NumbersPane, useNumbers } from './numbers-part.tsx'
import { PrinterForm } from './printer-form.tsx'
import type { PrinterView } from './printer-form.tsx'
import { RolesPane } from './roles-part.tsx'
import styles from './settings.module.css'
import { bookParts, isBookPart, useBook } from './use-book.ts'
import { SigningServicePane } from './signing-service-form.tsx'
import { UserForm } from './user-form.tsx'

const parts = ['users', 'printers', 'mail', 'calendar', 'numbers', 'beginning', ...bookParts] as const
type Part = (typeof parts)[number]

const pathOf: Record<Part, string> = {
  users: '/',
  printers: '/printer',
  mail: '/surel',
  calendar: '/kalender',
  numbers: '/nomor',
  beginning: '/awal',
  officials: '/pejabat',
  procedure: '/alur',
  types: '/jenis-izin',
}

/** What stands in the pane: one that exists, or a new one. */
type Opened = { readonly id: string } | 'new' | null

/** *Pengaturan*: who works here, on which printers, on which days; the list at the left, one of them at the right. */
export function SettingsScreen() {
  const trpc = useTRPC()
  const [path, navigate] = useLocation()
  const part = parts.find((one) => pathOf[one] === path) ?? 'users'
  const [opened, setOpened] = useState<Opened>(null)
  const users = useQuery(trpc.administration.users.queryOptions())
  const printers = useQuery(trpc.administration.printers.queryOptions())
  const mailServer = useQuery(trpc.mails.server.queryOptions())
  const { timeZone } = useOffice()
  const [year, setYear] = useState(() => Number(officeDateOf(pageMoment(), timeZone).slice(0, 4)))
  const calendar = useQuery(trpc.calendar.year.queryOptions({ year }))
  const numbers = useNumbers(part === 'numbers')
  const book = useBook(part)
  const open = (next: Opened) => passGuard(() => setOpened(next))
  const show = (next: Part, then: Opened = null) =>
    passGuard(() => {
      setOpened(then)
      navigate(pathOf[next], { replace: true })
    })
  const shown = isBookPart(part)
    ? book.shown
    : { users, printers, mail: mailServer, calendar, numbers: numbers.shown, beginning: users }[part]
  const add = isBookPart(part)
    ? undefined
    : {
        users: words.user,
        printers: words.printer,
        mail: null,
        calendar: words.calendar,
        numbers: null,
        beginning: null,
      }[part]?.add
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: words.keys.choose },
    ...(add === undefined ? [] : [{ keys: 'Ctrl+B', label: add, run: () => open('new') }]),
  ])
  const title = (
    <ScreenTitle
      title={words.title}
      note={
        <Segmented
          label={words.tabsName}
          current={part}
          onChange={(key) => show(parts.find((one) => one === key) ?? 'users')}
          tabs={[
            { key: 'users', name: words.users, ...countOf(users.data) },
            { key: 'printers', name: words.printers, ...countOf(printers.data) },
            { key: 'mail', name: mailServerWords.tab },
            { key: 'calendar', name: words.calendarTab },
            { key: 'numbers', name: words.numbersTab },
            { key: 'beginning', name: beginningWords.tab },
            ...bookParts.map((key) => ({ key, name: officeBookWords.tabs[key] })),
          ]}
        />
      }
      right={
        add !== undefined && (
          <>
            {part === 'users' && (
              <Button kbd="F9" onPress={() => passGuard(() => navigate('~/pengganti'))}>
                {deputyWords.open}
              </Button>
            )}
            <Button icon={IconPlus} kbd="Ctrl+B" onPress={() => open('new')}>
              {add}
            </Button>
          </>
        )
      }
    />
  )
  if (part === 'beginning') return <BeginningScreen title={title} />
  return (
    <TwoPanes
      title={title}
      above={
        isBookPart(part) ? (
          <BookBar
            typed={part === 'procedure' ? null : book.typed}
            onTyped={book.setTyped}
            file={book.file}
          />
        ) : part === 'numbers' ? (
          <NumberSearchBar
            search={numbers.search}
            onSearch={(next) =>
              passGuard(() => {
                setOpened(null)
                numbers.setSearch(next)
              })
            }
          />
        ) : part === 'calendar' ? (
          <CalendarYearBar
            year={year}
            view={calendar.data}
            onYear={(next) =>
              passGuard(() => {
                setOpened(null)
                setYear(next)
              })
            }
          />
        ) : (
          <NextSteps users={users.data} printers={printers.data} onAdd={(next) => show(next, 'new')} />
        )
      }
      list={
        <>
          {shown.isPending && <SkeletonRows rows={6} widths={[160, 120, 160, 60]} />}
          {shown.isError && <Failed error={shown.error} onRetry={() => void shown.refetch()} />}
          {part === 'users' && users.data !== undefined && (
            <UserTable users={users.data} selected={idOf(opened)} onSelect={(id) => open({ id })} />
          )}
          {part === 'printers' && printers.data !== undefined && (
            <PrinterTable
              printers={printers.data}
              selected={idOf(opened)}
              onSelect={(id) => open({ id })}
              onAdd={() => open('new')}
            />
          )}
          {part === 'mail' && mailServer.data !== undefined && <MailServerState server={mailServer.data} />}
          {part === 'calendar' && calendar.data !== undefined && (
            <CalendarTable
              days={calendar.data.days}
              selected={idOf(opened)}
              onSelect={(id) => open({ id })}
            />
          )}
          <BookList part={part} book={book} selected={idOf(opened)} onSelect={(id) => open({ id })} />
          {part === 'numbers' && (
            <NumbersList numbers={numbers} selected={idOf(opened)} onSelect={(id) => open({ id })} />
          )}
        </>
      }
      paneName={words.pane}
      pane={
        part === 'officials' && opened === null ? (
          <SigningServicePane />
        ) : isBookPart(part) ? (
          <BookPane part={part} book={book} selected={idOf(opened)} />
        ) : part === 'numbers' ? (
          <NumbersPane numbers={numbers} selected={idOf(opened)} />
        ) : part === 'mail' ? (
          mailServer.data !== undefined && <MailServerForm server={mailServer.data} />
        ) : part === 'calendar' ? (
          <CalendarPane
            opened={opened}
            view={calendar.data}
            onSaved={(date) => {
              if (date !== null) setYear(Number(date.slice(0, 4)))
              setOpened(date === null ? null : { id: date })
            }}
          />
        ) : part === 'users' && opened === null ? (
          <RolesPane />
        ) : part === 'users' ? (
          <One
            opened={opened}
            among={users.data}
            title={words.user.choose}
            note={words.user.chooseNote}
            draw={(user) => (
              <UserForm key={user?.id ?? 'new'} user={user} onSaved={(id) => setOpened({ id })} />
            )}
          />
        ) : (
          <One
            opened={opened}
            among={printers.data}
            title={words.printer.choose}
            note={words.printer.chooseNote}
            draw={(printer) => (
              <PrinterForm key={printer?.id ?? 'new'} printer={printer} onSaved={(id) => setOpened({ id })} />
            )}
          />
        )
      }
    />
  )
}

interface CalendarPaneProps {
  opened: Opened
  view: CalendarYearView | undefined
  onSaved: (date: string | null) => void
}

function CalendarPane({ opened, view, onSaved }: CalendarPaneProps) {
  if (opened === 'new') return <HolidayForm key="new" day={null} onSaved={onSaved} />
  const day = view?.days.find(({ date }) => date === opened?.id)
  if (day !== undefined) return <HolidayForm key={day.date} day={day} onSaved={onSaved} />
  return view === undefined ? null : <CalendarRecord view={view} />
}

const idOf = (opened: Opened): string | undefined =>
  opened === null || opened === 'new' ? undefined : opened.id

const countOf = (list: readonly unknown[] | undefined) =>
  list === undefined ? {} : { count: figure(list.length) }

interface OneProps<Item extends { readonly id: string }> {
  opened: Opened
  among: readonly Item[] | undefined
  title: string
  note: string
  draw: (item: Item | null) => ReactNode
}

function One<Item extends { readonly id: string }>({ opened, among, title, note, draw }: OneProps<Item>) {
  if (opened === 'new') return draw(null)
  const item = among?.find(({ id }) => id === opened?.id)
  if (item !== undefined) return draw(item)
  return (
    <EmptyState title={title} top>
      {note}
    </EmptyState>
  )
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { timeZone } = useOffice()
  return (
    <FailedState title={words.failed} reference={faultOf(error, timeZone)} onRetry={onRetry}>
      {words.failedAction}
    </FailedState>
  )
}

interface NextStepsProps {
  users: readonly UserView[] | undefined
  printers: readonly PrinterView[] | undefined
  onAdd: (part: Part) => void
}

/** A new office has one administrator and nothing to print on: what to do next, until it is done. */
function NextSteps({ users, printers, onAdd }: NextStepsProps) {
  if (users === undefined || printers === undefined) return null
  const needsUsers = users.length === 1
  const needsPrinters = !printers.some(({ active }) => active)
  if (!needsUsers && !needsPrinters) return null
  const { next } = words
  const sentence = !needsPrinters ? next.users : needsUsers ? next.usersAndPrinters : next.printers
  return (
    <Banner
      tone="grey"
      framed
      title={next.title}
      actions={
        <>
          {needsUsers && (
            <Button size="row" onPress={() => onAdd('users')}>
              {next.addUser}
            </Button>
          )}
          {needsPrinters && (
            <Button size="row" onPress={() => onAdd('printers')}>
              {next.addPrinter}
            </Button>
          )}
        </>
      }
    >
      {sentence}
    </Banner>
  )
}

interface TableProps {
  selected: string | undefined
  onSelect: (id: string) => void
}

const stateOf = (active: boolean) =>
  active ? words.active : <span className={styles.off}>{words.inactive}</span>

function UserTable({ users, selected, onSelect }: TableProps & { users: readonly UserView[] }) {
  const { heads } = words.user
  const columns: readonly Column<UserView>[] = [
    { key: 'name', head: heads.name, cell: (one) => one.name },
    { key: 'username', head: heads.username, width: 150, cell: (one) => one.username },
    { key: 'roles', head: heads.roles, width: 190, cell: (one) => joinWords(one.roleLabels) },
    { key: 'counter', head: heads.counter, width: 90, cell: (one) => one.counter ?? '–' },
    { key: 'state', head: heads.state, width: 104, cell: (one) => stateOf(one.active) },
  ]
  return (
    <DataTable
      label={words.user.list}
      columns={columns}
      rows={users}
      rowKey={({ id }) => id}
      selected={selected}
      onSelect={({ id }) => onSelect(id)}
    />
  )
}

/** The first of them fits the column; all of them stand in the pane. */
function Documents({ of: [first, ...more] }: { of: readonly string[] }) {
  if (first === undefined) return words.printer.noDocuments
  if (more.length === 0) return first
  return <span title={joinWords([first, ...more])}>{words.printer.andMore(first, figure(more.length))}</span>
}

function PrinterTable(props: TableProps & { printers: readonly PrinterView[]; onAdd: () => void }) {
  const { heads, kinds } = words.printer
  const columns: readonly Column<PrinterView>[] = [
    { key: 'name', head: heads.name, cell: (one) => one.name },
    { key: 'kind', head: heads.kind, width: 76, cell: (one) => kinds[one.kind] },
    { key: 'address', head: heads.address, width: 180, nowrap: true, cell: (one) => one.address },
    {
      key: 'documents',
      head: heads.documents,
      width: 160,
      nowrap: true,
      cell: (one) => <Documents of={one.documents.map(documentLabel)} />,
    },
    { key: 'state', head: heads.state, width: 104, cell: (one) => stateOf(one.active) },
  ]
  return (
    <DataTable
      label={words.printer.list}
      columns={columns}
      rows={props.printers}
      rowKey={({ id }) => id}
      selected={props.selected}
      onSelect={({ id }) => props.onSelect(id)}
      empty={
        <EmptyState
          title={words.printer.none}
          actions={
            <Button icon={IconPlus} onPress={props.onAdd}>
              {words.printer.add}
            </Button>
          }
        >
          {words.printer.noneNote}
        </EmptyState>
      }
    />
  )
}
