import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { StandardView } from '#contract/information.ts'
import type { TypeLineView, TypeView } from '#contract/office-book.ts'
import { longDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { ApplicationKind } from '#domain/permit-type.ts'
import { spanInWords } from '#domain/wording/officials.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { officeBookWords } from '../../locales/office-book.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { ListSearch, listSearchKey } from '../../ui/list-search.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { LazyPdfView } from '../../ui/lazy-pdf-view.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { BookFacts, BookSection, PaneTitle } from './book-section.tsx'
import styles from './book.module.css'

const words = officeBookWords.types

interface TypesTableProps {
  types: readonly TypeLineView[]
  selected: string | undefined
  onSelect: (code: string) => void
}

export function TypesTable({ types, selected, onSelect }: TypesTableProps) {
  const { heads } = words
  const columns: readonly Column<TypeLineView>[] = [
    { key: 'code', head: heads.code, width: 110, nowrap: true, cell: (one) => one.code },
    { key: 'name', head: heads.name, cell: (one) => one.name },
    {
      key: 'validity',
      head: heads.validity,
      width: 196,
      cell: (one) => one.validity ?? <span className={styles.quiet}>{words.notInForce}</span>,
    },
    { key: 'where', head: heads.where, width: 120, cell: (one) => one.elsewhere ?? words.here },
  ]
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useShortcuts([{ keys: listSearchKey, label: words.keys.search, run: () => input.current?.select() }])
  const sought = typed.trim().toLowerCase()
  const shown = types.filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(sought))
  return (
    <>
      <ListSearch
        label={words.search}
        placeholder={words.searchPlaceholder}
        value={typed}
        onChange={setTyped}
        onFirst={() => shown[0] !== undefined && onSelect(shown[0].code)}
        inputRef={input}
        found={sought === '' ? undefined : words.found(figure(shown.length))}
      />
      <DataTable
        label={words.list}
        columns={columns}
        rows={shown}
        rowKey={({ code }) => code}
        selected={selected}
        onSelect={({ code }) => onSelect(code)}
        empty={
          <EmptyState title={words.foundNone} top>
            {words.foundNoneNote}
          </EmptyState>
        }
      />
    </>
  )
}

/** One type: what would be asked for on the day, kind by kind, and everything else that is written down of it. */
export function TypePane({ code, on }: { code: string | undefined; on: OfficeDate }) {
  const { timeZone } = useOffice()
  const type = useQuery(
    useTRPC().officeBook.type.queryOptions({ code: code ?? '', on }, { enabled: code !== undefined }),
  )
  if (code === undefined || type.data === null)
    return (
      <EmptyState title={words.choose} top>
        {words.chooseNote}
      </EmptyState>
    )
  if (type.data === undefined)
    return type.isError ? (
      <FailedState
        title={officeBookWords.failed}
        reference={faultOf(type.error, timeZone)}
        onRetry={() => void type.refetch()}
        top
      >
        {officeBookWords.failedAction}
      </FailedState>
    ) : (
      <SkeletonRows rows={6} widths={[280]} />
    )
  return <TypeBook key={code} type={type.data} on={on} />
}

function TypeBook({ type, on }: { type: TypeView; on: OfficeDate }) {
  const [chosen, setChosen] = useState<ApplicationKind>('new')
  const kind = type.kinds.find((one) => one.kind === chosen)?.kind ?? type.kinds[0]?.kind
  return (
    <>
      <PaneTitle>{`${type.code} – ${type.name}`}</PaneTitle>
      <div className={styles.reading} tabIndex={0} role="group" aria-label={type.name}>
        <div className={styles.section}>
          {kind === undefined ? (
            <p className={styles.quiet}>{words.noKinds}</p>
          ) : (
            <SelectField
              label={words.kinds}
              value={kind}
              onChange={(value) => setChosen(type.kinds.find((one) => one.kind === value)?.kind ?? chosen)}
              options={type.kinds.map((one) => ({ value: one.kind, label: one.label }))}
            />
          )}
        </div>
        {kind !== undefined && <Asked code={type.code} kind={kind} on={on} />}
        <BookSection title={words.fields}>
          {type.fields.length === 0 ? (
            <p className={styles.quiet}>{words.noFields}</p>
          ) : (
            <ul className={styles.list}>
              {type.fields.map((one) => (
                <li key={one.label}>
                  {one.label}{' '}
                  <span className={styles.quiet}>
                    {[one.kind, one.required && words.required, one.printed && words.printed]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </BookSection>
        <BookSection title={words.paper}>
          <BookFacts
            facts={[
              [words.profession, type.profession],
              [words.organization, type.organization ?? words.noOrganization],
            ]}
          />
          <SamplePaper code={type.code} on={on} />
          <ul className={styles.list}>
            {type.paper.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </BookSection>
        <BookSection title={words.regimes}>
          <Timeline
            label={words.regimes}
            entries={type.regimes.map((one) => ({
              key: one.from,
              title: spanInWords(one),
              note: words.regime(figure(one.requirements)),
              ...(one.legalBasis.length > 0 ? { body: one.legalBasis.join('; ') } : {}),
              ...(one.current ? { tone: 'current' as const } : {}),
            }))}
          />
        </BookSection>
        <BookSection title={words.files}>
          <ul className={styles.list}>
            {type.files.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </BookSection>
      </div>
    </>
  )
}

/** The permit with invented data, as it would be printed on the day that is looked at. */
function SamplePaper({ code, on }: { code: string; on: OfficeDate }) {
  const [shown, setShown] = useState(false)
  const title = words.sampleOf(code, longDate(on))
  return (
    <>
      <Button size="row" icon={IconFileText} onPress={() => setShown(true)}>
        {words.sample}
      </Button>
      {shown && (
        <Drawer opened title={title} width={820} onClose={() => setShown(false)}>
          <LazyPdfView url={`/files/sample/${encodeURIComponent(code)}/${on}.pdf`} title={title} paper="" />
        </Drawer>
      )}
    </>
  )
}

function Asked({ code, kind, on }: { code: string; kind: ApplicationKind; on: OfficeDate }) {
  const standard = useQuery(useTRPC().officeBook.standard.queryOptions({ code, kind, on }))
  if (standard.data === undefined) return <SkeletonRows rows={4} widths={[280]} />
  return standard.data === null ? null : <Standard standard={standard.data} />
}

function Standard({ standard }: { standard: StandardView }) {
  const { route } = standard
  return (
    <>
      <BookSection title={words.requirements(figure(standard.requirements.length))}>
        <ol className={styles.list}>
          {standard.requirements.map((one) => (
            <li key={one.label}>
              {one.label}{' '}
              <span className={styles.quiet}>
                {[
                  one.formWord === '' ? null : `${figure(one.count)} ${one.formWord}`,
                  one.condition ?? words.always,
                  one.maxAge,
                  one.upload,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      </BookSection>
      <BookSection title={words.facts}>
        <BookFacts
          facts={[
            [words.validity, standard.validity],
            [words.limit, standard.placeLimit ?? words.noLimit],
            [words.route, route.to === 'own-office' ? words.here : `${route.destination}: ${route.reason}`],
            [words.product, standard.product],
          ]}
        />
      </BookSection>
    </>
  )
}
