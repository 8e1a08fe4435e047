import type { PrintContent } from '#domain/documents/print-content.ts'
import type { ReportBook } from '#domain/documents/report-book.ts'
import type { ZoneName } from '#domain/office-zone.ts'
import type { CancelSignal } from './printing.ts'

/** A report and the form that it takes; `zone` is the clock by which its moments are written. */
export type BookTask =
  | { readonly format: 'csv' | 'json' | 'xlsx'; readonly book: ReportBook; readonly zone: ZoneName }
  | { readonly format: 'pdf'; readonly content: PrintContent }

/** Makes the bytes of a report away from the thread that serves the windows. */
export interface BookRenderer {
  /**
   * The same task gives the same bytes, a spreadsheet the same figures. Throws what the signal threw when it was cancelled.
   *
   * @param watch.onProgress  told now and then how many rows are laid out; only of spreadsheets
   */
  renderBook(
    task: BookTask,
    watch?: { readonly signal?: CancelSignal; readonly onProgress?: (rows: number) => void },
  ): Promise<Uint8Array>
}
