import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { faultOf } from '../../lib/fault.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { handoverWords } from '../../locales/handover.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import styles from './handover.module.css'

/** Finished papers that nobody will find: a quiet line that leads to the first of them. */
export function Unplaced({ count, onPlace }: { count: number; onPlace: () => void }) {
  useShortcuts([{ keys: 'F6', label: handoverWords.keys.rack, run: onPlace }])
  return (
    <div className={styles.unplaced}>
      <p className={styles.quiet}>{handoverWords.unplaced(figure(count))}</p>
      <Button size="row" kbd="F6" onPress={onPlace}>
        {handoverWords.placeThem}
      </Button>
    </div>
  )
}

interface ListStateProps<List> {
  query: { data: List | undefined; isError: boolean; error: unknown; refetch: () => Promise<unknown> }
  /** What is told when it cannot be opened. */
  failed: string
  children: (list: List) => ReactNode
}

/** A list that is loading, failed or there. */
export function ListState<List>({ query, failed, children }: ListStateProps<List>) {
  const { timeZone } = useOffice()
  if (query.data !== undefined) return children(query.data)
  if (!query.isError) return <SkeletonRows rows={9} widths={[220, 60, 120, 60]} height={49} />
  return (
    <FailedState
      title={failed}
      reference={faultOf(query.error, timeZone)}
      onRetry={() => void query.refetch()}
      after={handoverWords.failedAfter}
    >
      {handoverWords.failedWhy}
    </FailedState>
  )
}

/** What whoever fetches a paper has to show. */
export function Bring() {
  return (
    <section className={styles.part} aria-label={handoverWords.bring}>
      <h2 className={styles.partTitle}>{handoverWords.bring}</h2>
      <p className={styles.quiet}>{handoverWords.bringHolder}</p>
      <p className={styles.quiet}>{handoverWords.bringProxy}</p>
      <p className={styles.quiet}>{handoverWords.bringRenewal}</p>
    </section>
  )
}

/** Nothing waits at the counter, and why. */
export function NothingReady({ readyToPrint }: { readyToPrint: number }) {
  const [, navigate] = useLocation()
  const { permissions } = useUser()
  const prints = permissions.includes('print-desk')
  return (
    <EmptyState
      title={handoverWords.empty}
      actions={
        prints ? (
          <Button onPress={() => navigate('~/pencetakan')}>{handoverWords.openPrinting}</Button>
        ) : (
          <Button onPress={() => navigate('~/berkas')}>{handoverWords.openDossiers}</Button>
        )
      }
    >
      {readyToPrint === 0 ? handoverWords.emptyWhyNone : handoverWords.emptyWhy(figure(readyToPrint))}
    </EmptyState>
  )
}
