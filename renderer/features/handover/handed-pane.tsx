import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { clockTime } from '#domain/indonesian.ts'
import { officeTimeOf } from '#domain/office-zone.ts'
import type { PrintJobState } from '#domain/print-job.ts'
import { printStateLabels } from '#domain/wording/printing.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOffice } from '../../lib/session.ts'
import { handoverWords } from '../../locales/handover.ts'
import { Button } from '../../ui/button.tsx'
import { Badge, StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import styles from './handover.module.css'
import { ReprintButton } from './reprint-button.tsx'
import { SurveyOffer } from './survey-offer.tsx'
import type { Handed } from './use-handover.ts'

const meanings: Record<PrintJobState, Meaning> = {
  queued: 'not-yet',
  held: 'uncertain',
  sending: 'working',
  printed: 'done',
  failed: 'fault',
  unknown: 'uncertain',
  cancelled: 'not-yet',
}

/** It is done: to whom and when, how the sheet to be signed came out, and the way to the next one. */
export function HandedPane({ handed, onNext }: { handed: Handed; onNext: () => void }) {
  const { timeZone } = useOffice()
  return (
    <>
      <div className={styles.scroll}>
        <header className={styles.chosen} role="status">
          <div className={styles.chosenLine}>
            <h2 className={styles.name}>{handed.name}</h2>
            <Badge meaning="done">{handed.back ? handoverWords.back.done : handoverWords.done}</Badge>
          </div>
          <p className={styles.quiet}>{handed.paper}</p>
        </header>
        <section className={styles.part}>
          <p className={styles.told}>
            {(handed.back ? handoverWords.back.doneTo : handoverWords.doneTo)(
              handed.receivedBy,
              clockTime(officeTimeOf(handed.at, timeZone)),
            )}
          </p>
          {handed.jobId === null ? (
            <p className={styles.quiet}>{handoverWords.receiptNone}</p>
          ) : (
            <ReceiptOutcome
              applicationId={handed.applicationId}
              jobId={handed.jobId}
              holder={handed.name}
              name={handed.back ? handoverWords.back.receipt : handoverWords.receipt}
            />
          )}
        </section>
        {handed.back !== true && <SurveyOffer applicationId={handed.applicationId} />}
      </div>
      <div className={styles.foot}>
        <Button rank="main" wide autoFocus onPress={onNext}>
          {handoverWords.next}
        </Button>
      </div>
    </>
  )
}

interface ReceiptOutcomeProps {
  applicationId: string
  jobId: string
  holder: string
  name: string
}

/** The receipt of handover, told again until its fate is known. */
function ReceiptOutcome({ applicationId, jobId: first, holder, name }: ReceiptOutcomeProps) {
  const [jobId, setJobId] = useState(first)
  const trpc = useTRPC()
  const queries = useQueryClient()
  const job = useQuery({
    ...trpc.printing.job.queryOptions({ jobId }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'queued' || state.data?.state === 'sending' ? 1000 : false,
  })
  const retry = useMutation(
    trpc.printing.retry.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.printing.pathFilter()),
    }),
  )
  const shown = job.data
  if (shown === undefined || shown === null) return null
  return (
    <div className={styles.outcome}>
      <span className={styles.outcomeLine}>
        {name}
        <StatusMark meaning={meanings[shown.state]}>{printStateLabels[shown.state]}</StatusMark>
      </span>
      {shown.explanation !== null && <p className={styles.quiet}>{shown.explanation}</p>}
      {shown.state === 'failed' && (
        <span>
          <Button
            size="row"
            busy={retry.isPending}
            onPress={() => retry.mutate({ jobId, noSheetCameOut: true })}
          >
            {handoverWords.retry}
          </Button>
        </span>
      )}
      {shown.state === 'printed' && (
        <ReprintButton applicationId={applicationId} jobId={jobId} name={holder} onAsked={setJobId} />
      )}
    </div>
  )
}
