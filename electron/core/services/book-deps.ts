import type { BookOrder, ReportBook } from '#domain/documents/report-book.ts'
import type { Queries } from '#ports/queries.ts'
import type { Office } from './office.ts'
import type { CalendarInForce } from './recount-promises.ts'

/** What a report is made from: committed data alone. */
export interface BookDeps {
  readonly office: Office
  readonly queries: Queries
  /** Lets a report of an earlier moment count by the calendar as it was known then; left out: by the present one. */
  readonly calendar?: Pick<CalendarInForce, 'shipped'> | undefined
}

/** Makes one kind of report. Only reads; the same data and the same order give the same book. */
export type BookMaker = (order: BookOrder) => Promise<ReportBook>
