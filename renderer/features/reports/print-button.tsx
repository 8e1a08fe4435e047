import { IconPrinter } from '@tabler/icons-react'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PrintJobView } from '#contract/dossier.ts'
import type { BookKind } from '#domain/documents/book-kinds.ts'
import type { Instant } from '#domain/instant.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { printStateLabels } from '#domain/wording/printing.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { reportWords as words } from '../../locales/reports.ts'
import { Button } from '../../ui/button.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './reports.module.css'

const meanings: Readonly<Record<PrintJobView['state'], Meaning>> = {
  queued: 'working',
  sending: 'working',
  held: 'soon',
  printed: 'done',
  failed: 'fault',
  unknown: 'uncertain',
  cancelled: 'not-yet',
}

interface PrintButtonProps {
  kind: BookKind
  days: DaySpan
  /** Moment whose knowledge the sheet shows; null: now. */
  asOf: Instant | null
}

/** Prints a report of some days; how the sheet fared stands beside the button until another is asked for. */
export function PrintButton({ kind, days, asOf }: PrintButtonProps) {
  const trpc = useTRPC()
  const [asked, setAsked] = useState<{ jobId: string; what: string }>()
  const what = `${kind} ${days.from} ${days.through} ${asOf ?? ''}`
  const printing = useMutation(
    trpc.reports.printBook.mutationOptions({
      onSuccess: ({ jobId }, printed) =>
        setAsked({
          jobId,
          what: `${printed.kind} ${printed.from} ${printed.through} ${printed.asOf ?? ''}`,
        }),
      onError: () => showToast(words.printFailed),
    }),
  )
  const jobId = asked?.what === what ? asked.jobId : undefined
  const job = useQuery(trpc.printing.job.queryOptions(jobId === undefined ? skipToken : { jobId })).data
  const print = () => {
    if (!printing.isPending) printing.mutate({ kind, ...days, asOf, printerId: null })
  }
  useShortcuts([{ keys: 'Ctrl+P', label: words.keys.print, run: print }])
  return (
    <>
      {job !== undefined && job !== null && (
        <span className={styles.job} title={job.explanation ?? undefined} role="status">
          <StatusMark meaning={meanings[job.state]}>{printStateLabels[job.state]}</StatusMark>
        </span>
      )}
      <Button
        rank="main"
        size="normal"
        icon={IconPrinter}
        kbd="Ctrl+P"
        busy={printing.isPending}
        onPress={print}
      >
        {words.print}
      </Button>
    </>
  )
}
