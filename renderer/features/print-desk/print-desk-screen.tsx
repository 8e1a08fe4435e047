import { IconStack2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { useSecondConsents } from '../../lib/use-second-consents.ts'
import { blankWords } from '../../locales/blanks.ts'
import { printDeskWords as words } from '../../locales/print-desk.ts'
import { Button } from '../../ui/button.tsx'
import { ConsentsPanel } from '../../ui/consents-panel.tsx'
import { ListSearch, listSearchKey } from '../../ui/list-search.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { showToast } from '../../ui/toast.tsx'
import { TwoPanes } from '../../ui/two-panes.tsx'
import { BatchButton, BatchNews } from './batch.tsx'
import { DeskActs, useDeskActs } from './desk-acts.tsx'
import { deskGroups, dossierOf, narrowDesk } from './desk-groups.ts'
import type { DeskRow } from './desk-groups.ts'
import { letterPrinters, printerFor } from './desk-printers.ts'
import { DeskTable } from './desk-table.tsx'
import { JobPane } from './job-pane.tsx'
import { LetterPane } from './letter-pane.tsx'
import styles from './print-desk.module.css'
import { UncertainPanel } from './uncertain-panel.tsx'
import { useSelection } from './use-selection.ts'

/** *Pencetakan*: what waits for number, sheet or signature at the left, the sheet itself at the right. */
export function PrintDeskScreen() {
  const trpc = useTRPC()
  const [, navigate] = useLocation()
  const { timeZone } = useOffice()
  const consents = useSecondConsents(showToast)
  const desk = useQuery(trpc.printing.desk.queryOptions())
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [all, setAll] = useState(false)
  const [chosenPrinter, setChosenPrinter] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const searchRef = useRef<HTMLInputElement>(null)
  const everything = desk.data === undefined ? [] : deskGroups(desk.data)
  const groups = narrowDesk(everything, typed)
  const { row, select } = useSelection(groups)
  const line = row?.line ?? null
  const [uncertain, ...moreUncertain] = desk.data?.jobs.filter(({ state }) => state === 'unknown') ?? []
  const printers = desk.data?.printers ?? []
  const printer = printerFor(printers, line?.productKind ?? 'permit', chosenPrinter)
  const letters = everything.flatMap((group) => group.rows).filter((one) => one.kind === 'letter')
  const wanted = letters.filter(({ line }) => ticked.has(line.id)).map(({ line }) => line)
  const acts = useDeskActs({ printerId: printer?.id ?? null, onBatchDone: () => setTicked(new Set()) })

  const open = (id: string) => navigate(`~/berkas/${id}`)
  const openRow = (one: DeskRow) => {
    const id = dossierOf(one)
    if (id !== null) open(id)
  }
  const tick = (id: string) =>
    setTicked((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: words.keys.choose },
    { keys: 'Space', label: words.keys.tick },
    { keys: 'Enter', label: words.keys.open },
    { keys: listSearchKey, label: words.keys.search, run: () => searchRef.current?.select() },
  ])
  const shown = groups.reduce((sum, group) => sum + group.rows.length, 0)

  return (
    <>
      <TwoPanes
        sheet
        title={
          <ScreenTitle
            title={words.title}
            right={
              <>
                {desk.data !== undefined && <Today counts={desk.data.counts} />}
                <Button icon={IconStack2} onPress={() => navigate('/blangko')}>
                  {blankWords.open}
                </Button>
              </>
            }
          />
        }
        above={
          <>
            {uncertain !== undefined && <UncertainPanel jobs={[uncertain, ...moreUncertain]} />}
            <ConsentsPanel {...consents} seconds={consents.seconds.toReversed()} most={1} />
            <BatchNews work={acts.news} onClose={acts.clearNews} />
          </>
        }
        list={
          <>
            {desk.isError && desk.data === undefined && (
              <FailedState
                title={words.failedTitle}
                reference={faultOf(desk.error, timeZone)}
                onRetry={() => void desk.refetch()}
              >
                {words.failedAction}
              </FailedState>
            )}
            {desk.isPending && <SkeletonRows rows={8} widths={[16, 210, 180, 60, 90]} />}
            {everything.length > 0 && (
              <ListSearch
                label={words.search}
                placeholder={words.searchPlaceholder}
                value={typed}
                onChange={setTyped}
                onFirst={() => row !== undefined && select(row)}
                inputRef={searchRef}
                found={typed.trim() === '' ? undefined : words.found(figure(shown))}
              />
            )}
            {desk.data !== undefined && groups.length === 0 && (
              <EmptyState title={everything.length > 0 ? words.foundNone : words.emptyTitle}>
                {everything.length > 0 ? words.foundNoneWhy : words.empty}
              </EmptyState>
            )}
            {groups.length > 0 && (
              <DeskTable
                groups={groups}
                selected={row?.key}
                onSelect={select}
                onOpen={openRow}
                ticked={ticked}
                onTick={tick}
                all={all}
                onAll={() => setAll(true)}
              />
            )}
          </>
        }
        paneName={words.pane.preview}
        pane={
          <>
            {row === undefined && (
              <EmptyState title={groups.length === 0 ? words.noSheetYet : words.nothingChosen} top>
                {words.nothingChosenNote}
              </EmptyState>
            )}
            {row?.kind === 'job' && row.line === null && (
              <JobPane key={row.key} job={row.job} printers={printers} onOpen={open} />
            )}
            {row !== undefined && line !== null && (
              <LetterPane
                key={line.id}
                id={line.id}
                job={row.kind === 'job' ? row.job : null}
                printers={letterPrinters(printers)}
                printer={printer}
                busy={acts.busy}
                refusal={acts.refusalOf(line.id)}
                batchButton={
                  wanted.length === 0 ? null : (
                    <BatchButton
                      lines={wanted}
                      printer={printer}
                      busy={acts.busy}
                      onClear={() => setTicked(new Set())}
                      onBatch={acts.startBatch}
                    />
                  )
                }
                onOpen={open}
                onPrinter={setChosenPrinter}
                {...acts.ofLetter}
              />
            )}
          </>
        }
      />
      <DeskActs acts={acts} />
    </>
  )
}

function Today({ counts }: { counts: { printed: number; unknown: number; failed: number } }) {
  return (
    <span className={styles.quiet}>
      {words.today(figure(counts.printed))}
      {counts.failed > 0 && (
        <>
          {' · '}
          <span className={styles.late}>{words.todayFailed(figure(counts.failed))}</span>
        </>
      )}
      {counts.unknown > 0 && (
        <>
          {' · '}
          <span className={styles.soon}>{words.todayUncertain(figure(counts.unknown))}</span>
        </>
      )}
    </span>
  )
}
