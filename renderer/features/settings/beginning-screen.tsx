import { IconPlus, IconTable } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { CarriedLineView } from '#contract/beginning.ts'
import type { CarriedBook } from '#domain/carried-over.ts'
import { numericDate } from '#domain/indonesian.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure, fullMomentOf } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { passGuard, useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { beginningWords as words } from '../../locales/beginning.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Pane } from '../../ui/pane.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TwoPanes } from '../../ui/two-panes.tsx'
import { BeginningOverview } from './beginning-overview.tsx'
import { ImportPane, ImportTable } from './import-part.tsx'
import { OldPermitForm } from './old-permit-form.tsx'
import styles from './settings.module.css'
import { useImport } from './use-import.ts'

type Opened = { readonly id: string } | 'new' | 'import' | null

/** *Pengaturan › Awal pemakaian*: what came from the former books, how more comes in, and the end of that. */
export function BeginningScreen({ title }: { title: ReactNode }) {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const [book, setBook] = useState<CarriedBook>('permit')
  const [opened, setOpened] = useState<Opened>(null)
  const status = useQuery(trpc.beginning.status.queryOptions())
  const lines = useQuery(trpc.beginning.list.queryOptions({ book }))
  const importing = useImport(() => {
    void status.refetch()
    void lines.refetch()
  })
  const open = (next: Opened) => passGuard(() => setOpened(next))
  const isImport = opened === 'import'
  useUnsavedGuard(
    isImport && (importing.work !== null || importing.counts.good > 0) ? words.table.unsaved : null,
  )
  const isOpen = status.data?.open === true
  useShortcuts([
    ...(isOpen && !isImport
      ? [
          { keys: 'Ctrl+B', label: words.keys.add, run: () => open('new') },
          { keys: 'Ctrl+I', label: words.keys.import, run: () => open('import') },
        ]
      : []),
  ])
  const selected = lines.data?.lines.find(
    ({ applicationId }) => typeof opened === 'object' && opened?.id === applicationId,
  )
  return (
    <TwoPanes
      title={title}
      above={
        !isImport && (
          <div className={styles.bar}>
            <Segmented
              label={words.books}
              current={book}
              onChange={(key) =>
                passGuard(() => {
                  setOpened(null)
                  setBook(key === 'running' ? 'running' : 'permit')
                })
              }
              tabs={[
                { key: 'permit', name: words.permits, ...countOf(status.data?.permits) },
                { key: 'running', name: words.running, ...countOf(status.data?.running) },
              ]}
            />
            {isOpen && (
              <div>
                <Button icon={IconTable} kbd="Ctrl+I" onPress={() => open('import')}>
                  {words.import}
                </Button>
                <Button icon={IconPlus} kbd="Ctrl+B" onPress={() => open('new')}>
                  {words.add}
                </Button>
              </div>
            )}
          </div>
        )
      }
      list={
        isImport ? (
          <ImportTable state={importing} />
        ) : (
          <>
            {lines.isPending && <SkeletonRows rows={6} widths={[200, 160, 80, 120]} />}
            {lines.isError && (
              <FailedState
                title={words.failed}
                reference={faultOf(lines.error, timeZone)}
                onRetry={() => void lines.refetch()}
              >
                {words.failedAction}
              </FailedState>
            )}
            {lines.data !== undefined && (
              <CarriedTable
                book={book}
                lines={lines.data.lines}
                more={lines.data.more}
                selected={selected?.applicationId}
                onSelect={(id) => open({ id })}
              />
            )}
          </>
        )
      }
      paneName={settingsWords.pane}
      pane={
        isImport ? (
          <ImportPane state={importing} onBack={() => open(null)} />
        ) : opened === 'new' ? (
          <OldPermitForm
            onSaved={(id) => {
              void status.refetch()
              void lines.refetch()
              setOpened(id === null ? null : { id })
            }}
          />
        ) : selected !== undefined ? (
          <CarriedPane line={selected} onBack={() => setOpened(null)} />
        ) : (
          status.data !== undefined && (
            <BeginningOverview status={status.data} onChanged={() => void status.refetch()} />
          )
        )
      }
    />
  )
}

const countOf = (count: number | undefined) => (count === undefined ? {} : { count: figure(count) })

interface CarriedTableProps {
  book: CarriedBook
  lines: readonly CarriedLineView[]
  more: boolean
  selected: string | undefined
  onSelect: (id: string) => void
}

function CarriedTable({ book, lines, more, selected, onSelect }: CarriedTableProps) {
  const { heads } = words
  const columns: readonly Column<CarriedLineView>[] = [
    { key: 'number', head: heads.number, width: 178, cell: (one) => one.number },
    { key: 'holder', head: heads.holder, cell: (one) => one.holderName },
    { key: 'type', head: heads.type, width: 96, cell: (one) => one.typeCode },
    ...(book === 'permit'
      ? [
          {
            key: 'issuedOn',
            head: heads.issuedOn,
            width: 100,
            nowrap: true,
            cell: (one: CarriedLineView) => (one.issuedOn === null ? '–' : numericDate(one.issuedOn)),
          },
          {
            key: 'validUntil',
            head: heads.validUntil,
            width: 112,
            nowrap: true,
            cell: (one: CarriedLineView) =>
              one.validUntil === null ? words.lifetime : numericDate(one.validUntil),
          },
        ]
      : [
          {
            key: 'stage',
            head: heads.stage,
            width: 170,
            cell: (one: CarriedLineView) => one.stages.join(', ') || words.over,
          },
        ]),
  ]
  return (
    <DataTable
      label={words.list[book]}
      columns={columns}
      rows={lines}
      rowKey={({ applicationId }) => applicationId}
      selected={selected}
      onSelect={({ applicationId }) => onSelect(applicationId)}
      foot={more && words.more(figure(lines.length))}
      empty={
        <EmptyState title={book === 'permit' ? words.none : words.noneRunning}>
          {book === 'permit' ? words.noneNote : words.noneRunningNote}
        </EmptyState>
      }
    />
  )
}

/** One thing that was carried over; the rest of it stands in its dossier. */
function CarriedPane({ line, onBack }: { line: CarriedLineView; onBack: () => void }) {
  const { timeZone } = useOffice()
  const { permissions } = useUser()
  const [, navigate] = useLocation()
  return (
    <Pane title={line.number}>
      <p>
        <b>{line.holderName}</b>, {line.typeCode}
      </p>
      {line.facilityName !== null && <p>{line.facilityName}</p>}
      <p className={styles.note}>{words.line.entered(fullMomentOf(line.enteredAt, timeZone))}</p>
      {permissions.includes('work-dossiers') ? (
        <div>
          <Button onPress={() => navigate(`~/berkas/${line.applicationId}`)}>{words.line.dossier}</Button>
        </div>
      ) : (
        <p className={styles.note}>{words.line.noDossiers}</p>
      )}
      <div>
        <Button rank="tertiary" onPress={onBack}>
          {words.overview}
        </Button>
      </div>
    </Pane>
  )
}
