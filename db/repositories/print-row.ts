import {
  printJobStates,
  printReasons,
  type JobDecision,
  type Printer,
  type PrinterKind,
  type PrintJob,
  type ThermalProfile,
} from '#domain/print-job.ts'
import type { SecondConsent, SecondOriginal } from '#domain/second-original.ts'
import { documentKinds, type DocumentKind } from '#domain/stage-table.ts'
import type { PrinterRow, PrintJobRow } from '../rows/print-rows.ts'
import { flagOf, jsonOf, objectOf, oneOf, textsOf } from './reading.ts'

type Instant = PrintJob['requestedAt']
const printerKinds: readonly PrinterKind[] = ['thermal', 'sheet']
const documentOf = (text: string): DocumentKind => oneOf(documentKinds, text, 'document kind')

export const toPrintJobRow = (job: PrintJob): PrintJobRow => ({
  id: job.id,
  application_id: job.applicationId,
  document: job.document,
  subject_id: job.subjectId,
  title: job.title,
  printer_id: job.printerId,
  copy: job.copy,
  reprint_reason: job.reprintReason,
  content: jsonOf(job.content, 'content of a print job'),
  state: job.state,
  reason: job.reason,
  detail: job.detail,
  requested_by: job.requestedBy,
  requested_at: job.requestedAt,
  sent_at: job.sentAt,
  ended_at: job.endedAt,
  attempts: job.attempts,
  decided: job.decided && jsonOf(job.decided, 'decision about a print job'),
  second_by: job.second?.userId ?? null,
  second_consent: consentColumn(job.second?.consent ?? null),
})

export const consentColumn = (consent: SecondConsent | null): string | null =>
  consent && jsonOf(consent, 'consent to a print')

const secondOf = (row: PrintJobRow): { readonly second?: SecondOriginal } =>
  row.second_by === null
    ? {}
    : {
        second: {
          userId: row.second_by,
          consent:
            row.second_consent === null
              ? null
              : objectOf<SecondConsent>(row.second_consent, ['userId', 'by', 'at'], 'consent to a print'),
        },
      }

export const fromPrintJobRow = (row: PrintJobRow): PrintJob => ({
  id: row.id,
  applicationId: row.application_id,
  document: documentOf(row.document),
  subjectId: row.subject_id,
  title: row.title,
  printerId: row.printer_id,
  copy: row.copy,
  reprintReason: row.reprint_reason,
  content: JSON.parse(row.content) as unknown,
  state: oneOf(printJobStates, row.state, 'state of a print job'),
  reason: row.reason === null ? null : oneOf(printReasons, row.reason, 'print reason'),
  detail: row.detail,
  requestedBy: row.requested_by,
  requestedAt: row.requested_at as Instant,
  sentAt: row.sent_at as Instant | null,
  endedAt: row.ended_at as Instant | null,
  attempts: row.attempts,
  decided:
    row.decided === null
      ? null
      : objectOf<JobDecision>(row.decided, ['order', 'by', 'at'], 'decision about a print job'),
  ...secondOf(row),
})

export const toPrinterRow = (printer: Printer): PrinterRow => ({
  id: printer.id,
  name: printer.name,
  kind: printer.kind,
  address: printer.address,
  thermal: printer.thermal && jsonOf(printer.thermal, 'thermal profile'),
  documents: jsonOf(printer.documents, 'documents of a printer'),
  active: flagOf(printer.active),
})

export const fromPrinterRow = (row: PrinterRow): Printer => ({
  id: row.id,
  name: row.name,
  kind: oneOf(printerKinds, row.kind, 'printer kind'),
  address: row.address,
  thermal:
    row.thermal === null
      ? null
      : objectOf<ThermalProfile>(row.thermal, ['widthMm', 'columns'], 'thermal profile'),
  documents: textsOf(row.documents, 'documents of a printer').map(documentOf),
  active: row.active === 1,
})
