import { useQuery } from '@tanstack/react-query'
import { IconSignature } from '@tabler/icons-react'
import { useState, type RefObject } from 'react'
import type { DossierLineView } from '#contract/dossier.ts'
import { longDate } from '#domain/indonesian.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { timeMeaning } from '../../lib/time-meaning.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { signBatchWords } from '../../locales/sign-batch.ts'
import { Button } from '../../ui/button.tsx'
import { ListSearch } from '../../ui/list-search.tsx'
import { PanelHead } from '../../ui/panel.tsx'
import { QueueList } from '../../ui/queue-list.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import styles from './dossiers.module.css'
import { groupQueue, longKey, pausedKey } from './queue-groups.ts'
import { elsewhereKey, inQueueKey } from './queue-search.ts'
import { SignBatchDrawer } from './sign-batch-drawer.tsx'
import { shortTime } from './time-mark.ts'
import { useQueueAlarms } from './queue-alarms.tsx'
import { useQueueSearch } from './use-queue-search.ts'

interface QueuePaneProps {
  selected: string | undefined
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  searchRef: RefObject<HTMLInputElement | null>
}

/** The queue of the one who is signed in, at the left of the dossier; its search reaches every dossier. */
export function QueuePane({ selected, onSelect, onOpen, searchRef }: QueuePaneProps) {
  const queue = useDossierQueue()
  const { data } = queue
  const alarms = useQueueAlarms(queue.groups)
  const search = useQueueSearch(alarms.groups)
  const { groups } = search
  const shown = groups.reduce((sum, group) => sum + group.lines.length, 0)
  return (
    <aside className={styles.queue} aria-label={dossierWords.queue}>
      <PanelHead title={dossierWords.title} right={dossierWords.byTime} line />
      <ListSearch
        label={dossierWords.search}
        placeholder={dossierWords.searchPlaceholder}
        value={search.text}
        onChange={search.setText}
        inputRef={searchRef}
        found={search.said}
        onFirst={() => {
          const [first] = groups[0]?.lines ?? []
          if (search.answered && first !== undefined) onOpen(first.id)
        }}
      />
      {!search.searching && alarms.bar}
      {search.fault !== null && (
        <FailedState
          top
          title={dossierWords.searchFailed}
          reference={faultOf(search.fault, queue.zone)}
          onRetry={search.retry}
        >
          {dossierWords.searchFailedWhy}
        </FailedState>
      )}
      {queue.isPending && <SkeletonRows rows={9} widths={[180, 56]} height={52} />}
      {queue.isError && data === undefined && (
        <FailedState
          top
          title={dossierWords.queueFailed}
          reference={faultOf(queue.error, queue.zone)}
          onRetry={() => void queue.refetch()}
        >
          {dossierWords.queueFailedWhy}
        </FailedState>
      )}
      {data !== undefined && search.fault === null && (
        <QueueList
          label={dossierWords.queue}
          groups={groups.map((group) => ({
            key: group.key,
            title: group.stage ?? ownTitles[group.key] ?? group.key,
            count: group.lines.length,
            items: group.lines.map(itemOf),
          }))}
          selected={selected}
          onSelect={onSelect}
          onOpen={onOpen}
          empty={
            search.searching ? (
              search.answered && (
                <EmptyState top title={dossierWords.foundNone}>
                  {dossierWords.foundNoneWhy}
                </EmptyState>
              )
            ) : (
              <EmptyState top title={dossierWords.queueEmpty}>
                {dossierWords.queueEmptyWhy}
              </EmptyState>
            )
          }
        />
      )}
      <SignSeveral lines={queue.groups.flatMap((group) => group.lines)} />
      {data !== undefined && !search.searching && data.total > data.lines.length && (
        <p className={styles.queueFoot}>{dossierWords.queueShown(figure(shown), figure(data.total))}</p>
      )}
    </aside>
  )
}

/** Where a signer has several numbered letters before them: all of them with one passphrase. */
function SignSeveral({ lines }: { lines: readonly DossierLineView[] }) {
  const { stages } = useOffice()
  // What was there when it was opened stays there: signed letters leave the queue, not the drawer.
  const [signing, setSigning] = useState<{ stage: string; lines: readonly DossierLineView[] }>()
  const stage = stages.find(
    (one) => one.signsElectronically && lines.some((line) => line.stages.some((at) => at.code === one.code)),
  )?.code
  const waiting = lines.filter(
    (one) => !one.signed && one.productNumber !== null && one.stages.some((at) => at.code === stage),
  )
  if (signing !== undefined) return <SignBatchDrawer {...signing} onClose={() => setSigning(undefined)} />
  if (stage === undefined || waiting.length < 2) return null
  return (
    <div className={styles.queueFoot}>
      <Button wide icon={IconSignature} onPress={() => setSigning({ stage, lines: waiting })}>
        {signBatchWords.open(figure(waiting.length))}
      </Button>
    </div>
  )
}

const ownTitles: Readonly<Record<string, string>> = {
  [longKey]: dossierWords.longUnrepaired,
  [pausedKey]: dossierWords.paused,
  [inQueueKey]: dossierWords.inQueue,
  [elsewhereKey]: dossierWords.elsewhere,
}

/** The queue as it is drawn; also asked by the dossier for what comes next. */
export function useDossierQueue() {
  const trpc = useTRPC()
  const office = useOffice()
  const queue = useQuery(trpc.dossiers.queue.queryOptions({ stage: null }))
  return {
    ...queue,
    zone: office.timeZone,
    groups: groupQueue(queue.data?.lines ?? [], office.stages),
  }
}

const itemOf = (line: DossierLineView) => ({
  key: line.id,
  title: line.holderName,
  note: [
    line.permitTypeCode,
    ...(line.repair === null
      ? [
          // The first practice is the usual case, and the line is narrow.
          line.kindLabel.replace(/, SIP ke-1$/, ''),
          line.channel === 'counter' ? dossierWords.fromCounter : dossierWords.fromPortal,
        ]
      : [dossierWords.until(longDate(line.repair.until).replace(/ \d{4}$/, ''))]),
    ...(line.promiseChanged === null ? [] : [dossierWords.promiseChanged]),
  ].join(' · '),
  mark: <StatusMark meaning={timeMeaning(line.timeLeft)}>{shortTime(line.timeLeft)}</StatusMark>,
})
