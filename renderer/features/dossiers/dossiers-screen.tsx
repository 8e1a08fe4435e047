import { useRef } from 'react'
import { useLocation, useRoute } from 'wouter'
import { faultOf } from '../../lib/fault.ts'
import { useFocusList } from '../../lib/keyboard/focus.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { listSearchKey } from '../../ui/list-search.tsx'
import { EmptyState, FailedState, Skeleton, SkeletonRows } from '../../ui/states.tsx'
import { DossierPane } from './dossier-pane.tsx'
import styles from './dossiers.module.css'
import { QueuePane, useDossierQueue } from './queue-pane.tsx'
import { isUnknownDossier, useDossier } from './use-dossier.ts'

/** *Berkas*: the queue at the left, the dossier of the address (`/berkas/:id`) beside it. */
export function DossiersScreen() {
  const [, navigate] = useLocation()
  const [, params] = useRoute('/:id/:part?')
  const { timeZone } = useOffice()
  const focusRef = useRef<(() => void) | null>(null)
  const id = params?.id
  const dossier = useDossier(id)
  const next = useNext(id)
  const searchRef = useRef<HTMLInputElement>(null)
  useFocusList(useDossierQueue().data !== undefined && id === undefined)
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: dossierWords.keys.choose },
    { keys: listSearchKey, label: dossierWords.keys.search, run: () => searchRef.current?.select() },
    { keys: 'Enter', label: dossierWords.keys.open, inStrip: false },
  ])
  return (
    <div className={styles.screen}>
      <QueuePane
        searchRef={searchRef}
        selected={id}
        onSelect={(to) => navigate(`/${to}`, { replace: id !== undefined })}
        onOpen={(to) => {
          navigate(`/${to}`, { replace: id !== undefined })
          focusRef.current?.()
        }}
      />
      {dossier.data !== undefined && (
        <DossierPane
          key={dossier.data.line.id}
          opensAt={params?.part === 'waktu' ? 'time' : 'papers'}
          view={dossier.data}
          onReload={() => void dossier.refetch()}
          next={next}
          onNext={(to) => navigate(`/${to}`)}
          focusRef={focusRef}
        />
      )}
      {dossier.data === undefined && (
        <section className={styles.dossier}>
          {id === undefined && <NothingChosen />}
          {id !== undefined && dossier.isPending && <Opening />}
          {dossier.isError &&
            (isUnknownDossier(dossier.error) ? (
              <EmptyState title={dossierWords.unknown}>{dossierWords.unknownWhy}</EmptyState>
            ) : (
              <FailedState
                title={dossierWords.failed}
                reference={faultOf(dossier.error, timeZone)}
                onRetry={() => void dossier.refetch()}
              >
                {dossierWords.failedWhy}
              </FailedState>
            ))}
        </section>
      )}
    </div>
  )
}

/** The head, the paper and its checklist, in their places. */
function Opening() {
  return (
    <>
      <SkeletonRows rows={1} widths={[280, 160]} height={96} />
      <div className={styles.opening}>
        <Skeleton width="auto" height={360} />
        <SkeletonRows rows={5} widths={[180, 100]} height={48} />
      </div>
    </>
  )
}

function NothingChosen() {
  const { roles } = useUser()
  const { stages } = useOffice()
  const queue = useDossierQueue()
  if (!stages.some(({ role }) => roles.includes(role)))
    return <EmptyState title={dossierWords.queueNotMine}>{dossierWords.queueNotMineWhy}</EmptyState>
  return queue.data?.total === 0 ? (
    <EmptyState title={dossierWords.chooseNone}>{dossierWords.chooseNoneWhy}</EmptyState>
  ) : (
    <EmptyState title={dossierWords.choose}>{dossierWords.chooseWhy}</EmptyState>
  )
}

/** The most urgent dossier of the queue beside this one. */
function useNext(id: string | undefined) {
  const { groups } = useDossierQueue()
  const line = groups.flatMap((group) => group.lines).find((one) => one.id !== id)
  return line === undefined ? undefined : { id: line.id, name: line.holderName }
}
