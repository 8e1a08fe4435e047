import { IconPrinter, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import type { PrintJobView } from '#contract/dossier.ts'
import { clockTime } from '#domain/indonesian.ts'
import { officeTimeOf } from '#domain/office-zone.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { printDeskWords } from '../../locales/print-desk.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { DeskPrinter } from './desk-printers.ts'
import styles from './print-desk.module.css'
import { useJobOrders } from './use-job-orders.ts'
import type { JobOrder } from './use-job-orders.ts'

const words = printDeskWords.job

interface JobOrdersProps {
  job: PrintJobView
  /** Those to which it may be moved. */
  printers: readonly DeskPrinter[]
}

/** What happened to a sheet that did not simply come out, and what can be done about it. */
export function JobOrders({ job, printers }: JobOrdersProps) {
  const { timeZone } = useOffice()
  const orders = useJobOrders()
  const [sentence, setSentence] = useState<string>()
  const others = printers.filter(({ name }) => name !== job.printerName)
  const order = (wanted: JobOrder) => {
    if (orders.isPending) return
    orders.mutate(wanted, {
      onSuccess: (answer) => setSentence(answer.ok ? undefined : answer.refusal),
      onError: () => setSentence(printDeskWords.acts.failed),
    })
  }
  const { id: jobId, state } = job
  const retry = () => order({ kind: 'retry', jobId, noSheetCameOut: true })
  const canRetry = state === 'failed' && job.printerName !== null
  useShortcuts(canRetry ? [{ keys: 'Ctrl+Enter', label: words.retry, run: retry }] : [])
  const canMove = state === 'failed' || state === 'held' || state === 'queued'
  const { decided } = job
  return (
    <>
      {decided !== null && (
        <p className={styles.quiet}>
          {words.decided[decided.order](decided.by, clockTime(officeTimeOf(decided.at, timeZone)))}
        </p>
      )}
      {job.explanation !== null && (
        <Banner tone={state === 'failed' ? 'red' : 'amber'} framed>
          {job.explanation}
        </Banner>
      )}
      {sentence !== undefined && (
        <p className={styles.refused} role="alert">
          {sentence}
        </p>
      )}
      <div className={styles.buttons}>
        {canRetry && (
          <Button rank="main" icon={IconRefresh} kbd="Ctrl+Enter" busy={orders.isPending} onPress={retry}>
            {words.retry}
          </Button>
        )}
        {state === 'held' && (
          <Button
            rank="main"
            icon={IconPrinter}
            busy={orders.isPending}
            onPress={() => order({ kind: 'release', jobId })}
          >
            {words.release}
          </Button>
        )}
        {canMove && others.length > 0 && (
          <ActionMenu
            icon={IconPrinter}
            items={others.map((printer) => ({
              key: printer.id,
              label: printer.name,
              onPress: () => order({ kind: 'move', jobId, printerId: printer.id }),
            }))}
          >
            {words.move}
          </ActionMenu>
        )}
        {(state === 'held' || state === 'queued') && (
          <Button rank="destructive" busy={orders.isPending} onPress={() => order({ kind: 'cancel', jobId })}>
            {words.cancel}
          </Button>
        )}
      </div>
    </>
  )
}
