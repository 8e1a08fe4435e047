import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { intakeWords } from '../../locales/intake.ts'
import { figure } from '../../lib/format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { LazyPdfView } from '../../ui/lazy-pdf-view.tsx'
import { Panel, PanelHead, ScreenTitle } from '../../ui/panel.tsx'
import styles from './intake.module.css'
import { JobMark } from './job-mark.tsx'
import { JobTrouble } from './job-trouble.tsx'
import { ReprintDialog } from './reprint-dialog.tsx'

const words = intakeWords.done

/** An application just taken in. */
export interface RegisteredApplication {
  readonly applicationId: string
  readonly registrationNumber: string
  readonly jobId: string | null
  readonly applicant: string
  readonly permit: string
  readonly place: string
  readonly promise: string
  /** How much is still to be entered; 0: nothing. */
  readonly lacking: number
}

/** After saving: the number, whether the receipt came out, and the next thing to do. */
export function Registered({ done, onNext }: { done: RegisteredApplication; onNext: () => void }) {
  const [, navigate] = useLocation()
  const trpc = useTRPC()
  const [jobId, setJobId] = useState(done.jobId)
  const [asking, setAsking] = useState(false)
  const title = useRef<HTMLDivElement>(null)
  const job = useQuery({
    ...trpc.printing.job.queryOptions({ jobId: jobId ?? '' }),
    enabled: jobId !== null,
  })
  const complete = () => navigate(`/perbaiki/${done.applicationId}`)
  useShortcuts([
    { keys: 'F2', label: intakeWords.title, run: onNext, inStrip: false },
    { keys: 'Ctrl+B', label: words.open, run: () => navigate(`~/berkas/${done.applicationId}`) },
    ...(done.lacking > 0 ? [{ keys: 'Ctrl+D', label: words.complete, run: complete }] : []),
  ])
  // The new number is told to a screen reader, and Tab goes on from here.
  useEffect(() => title.current?.focus(), [])
  const facts = [
    [words.applicant, done.applicant],
    [words.permit, done.permit],
    [words.place, done.place],
    [words.promise, done.promise],
  ] as const
  return (
    <div className={styles.screen}>
      <div className={styles.work}>
        <ScreenTitle title={intakeWords.title} />
        <div className={styles.scroll}>
          <Panel label={words.title}>
            <PanelHead title={words.title} line />
            <div className={styles.number} tabIndex={-1} ref={title} role="status">
              <span className={styles.numberName}>{words.number}</span>
              <span className={styles.numberValue}>{done.registrationNumber}</span>
            </div>
            <dl className={styles.facts}>
              {facts.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value || '–'}</dd>
                </div>
              ))}
              <div>
                <dt>{words.receipt}</dt>
                <dd>
                  {!job.data ? (
                    <span>{jobId === null ? words.noReceiptJob : words.jobGone}</span>
                  ) : (
                    <JobMark job={job.data} />
                  )}
                </dd>
              </div>
            </dl>
          </Panel>
          {done.lacking > 0 && (
            <Banner
              framed
              tone="amber"
              title={words.lacking(figure(done.lacking))}
              actions={
                <Button size="row" kbd="Ctrl+D" onPress={complete}>
                  {words.complete}
                </Button>
              }
            >
              {words.lackingNote}
            </Banner>
          )}
          {job.data && <JobTrouble job={job.data} onJob={setJobId} />}
        </div>
        <div className={styles.doneBar}>
          <Button size="main" onPress={() => setAsking(true)}>
            {words.reprint}
          </Button>
          <Button size="main" kbd="Ctrl+B" onPress={() => navigate(`~/berkas/${done.applicationId}`)}>
            {words.open}
          </Button>
          <Button rank="main" kbd="F2" onPress={onNext}>
            {words.next}
          </Button>
        </div>
      </div>
      <aside className={styles.side} aria-label={words.preview}>
        <div className={styles.sideHead}>
          <h2>{words.preview}</h2>
        </div>
        <LazyPdfView bare url={`/files/receipt/${done.applicationId}.pdf`} title={words.preview} />
      </aside>
      <ReprintDialog
        opened={asking}
        applicationId={done.applicationId}
        registrationNumber={done.registrationNumber}
        onClose={() => setAsking(false)}
        onJob={setJobId}
      />
    </div>
  )
}
