import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { intakeWords } from '../../locales/intake.ts'
import { Button } from '../../ui/button.tsx'
import { Panel, PanelHead, ScreenTitle } from '../../ui/panel.tsx'
import styles from './intake.module.css'
import { JobMark } from './job-mark.tsx'
import { JobTrouble } from './job-trouble.tsx'

const words = intakeWords.referred

/** Somebody who was sent on just now. */
export interface ReferredPerson {
  readonly jobId: string | null
  readonly permit: string
  readonly destination: string
  readonly address: string
}

/** After the slip: where the person goes, whether it came out, and that no number was taken. */
export function Referred({ person, onNext }: { person: ReferredPerson; onNext: () => void }) {
  const [jobId, setJobId] = useState(person.jobId)
  const title = useRef<HTMLDivElement>(null)
  const job = useQuery({
    ...useTRPC().printing.job.queryOptions({ jobId: jobId ?? '' }),
    enabled: jobId !== null,
  })
  useShortcuts([{ keys: 'F2', label: intakeWords.title, run: onNext, inStrip: false }])
  useEffect(() => title.current?.focus(), [])
  const facts = [
    [words.permit, person.permit],
    [words.destination, person.destination],
    [words.address, person.address],
    [words.counted, words.countedNote],
  ] as const
  return (
    <div className={styles.work}>
      <ScreenTitle title={intakeWords.title} />
      <div className={styles.scroll}>
        <Panel label={words.title}>
          <PanelHead title={words.title} line />
          <div className={styles.told} tabIndex={-1} ref={title} role="status">
            {words.sentence(person.destination)}
          </div>
          <dl className={styles.facts}>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
            <div>
              <dt>{words.slip}</dt>
              <dd>{job.data ? <JobMark job={job.data} /> : <span>{words.noSlip}</span>}</dd>
            </div>
          </dl>
        </Panel>
        {job.data && <JobTrouble job={job.data} onJob={setJobId} />}
      </div>
      <div className={styles.doneBar}>
        <Button rank="main" kbd="F2" onPress={onNext}>
          {intakeWords.done.next}
        </Button>
      </div>
    </div>
  )
}
