import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { PrintJobView } from '#contract/dossier.ts'
import { sayPrintRefusal } from '#domain/wording/printing.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { intakeWords } from '../../locales/intake.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

const words = intakeWords.done

/** A receipt that did not come out, or of which nobody is sure: what happened, and what the clerk can do here. */
export function JobTrouble({ job, onJob }: { job: PrintJobView; onJob: (id: string) => void }) {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const [refused, setRefused] = useState<string>()
  const onError = (error: unknown) => setRefused(words.jobFailed(faultOf(error, timeZone).code))
  const retry = useMutation(
    trpc.printing.retry.mutationOptions({
      onSuccess: (answer) =>
        answer.ok ? onJob(answer.value.id) : setRefused(sayPrintRefusal(answer.refusal)),
      onError,
    }),
  )
  const confirm = useMutation(
    trpc.printing.confirmPrinted.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) setRefused(sayPrintRefusal(answer.refusal))
      },
      onError,
    }),
  )
  const busy = retry.isPending || confirm.isPending
  if (job.explanation === null) return null
  return (
    <Banner
      framed
      tone={job.state === 'failed' ? 'red' : 'amber'}
      title={job.explanation}
      actions={
        job.state === 'unknown' ? (
          <>
            <Button size="row" busy={busy} onPress={() => confirm.mutate({ jobId: job.id })}>
              {words.sheetOut}
            </Button>
            <Button
              size="row"
              busy={busy}
              onPress={() => retry.mutate({ jobId: job.id, noSheetCameOut: true })}
            >
              {words.noSheet}
            </Button>
          </>
        ) : (
          job.state === 'failed' && (
            <Button
              size="row"
              busy={busy}
              onPress={() => retry.mutate({ jobId: job.id, noSheetCameOut: false })}
            >
              {words.again}
            </Button>
          )
        )
      }
    >
      {refused}
    </Banner>
  )
}
