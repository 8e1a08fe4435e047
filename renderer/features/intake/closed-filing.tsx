import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { bringerName } from '#domain/collective-filing.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { collectiveWords } from '../../locales/collective.ts'
import { intakeWords } from '../../locales/intake.ts'
import { Button } from '../../ui/button.tsx'
import { Panel, PanelHead, ScreenTitle } from '../../ui/panel.tsx'
import { showToast } from '../../ui/toast.tsx'
import { countWords } from './collective-pane.tsx'
import collectiveStyles from './collective.module.css'
import { FilingRows } from './filing-rows.tsx'
import styles from './intake.module.css'
import { JobMark } from './job-mark.tsx'
import { JobTrouble } from './job-trouble.tsx'
import { useFiling } from './use-filing.ts'

const words = collectiveWords.done

export interface ClosedFilingProps {
  filingId: string
  /** null: nothing was taken in, so nothing was printed. */
  jobId: string | null
  onNext: () => void
}

/** After *Selesai*: the list, whether its sheet came out, and the next thing to do. */
export function ClosedFiling({ filingId, jobId: first, onNext }: ClosedFilingProps) {
  const [, navigate] = useLocation()
  const trpc = useTRPC()
  const [jobId, setJobId] = useState(first)
  const { filing } = useFiling(filingId)
  const title = useRef<HTMLDivElement>(null)
  const job = useQuery({
    ...trpc.printing.job.queryOptions({ jobId: jobId ?? '' }),
    enabled: jobId !== null,
  }).data
  const printing = useMutation(
    trpc.collective.print.mutationOptions({
      onSuccess: (printed) => setJobId(printed.jobId),
      onError: () => showToast(words.printFailed),
    }),
  )
  const print = () => {
    if (!printing.isPending) printing.mutate({ id: filingId, printerId: null })
  }
  useShortcuts([
    { keys: 'F2', label: intakeWords.title, run: onNext, inStrip: false },
    { keys: 'Ctrl+P', label: words.print, run: print },
  ])
  // The closed list is told to a screen reader, and Tab goes on from here.
  useEffect(() => title.current?.focus(), [])
  return (
    <div className={`${styles.work} ${collectiveStyles.whole}`}>
      <ScreenTitle title={intakeWords.title} />
      <div className={styles.scroll}>
        <Panel label={words.title}>
          <PanelHead title={words.title} line />
          <div className={styles.number} tabIndex={-1} ref={title} role="status">
            <span className={styles.numberName}>{words.code}</span>
            <span className={styles.numberValue}>{filing?.code ?? '…'}</span>
          </div>
          <dl className={styles.facts}>
            <div>
              <dt>{words.bringer}</dt>
              <dd>{filing === null ? '…' : bringerName(filing.bringer)}</dd>
            </div>
            <div>
              <dt>{words.count}</dt>
              <dd>{filing === null ? '…' : countWords(filing)}</dd>
            </div>
            <div>
              <dt>{words.job}</dt>
              <dd>{job ? <JobMark job={job} /> : jobId === null ? words.noJob : words.jobWaits}</dd>
            </div>
          </dl>
        </Panel>
        {job && <JobTrouble job={job} onJob={setJobId} />}
        {filing !== null && (
          <Panel label={collectiveWords.list}>
            <PanelHead title={collectiveWords.list} line />
            <div className={collectiveStyles.inPanel}>
              <FilingRows filing={filing} onOpen={(id) => navigate(`~/berkas/${id}`)} />
            </div>
          </Panel>
        )}
      </div>
      <div className={styles.doneBar}>
        <Button size="main" kbd="Ctrl+P" busy={printing.isPending} onPress={print}>
          {words.print}
        </Button>
        <Button rank="main" kbd="F2" onPress={onNext}>
          {words.next}
        </Button>
      </div>
    </div>
  )
}
