import type { Instant } from '../instant.ts'
import type { OfficeDate } from '../office-date.ts'
import type { DaySpan } from '../report-period.ts'

/**
 * What stands in a column, so that every form of the report writes it in its own way: a spreadsheet as a real date or
 * number, a sheet in the words of the office, a file for programs as ISO 8601.
 */
export const bookColumnKinds = [
  'text',
  'count',
  'amount',
  'percent',
  'day',
  'month',
  'moment',
  'working-days',
] as const
export type BookColumnKind = (typeof bookColumnKinds)[number]

/** Whether figures stand in such a column, which are read from their last digit. */
export const isFigureKind = (kind: BookColumnKind): boolean =>
  kind === 'count' || kind === 'amount' || kind === 'percent' || kind === 'working-days'

export interface BookColumn {
  /** Name for programs, in kebab-case; never changes once it was handed out. */
  readonly key: string
  readonly header: string
  readonly kind: BookColumnKind
  /** Characters that the longest usual value takes: the share of a sheet's width, the width in a spreadsheet. */
  readonly width: number
  /** true: a sum stands under the column; only of counts and amounts. */
  readonly total?: boolean
  /** Decimals that an amount is shown with; left out: as many as it has, two at most. */
  readonly decimals?: number
}

/**
 * Text and moments (RFC 3339), days and months (ISO) as text, all else as numbers; `percent` 0–100, `working-days` with its
 * fraction. null: nothing is known or nothing applies.
 */
export type BookCell = string | number | null

export interface BookTable {
  readonly key: string
  readonly title: string
  readonly columns: readonly BookColumn[]
  readonly rows: readonly (readonly BookCell[])[]
  /** Sentences under the table: gaps of a series, what was left out and why. */
  readonly notes?: readonly string[]
}

/** Bars of one chart on paper; the table that says the same is always among `tables`. */
export interface BookBars {
  readonly title: string
  /** true: a course of time, which is shown whole and in its order; else the first ones stand, and the rest as one. */
  readonly course?: boolean
  /** `beyond`: of the value, what is past its limit. */
  readonly bars: readonly { readonly label: string; readonly value: number; readonly beyond?: number }[]
}

/** A report as figures and tables, before it becomes a sheet, a spreadsheet, a CSV or a JSON file. */
export interface ReportBook {
  /** As `--kind` names it. */
  readonly kind: string
  /** With the span in words: `Laporan harian Kamis, 19 November 2026`. */
  readonly title: string
  readonly days: DaySpan
  /** What the office knew before this moment stands in it; the only moment in any of its forms. */
  readonly asOf: Instant
  readonly figures: readonly { readonly key: string; readonly label: string; readonly value: number }[]
  /** Sentences of the sheet; `**word**` is bold there and plain elsewhere. */
  readonly remarks: readonly string[]
  readonly bars: readonly BookBars[]
  readonly tables: readonly BookTable[]
  /** *Tutup Harian* of the one day that the report is of, as known at its moment; left out: the day was open, or it is of others. */
  readonly closing?: BookClosing | undefined
}

/** The closing that holds a day, by which its books can be checked. */
export interface BookClosing {
  readonly at: Instant
  readonly by: string
  /** 1 for the first closing of the day. */
  readonly ordinal: number
  /** Events of the day over which the hash goes. */
  readonly events: number
  readonly hash: string
  /** What *Periksa* takes, as the QR on the sheet holds it. */
  readonly code: string
  /** In the words of the sheet. */
  readonly lines: readonly string[]
}

/** What is asked of a report: its days, and the moment whose knowledge it shows. */
export interface BookOrder {
  readonly days: DaySpan
  readonly asOf: Instant
  /** The office's day at which it is made: what is open, what expires. */
  readonly today: OfficeDate
}
