import type { ApplicationEvent } from '#domain/application-event.ts'
import type { DayClosing, DossierPrint } from '#domain/day-closing.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { DaySpan } from '#domain/report-period.ts'

/** Instants `from` ≤ x < `until`. */
interface Span {
  readonly from: Instant
  readonly until: Instant
}

/** *Tutup Harian*: append-only. Writing only, inside `UnitOfWork.run`. */
export interface ClosingStore {
  /**
   * The closing that was made last, of whichever day. Locks the chain until the transaction ends: of two who close at once
   * the second sees the first. undefined: none was made. Ask first.
   */
  last(): Promise<DayClosing | undefined>
  find(id: string): Promise<DayClosing | undefined>
  /** The last closing of a day; undefined: it is open. */
  latestOf(day: OfficeDate): Promise<DayClosing | undefined>
  printsOf(id: string): Promise<readonly DossierPrint[]>
  /** As the query of that name, within this transaction. */
  listEvents(span: Span): Promise<readonly ApplicationEvent[]>
  /** Adds one at the end of the chain. Throws for an id, or a day's ordinal, that is there. */
  add(closing: DayClosing, prints: readonly DossierPrint[]): Promise<void>
}

/** Reading only; part of `Queries`. */
export interface ClosingQueries {
  /** Closings of these days, by day and ordinal. */
  listClosings(days: DaySpan): Promise<readonly DayClosing[]>
  /** Every closing in the order in which they were made. */
  listClosingChain(): Promise<readonly DayClosing[]>
  /** What a closing saw, in the order of the dossiers' ids. */
  listClosingPrints(id: string): Promise<readonly DossierPrint[]>
  /** Events that happened in a span, by dossier and in the order of its history. */
  listEvents(span: Span): Promise<readonly ApplicationEvent[]>
  /** The earliest day that was ever closed; null: none was. */
  firstClosedDay(): Promise<OfficeDate | null>
  /** Days among these on which something was counted and that nobody closed, the earliest first. */
  listOpenDays(days: DaySpan): Promise<readonly OfficeDate[]>
  /** Official numbers that were voided in a span. */
  countVoids(span: Span): Promise<number>
}
