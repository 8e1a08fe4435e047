import type { PrintContent } from '#domain/documents/print-content.ts'
import type { Instant } from '#domain/instant.ts'
import type { PrintJob } from '#domain/print-job.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import type { IdSource } from '#ports/clock.ts'
import type { Stores } from '#ports/stores.ts'
import type { SignedIn } from './office.ts'
import { choosePrinter, newJob } from './print-document.ts'

/** A sheet that belongs to no dossier: a register, a list, a slip. */
export interface OfficeSheet {
  readonly document: DocumentKind
  /** What it is about, where that has an id; null: nothing of the kind. */
  readonly subjectId: string | null
  readonly title: string
  /** null: the printer that the office has set for it. */
  readonly printerId: string | null
  readonly content: PrintContent
}

/** Asks for such a sheet within the transaction of these stores. Each call is a sheet of its own: none is an original. */
export async function addOfficeSheet(
  { printers, printJobs }: Pick<Stores, 'printers' | 'printJobs'>,
  ids: IdSource,
  sheet: OfficeSheet,
  who: SignedIn,
  at: Instant,
): Promise<PrintJob> {
  const job = newJob(ids.uuid(), {
    ...sheet,
    applicationId: null,
    printerId: choosePrinter(await printers.list(), sheet.document, sheet.printerId),
    copy: 1,
    reason: null,
    requestedBy: who.user.name,
    at,
  })
  await printJobs.add(job)
  return job
}
