import { IconFileText } from '@tabler/icons-react'
import type { PrintJobView } from '#contract/dossier.ts'
import { clockTime } from '#domain/indonesian.ts'
import { officeTimeOf } from '#domain/office-zone.ts'
import { printStateLabels } from '#domain/wording/printing.ts'
import { useOffice } from '../../lib/session.ts'
import { printDeskWords } from '../../locales/print-desk.ts'
import { buttonBar } from '../../ui/button-bars.ts'
import { Button } from '../../ui/button.tsx'
import { LazyPdfView } from '../../ui/lazy-pdf-view.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { jobMeanings } from './desk-table.tsx'
import type { DeskPrinter } from './desk-printers.ts'
import { JobOrders } from './job-orders.tsx'
import styles from './print-desk.module.css'

interface JobPaneProps {
  job: PrintJobView
  printers: readonly DeskPrinter[]
  onOpen: (id: string) => void
}

/** A sheet whose dossier is not at this desk (any more): what was sent, where to, and how it went. */
export function JobPane({ job, printers, onOpen }: JobPaneProps) {
  const { timeZone } = useOffice()
  const words = printDeskWords.job
  const { applicationId } = job
  const asked = words.requested(job.requestedBy, clockTime(officeTimeOf(job.requestedAt, timeZone)))
  return (
    <>
      <div className={styles.sheet}>
        <LazyPdfView url={`/files/job/${job.id}.pdf`} title={job.title} />
      </div>
      <div className={styles.foot} ref={buttonBar}>
        <div className={styles.facts}>
          <StatusMark meaning={jobMeanings[job.state]}>
            {printStateLabels[job.state]}{' '}
            {job.printerName === null ? words.noPrinter : words.on(job.printerName)}
            {job.copy > 1 && `, ${words.copy(job.copy)}`}
          </StatusMark>
          <span className={styles.quiet}>{asked}</span>
        </div>
        <JobOrders job={job} printers={printers.filter(({ active }) => active)} />
        {applicationId !== null && (
          <div className={styles.buttons}>
            <Button icon={IconFileText} onPress={() => onOpen(applicationId)}>
              {printDeskWords.pane.open}
            </Button>
          </div>
        )}
      </div>
    </>
  )
}
