import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PrintJobState } from '#domain/print-job.ts'
import { sayPrintRefusal, printStateLabels } from '#domain/wording/printing.ts'
import type { PrintJobView } from '#contract/dossier.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { clockOf, figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { homeWords as words } from '../../locales/home.ts'
import { Button } from '../../ui/button.tsx'
import { TwoLines } from '../../ui/data-table.tsx'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import styles from './home.module.css'

const meanings: Readonly<Record<PrintJobState, Meaning>> = {
  queued: 'not-yet',
  held: 'soon',
  sending: 'working',
  printed: 'done',
  failed: 'refused',
  unknown: 'uncertain',
  cancelled: 'stopped',
}

const shownAtMost = 12

/** The last receipts, and of each whether it came out; one that nobody is sure of asks for a look at the printer. */
export function ReceiptsPanel() {
  const { timeZone } = useOffice()
  const desk = useQuery(useTRPC().printing.desk.queryOptions())
  const receipts = (desk.data?.jobs ?? [])
    .filter(({ document }) => document === 'receipt')
    .toSorted((a, b) => b.requestedAt.localeCompare(a.requestedAt))
  const doubtful = receipts.find(({ state }) => state === 'unknown')
  return (
    <Panel label={words.receipts}>
      <PanelHead
        title={words.receipts}
        line
        right={receipts.length > 0 && words.receiptsCount(figure(receipts.length))}
      />
      {desk.data === undefined && !desk.isError && (
        <SkeletonRows rows={4} widths={[40, 140, 70]} height={48} />
      )}
      {desk.isError && <p className={styles.quiet}>{words.receiptsFailed}</p>}
      {desk.data !== undefined && receipts.length === 0 && (
        <p className={styles.quiet}>{words.receiptsEmpty}</p>
      )}
      <ul className={`${styles.list} ${styles.scroll}`} tabIndex={0} aria-label={words.receipts}>
        {receipts.slice(0, shownAtMost).map((job) => (
          <li key={job.id} className={styles.receipt}>
            <span className={styles.clock}>{clockOf(job.requestedAt, timeZone).split(' ')[0]}</span>
            <TwoLines
              first={numberOf(job)}
              {...(job.printerName === null ? {} : { second: job.printerName })}
            />
            <StatusMark meaning={meanings[job.state]}>{printStateLabels[job.state]}</StatusMark>
          </li>
        ))}
      </ul>
      {doubtful !== undefined && <Doubt key={doubtful.id} job={doubtful} />}
    </Panel>
  )
}

/** The panel says that it is a receipt; its number is what differs. */
const numberOf = ({ title }: PrintJobView): string => title.replace(/^Tanda terima /, '')

/** What the clerk saw at the printer decides it; nothing is printed again unasked. */
function Doubt({ job }: { job: PrintJobView }) {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const [refused, setRefused] = useState<string>()
  const onError = (error: unknown) => setRefused(words.notRecorded(faultOf(error, timeZone).code))
  const settle = {
    onSuccess: (answer: { ok: true } | { ok: false; refusal: Parameters<typeof sayPrintRefusal>[0] }) => {
      if (!answer.ok) setRefused(sayPrintRefusal(answer.refusal))
    },
    onError,
  }
  const retry = useMutation(trpc.printing.retry.mutationOptions(settle))
  const confirm = useMutation(trpc.printing.confirmPrinted.mutationOptions(settle))
  const busy = retry.isPending || confirm.isPending
  return (
    <div className={styles.doubt} role="status">
      <span>
        {job.title}: {job.explanation}
      </span>
      {refused !== undefined && <span>{refused}</span>}
      <span className={styles.buttons}>
        <Button size="row" busy={busy} onPress={() => confirm.mutate({ jobId: job.id })}>
          {words.uncertainOut}
        </Button>
        <Button size="row" busy={busy} onPress={() => retry.mutate({ jobId: job.id, noSheetCameOut: true })}>
          {words.uncertainDoubt}
        </Button>
      </span>
    </div>
  )
}
