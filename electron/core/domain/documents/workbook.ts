/**
 * A cell of a spreadsheet. Text is always text: what begins with = + - @ is never a formula from data. `moment` is the
 * office's own clock without a zone, `2026-11-19T10:24`, because a spreadsheet knows none.
 */
export type WorkbookCell = string | number | { readonly date: string } | { readonly moment: string } | null

export interface WorkbookColumn {
  readonly header: string
  /** Characters. */
  readonly width: number
  /** How numbers are shown, in the spreadsheet's own words: `#,##0`, `0.0%`. Left out: as they are. */
  readonly format?: string
  /** true: a sum stands under the column, as a formula. */
  readonly total?: boolean
}

export interface WorkbookSheet {
  readonly name: string
  readonly title: string
  readonly columns: readonly WorkbookColumn[]
  readonly rows: readonly (readonly WorkbookCell[])[]
  /** Sentences under the table. */
  readonly notes?: readonly string[]
}

/** A spreadsheet: heads frozen, filters on, totals as formulas, real dates and numbers. */
export interface Workbook {
  readonly title: string
  /** RFC 3339; written into the file, so that the same report gives the same figures and dates. */
  readonly createdAt: string
  readonly sheets: readonly WorkbookSheet[]
}
