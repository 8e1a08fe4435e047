import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useLocation, useParams } from 'wouter'
import { readableRegisters, type ReadableRegister } from '#contract/registers.ts'
import { numericDate } from '#domain/indonesian.ts'
import { addMonths, officeDate, type OfficeDate } from '#domain/office-date.ts'
import { bookLabel } from '#domain/wording/report-books.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useUser } from '../../lib/session.ts'
import { registerWords as words } from '../../locales/registers.ts'
import { reportWords } from '../../locales/reports.ts'
import { PanelHead, ScreenTitle } from '../../ui/panel.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { SpanFields } from '../../ui/span-fields.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { BookForms } from './book-forms.tsx'
import { BookTable } from './book-table.tsx'
import { ExpiringRegister } from './expiring-register.tsx'
import { ReportKinds } from './report-kinds.tsx'
import styles from './reports.module.css'
import { useAddressWords } from './use-address-words.ts'
import { useAddressSpan } from './use-address-span.ts'

/** Those of the screen *Register*; complaints and consultations have a report of their own. */
const shownHere = readableRegisters.filter((one) => one !== 'complaints' && one !== 'consultations')

const months = [1, 3, 6] as const

/** The first of the month up to today; of what is to end the next months. */
const usualDays = (kind: ReadableRegister) => (today: OfficeDate) =>
  kind === 'expiring'
    ? { from: today, until: addMonths(today, 3) }
    : { from: officeDate(`${today.slice(0, 8)}01`), until: today }

/** *Register*: one register at a time, of the days in the address, with the check of its numbers and all its forms. */
export function RegisterReport() {
  const { which } = useParams<{ which?: string }>()
  const kind = shownHere.find((one) => one === which) ?? 'register-in'
  return <Register key={kind} kind={kind} />
}

function Register({ kind }: { kind: ReadableRegister }) {
  const trpc = useTRPC()
  const [, navigate] = useLocation()
  const { permissions } = useUser()
  const span = useAddressSpan(usualDays(kind))
  const { from, until } = span.days
  const days = { from, through: until }
  const register = useQuery(
    trpc.registers.read.queryOptions({ kind, ...days }, { placeholderData: keepPreviousData }),
  )
  const { data } = register
  const [address, setAddress] = useAddressWords(['baris'])
  const counted =
    data?.figures.map((one) => `${figure(one.value)} ${one.label.toLowerCase()}`).join(' · ') ?? ''
  const onOpen = permissions.includes('work-dossiers')
    ? (id: string) => navigate(`~/berkas/${id}`)
    : undefined
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <ScreenTitle title={reportWords.title} note={<ReportKinds current="register" />} />
        <div className={styles.bar}>
          <SelectField
            label={words.which}
            labelAt="left"
            width={300}
            value={kind}
            options={shownHere.map((one) => ({ value: one, label: bookLabel(one) }))}
            onChange={(next) => navigate(`/register/${next}`)}
          />
          {kind === 'expiring' && (
            <Segmented
              dense
              label={words.ahead}
              current={String(months.find((one) => addMonths(span.today, one) === until) ?? '')}
              onChange={(next) => {
                span.setDay('from', numericDate(span.today))
                span.setDay('until', numericDate(addMonths(span.today, Number(next))))
              }}
              tabs={months.map((one) => ({ key: String(one), name: words.months(one) }))}
            />
          )}
          <SpanFields span={span} labelAt="left" />
          <BookForms kind={kind} days={days} />
        </div>
        {kind === 'expiring' ? (
          <ExpiringRegister days={days} note={counted} onOpen={onOpen} />
        ) : (
          <>
            <div className={styles.registerBar}>
              <span className={styles.note} role="status">
                {counted}
              </span>
              {data?.gaps && (
                <StatusMark meaning={data.gaps.complete ? 'done' : 'fault'}>{data.gaps.sentence}</StatusMark>
              )}
            </div>
            <div className={styles.day}>
              <section className={styles.card}>
                <QueryState
                  query={register}
                  rows={9}
                  widths={[150, 100, 200, 120]}
                  failed={reportWords.failed}
                  failedAction={reportWords.failedAction}
                >
                  {({ tables }) =>
                    tables.map((table, at) => (
                      <Fragment key={table.key}>
                        {at > 0 && <PanelHead title={table.title} dense />}
                        <BookTable
                          table={table}
                          onOpen={onOpen}
                          chosen={address.baris}
                          onChoose={(key) => setAddress({ baris: key })}
                          empty={{ title: words.empty, note: words.emptyNote }}
                        />
                      </Fragment>
                    ))
                  }
                </QueryState>
              </section>
              {data?.tables
                .flatMap(({ notes }) => notes)
                .filter((note) => note !== data.gaps?.sentence)
                .map((note) => (
                  <p key={note} className={styles.fact}>
                    {note}
                  </p>
                ))}
            </div>
          </>
        )}
      </div>
    </div>
  )
}
