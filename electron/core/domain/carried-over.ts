import type { OutputRecord } from './application.ts'
import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import type { OfficialNumber, PermitEnd, Product } from './permit.ts'
import type { StageClock } from './stage-table.ts'

export const carriedBooks = ['running', 'permit'] as const
/** *Berkas berjalan*: under way when the office began with this program. *Izin lama*: a permit given before that. */
export type CarriedBook = (typeof carriedBooks)[number]

/**
 * What the office's former books say of an application, kept whole in its first event: from there on it is a dossier
 * like any other. Nothing of it was done here, so no report counts it but for what was running: that is in process.
 */
export interface CarriedOver {
  readonly book: CarriedBook
  /** When it was written down here. */
  readonly enteredAt: Instant
  /** Name of the table that it was read from; null: typed on the form. */
  readonly importedFrom: string | null
  /** The day whose law is asked: that of filing, or of the entry where the catalogue begins later. */
  readonly lawOn: OfficeDate
  readonly filedAt: Instant
  readonly acceptedAt: Instant | null
  /** The day promised in the old book, or by the rule from acceptance; null: none. */
  readonly dueOn: OfficeDate | null
  /** That day as the old book has it, which no change of the calendar moves; null: counted by the rule. */
  readonly promisedOn: OfficeDate | null
  /** Stages that wait for somebody now; empty: it is over. */
  readonly stages: readonly string[]
  readonly clock: StageClock
  /** With the applicant, to be mended. */
  readonly returned: boolean
  readonly outputs: readonly OutputRecord[]
  readonly product: Product | null
  readonly issuedAt: Instant | null
  readonly handedOverAt: Instant | null
  readonly permitEnd: PermitEnd | null
}

/** Series of numbers that no series of this office has made: kept as the old book wrote them. */
export const oldBookSeries = 'buku-lama'

/** A number as the old book wrote it. It has no place in a series, so its serial says nothing. */
export const oldBookNumber = (text: string): OfficialNumber => ({
  series: oldBookSeries,
  scope: 'all',
  serial: 1,
  text,
})

/** Whether a number stands in no series of the office, and so in no register of numbers either. */
export const isOldBookNumber = ({ series }: Pick<OfficialNumber, 'series'>): boolean =>
  series === oldBookSeries

/** A number as it is kept: blanks at its ends and runs of them gone, every letter as the old book has it. */
export const tidyNumber = (text: string): string => text.trim().replace(/\s+/g, ' ')

export const longestOldNumber = 120
