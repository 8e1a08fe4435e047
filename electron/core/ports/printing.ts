import type { PrintJob, Printer, PrintVerdict } from '#domain/print-job.ts'
import type { Paper } from '#domain/documents/paper.ts'
import type { PaperUnsound } from '#domain/documents/paper-check.ts'
import type { PrintContent, SignedFile } from '#domain/documents/print-content.ts'
import type { Result } from '#domain/result.ts'
import type { PrinterTrouble } from '#domain/printer-trouble.ts'

/** The small part of an AbortSignal that core may see; a real one satisfies it. */
export interface CancelSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** Bytes ready for a device. */
export interface RenderedJob {
  readonly bytes: Uint8Array
  readonly mediaType: 'application/pdf' | 'application/vnd.escpos'
  /** Exact sheet in millimetres; null for a strip. */
  readonly paper: Paper | null
  /** Where the sheet lies, as the queue or the driver calls it; absent: from wherever the printer takes it. */
  readonly tray?: string | undefined
  /** Sheets of this one job; absent: one. */
  readonly copies?: number | undefined
}

/** Turns a job's content into bytes. The same job gives the same bytes. Throws when it cannot be made. */
export interface JobRenderer {
  /** A paper of the office that does not show what it is to show is no job to send: it is told instead. */
  render(job: PrintJob, printer: Printer): Promise<RenderedJob | { readonly unsound: PaperUnsound }>
}

/**
 * Sends bytes to a device and says what is known of the paper.
 *
 * Not repeatable: a second call prints again. Never throws: whatever goes wrong is a verdict, and
 * `failed` is said only when it is certain that nothing came out.
 */
export interface PrinterTransport {
  send(rendered: RenderedJob, printer: Printer, title: string, cancel: CancelSignal): Promise<PrintVerdict>
  /** Whether the printer answers now, without printing anything. */
  probe(printer: Printer, cancel: CancelSignal): Promise<PrinterCondition>
}

export type PrinterCondition =
  | { readonly state: 'ready' | 'unknown' }
  | {
      readonly state: 'trouble'
      readonly reason: PrinterTrouble
      readonly detail: string | null
    }

/** Makes the PDF of a sheet from its data. The same content gives the same bytes. Throws when it cannot be made. */
export interface SheetMaker {
  pdf(content: PrintContent | SignedFile): Promise<Uint8Array>
  /**
   * The PDF, read back and compared with what it is to show; a stored, signed file against its hash, its signature and the
   * record. Refuses `paper-unsound`: such a paper is neither printed nor signed nor sent.
   */
  soundPdf(content: PrintContent | SignedFile): Promise<Result<Uint8Array, PaperUnsound>>
  /**
   * A file from elsewhere, read back and compared word for word with what this content is to show, whoever made or signed it.
   * Refuses `paper-unsound`.
   */
  asMade(pdf: Uint8Array, content: PrintContent): Promise<Result<Uint8Array, PaperUnsound>>
}
