import { IconHelpCircle, IconScan } from '@tabler/icons-react'
import { skipToken, useQueries } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { PrintJobView } from '#contract/dossier.ts'
import { matchSheet } from '#domain/sheet-code.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useScan } from '../../lib/keyboard/scan.ts'
import { printDeskWords } from '../../locales/print-desk.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { NoteDialog } from './desk-dialogs.tsx'
import { letterKinds } from './next-step.ts'
import styles from './print-desk.module.css'
import { useJobOrders } from './use-job-orders.ts'

const words = printDeskWords.uncertain

interface UncertainPanelProps {
  /** The sheets of unknown fate; the first one is asked about. */
  jobs: readonly [PrintJobView, ...PrintJobView[]]
}

/**
 * Stays at the top until somebody has looked into the tray: a scan of the sheet says that it is there, one button that it
 * is not. Nothing is printed again before that.
 */
export function UncertainPanel({ jobs }: UncertainPanelProps) {
  const [job] = jobs
  const codes = useSheetCodes(jobs)
  const orders = useJobOrders()
  const [text, setText] = useState('')
  const [sentence, setSentence] = useState<string>()
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const isLetter = letterKinds.includes(job.document)

  // The scanner's field waits with the focus, but takes it from nobody who is typing elsewhere.
  useEffect(() => {
    const focused = document.activeElement
    if (focused === null || focused === document.body || focused.tagName === 'MAIN') field.current?.focus()
  }, [job.id])

  const settle = (order: Parameters<typeof orders.mutate>[0], done: string, onDone?: () => void) => {
    if (orders.isPending) return
    orders.mutate(order, {
      onSuccess: (answer) => {
        setSentence(answer.ok ? undefined : answer.refusal)
        if (!answer.ok) return
        setText('')
        onDone?.()
        showToast(done)
      },
      onError: () => setSentence(printDeskWords.acts.failed),
    })
  }
  const confirm = (found: PrintJobView) =>
    settle({ kind: 'confirm', jobId: found.id }, words.confirmed(found.title))
  const findSheet = (scanned: string): PrintJobView | undefined =>
    jobs.find((one) => matchSheet(scanned, codes(one)) === 'this-sheet')
  const read = (scanned: string) => {
    const found = findSheet(scanned)
    if (found !== undefined) return confirm(found)
    const unreadable = matchSheet(scanned, codes(job)) === 'unreadable'
    setSentence(unreadable ? words.unreadable(scanned) : words.otherSheet(scanned))
  }
  useScan((scanned) => {
    const waiting = document.activeElement === field.current
    if (!waiting && findSheet(scanned) === undefined) return false
    read(scanned)
    return true
  })
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || text.trim() === '') return
    event.preventDefault()
    read(text.trim())
  }
  return (
    <section className={styles.uncertain} aria-label={words.title(job.title)}>
      <div className={styles.uncertainWords}>
        <IconHelpCircle size={20} stroke={2} aria-hidden />
        <div role="status">
          <h2 className={styles.uncertainTitle}>{words.title(job.title)}</h2>
          <p>
            {job.explanation} {jobs.length > 1 && `${words.more(figure(jobs.length - 1))}.`}
          </p>
        </div>
      </div>
      <div className={styles.uncertainActs}>
        {isLetter && (
          <div className={styles.scan}>
            <TextField
              label={words.scanName(job.title)}
              labelHidden
              placeholder={words.scan}
              value={text}
              scan
              left={<IconScan size={18} stroke={1.75} aria-hidden />}
              inputRef={field}
              error={sentence}
              onChange={(typed) => {
                setText(typed)
                setSentence(undefined)
              }}
              onKeyDown={onKeyDown}
            />
          </div>
        )}
        {!isLetter && (
          <>
            <span className={styles.uncertainSentence} role="alert">
              {sentence}
            </span>
            <Button size="main" busy={orders.isPending} onPress={() => confirm(job)}>
              {words.sheetOut}
            </Button>
          </>
        )}
        <Button
          size="main"
          busy={orders.isPending}
          onPress={() =>
            settle({ kind: 'retry', jobId: job.id, noSheetCameOut: true }, words.printedAgain(job.title))
          }
        >
          {words.noSheet}
        </Button>
        <Button size="main" busy={orders.isPending} onPress={() => setAsked(true)}>
          {words.spoiled}
        </Button>
      </div>
      {asked && (
        <NoteDialog
          title={words.spoiled}
          sentence={words.spoiledSentence(job.title)}
          label={words.spoiledReason}
          hint={words.spoiledHint}
          missing={words.spoiledMissing}
          busy={orders.isPending}
          refusal={sentence}
          onClose={() => setAsked(false)}
          keptAs={`${job.id}/spoiled`}
          onDone={(reason, forget) =>
            settle({ kind: 'spoiled', jobId: job.id, reason }, words.printedAgain(job.title), () => {
              forget()
              setAsked(false)
            })
          }
        />
      )}
    </section>
  )
}

/** What stands in and below the QR of each sheet. */
function useSheetCodes(jobs: readonly PrintJobView[]): (job: PrintJobView) => readonly string[] {
  const trpc = useTRPC()
  const dossiers = useQueries({
    queries: jobs
      .slice(0, 20)
      .map(({ applicationId }) =>
        trpc.dossiers.get.queryOptions(applicationId === null ? skipToken : { id: applicationId }),
      ),
  })
  return (job) => {
    const view = dossiers.find(({ data }) => data?.line.id === job.applicationId)?.data
    if (view === undefined) return []
    return letterKinds.includes(job.document)
      ? view.product === null
        ? []
        : [view.product.verificationCode]
      : [view.trackingCode]
  }
}
