import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useUser } from '../../lib/session.ts'
import { handoverWords } from '../../locales/handover.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, TextLink } from '../../ui/button.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import type { Asked } from '../../ui/query-state.tsx'
import { EmptyState } from '../../ui/states.tsx'
import styles from './handover.module.css'
import type { Lacking } from './receiver-form.ts'
import type { HandoverList } from './use-lists.ts'

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
  query: Asked<List>
  /** What is told when it cannot be opened. */
  failed: string
  children: (list: List) => ReactNode
}

/** A list of this screen that is loading, failed or there. */
export function ListState<List>(props: ListStateProps<List>) {
  return (
    <QueryState
      {...props}
      rows={9}
      widths={[220, 60, 120, 60]}
      height={49}
      failedAction={handoverWords.failedWhy}
      after={handoverWords.failedAfter}
    />
  )
}

/** What the list is for, where its name does not say it, and what whoever comes has to show. */
export function Bring({ list }: { list: HandoverList }) {
  const { back } = handoverWords
  const goesHome = list === 'back' || list === 'ends'
  return (
    <>
      {goesHome && (
        <section className={styles.part} aria-label={back.what[list]}>
          <h2 className={styles.partTitle}>{back.what[list]}</h2>
          <p className={styles.quiet}>{back.why[list]}</p>
        </section>
      )}
      <section className={styles.part} aria-label={handoverWords.bring}>
        <h2 className={styles.partTitle}>{handoverWords.bring}</h2>
        <p className={styles.quiet}>{goesHome ? back.bring : handoverWords.bringHolder}</p>
        <p className={styles.quiet}>{handoverWords.bringProxy}</p>
        {!goesHome && <p className={styles.quiet}>{handoverWords.bringRenewal}</p>}
      </section>
    </>
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

interface HandoverFootProps {
  /** What keeps the act from being done, and whether it is on its way. */
  form: { refusal: string | undefined; lacking: Lacking | undefined; busy: boolean; toLacking: () => void }
  action: string
  onAct: () => void
  onReload: () => void
  /** What is printed after it. */
  paper: string
}

/** The act of the counter, what it still lacks, and why it was refused. */
export function HandoverFoot({ form, action, onAct, onReload, paper }: HandoverFootProps) {
  const { refusal, lacking } = form
  return (
    <div className={styles.foot}>
      {refusal !== undefined && (
        <Banner
          tone="red"
          actions={
            <Button size="row" onPress={onReload}>
              {handoverWords.reload}
            </Button>
          }
        >
          {refusal}
        </Banner>
      )}
      {/* Above it: at its left the pane is too narrow for a sentence. */}
      {lacking !== undefined && (
        <p className={styles.lackingLine}>
          <TextLink onPress={form.toLacking}>{handoverWords.lacking[lacking]}</TextLink>
        </p>
      )}
      <Button
        rank="main"
        wide
        kbd="Ctrl+Enter"
        busy={form.busy}
        reason={lacking && handoverWords.lacking[lacking]}
        reasonHidden
        onPress={onAct}
        onBlocked={form.toLacking}
      >
        {action}
      </Button>
      <p className={styles.paperNote}>{paper}</p>
    </div>
  )
}

/** The dossier of the counter could not be opened. */
export function DossierFailed({ onReload }: { onReload: () => void }) {
  return (
    <Banner
      tone="red"
      actions={
        <Button size="row" onPress={onReload}>
          {handoverWords.reload}
        </Button>
      }
    >
      {handoverWords.dossierFailed}
    </Banner>
  )
}
