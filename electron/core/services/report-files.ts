import type { BookFormat, BookKind } from '#domain/documents/book-kinds.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import type { BookOrder } from '#domain/documents/report-book.ts'
import { bookLabel } from '#domain/wording/report-books.ts'
import type { BookRenderer } from '#ports/book-renderer.ts'
import { bookContent, type Printed } from './book-content.ts'
import type { BookDeps } from './book-deps.ts'
import { createCancelSource } from './cancel-source.ts'
import { blanksOn } from './daily-lists.ts'
import { dailyReport } from './daily-report.ts'
import { officeKnownAt } from './known-office.ts'
import { reportBooks } from './report-books.ts'
import { reportContent } from './report-content.ts'

export interface ReportFileOrder extends BookOrder {
  readonly kind: BookKind
  readonly format: BookFormat
}

export interface ReportFile {
  /** `laporan-harian-2026-11-19.pdf` */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

const mediaTypes: Readonly<Record<BookFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
}

/** Under what name a report is kept: it says what it is and of which days. */
export function reportFileName({
  kind,
  days: { from, through },
  format,
}: Omit<ReportFileOrder, 'asOf' | 'today'>): string {
  const label = bookLabel(kind)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return `${label}-${from}${from === through ? '' : `-sampai-${through}`}.${format}`
}

/** How far a report is that somebody waits for. */
export interface ReportProgress {
  readonly rows: number
  readonly of: number
}

/** What a report of a moment is made of: the office as it was then. */
const depsAt = async (deps: BookDeps, { asOf }: BookOrder): Promise<BookDeps> => ({
  ...deps,
  office: await officeKnownAt(deps, asOf),
})

/**
 * The paper of a report, for the printer and for its file alike. One day's issuance has a sheet of its own, everything else
 * the sheet of books.
 *
 * @param printed  null: a file, which bears no moment but that of its knowledge and so is the same each time
 */
export const reportPaper =
  (deps: BookDeps) =>
  async (kind: BookKind, order: BookOrder, printed: Printed | null): Promise<PrintContent> => {
    const { from, through } = order.days
    const then = await depsAt(deps, order)
    if (kind !== 'daily' || from !== through)
      return bookContent(then.office, await reportBooks(then)[kind](order), printed)
    const [report, blanks] = await Promise.all([
      dailyReport(then)(from, order.asOf),
      blanksOn(then, from, order.asOf),
    ])
    return reportContent(then.office, report, blanks, printed)
  }

/**
 * Reports as files. A long one is followed and given up under the ticket of whoever asked for it; nothing of it is kept.
 */
export function createReportFiles(deps: BookDeps & { readonly books: BookRenderer }) {
  const running = new Map<string, { progress: ReportProgress; readonly cancel: () => void }>()

  const make = async (
    { kind, format, ...order }: ReportFileOrder,
    watch: Parameters<BookRenderer['renderBook']>[1] & { readonly onRows?: (of: number) => void } = {},
  ): Promise<ReportFile> => {
    const zone = deps.office.profile.timeZone
    const file = { name: reportFileName({ kind, format, days: order.days }), mediaType: mediaTypes[format] }
    if (format === 'pdf') {
      const content = await reportPaper(deps)(kind, order, null)
      return { ...file, bytes: await deps.books.renderBook({ format, content }, watch) }
    }
    const book = await reportBooks(await depsAt(deps, order))[kind](order)
    watch.onRows?.(book.tables.reduce((sum, one) => sum + one.rows.length, 0))
    return { ...file, bytes: await deps.books.renderBook({ format, book, zone }, watch) }
  }

  return {
    /** Makes a report. Only reads; the same order over the same data gives the same bytes, a spreadsheet the same figures. */
    make,

    /**
     * Makes a report that somebody waits for.
     *
     * @param ticket  chosen by whoever asks, for this one report
     * @returns null: it was given up
     */
    async makeFor(ticket: string, order: ReportFileOrder): Promise<ReportFile | null> {
      const { signal, cancel } = createCancelSource()
      const entry = { progress: { rows: 0, of: 0 }, cancel }
      running.set(ticket, entry)
      try {
        const file = await make(order, {
          signal,
          onRows: (of) => {
            entry.progress = { rows: 0, of }
          },
          onProgress: (rows) => {
            entry.progress = { ...entry.progress, rows }
          },
        })
        return signal.aborted ? null : file
      } catch (error) {
        if (signal.aborted) return null
        throw error
      } finally {
        running.delete(ticket)
      }
    },

    /** null: nothing is under way under this ticket. */
    progress: (ticket: string): ReportProgress | null => running.get(ticket)?.progress ?? null,

    /** Gives a report up. Repeatable; false: nothing was under way. */
    cancel(ticket: string): boolean {
      const entry = running.get(ticket)
      entry?.cancel()
      return entry !== undefined
    },
  }
}

export type ReportFiles = ReturnType<typeof createReportFiles>
