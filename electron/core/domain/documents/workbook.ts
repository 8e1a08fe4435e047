/** A cell of a spreadsheet. Text is always text: what begins with = + - @ is never a formula from data. */
export type WorkbookCell = string | number | { readonly date: string } | null

export interface WorkbookSheet {
  readonly name: string
  readonly title: string
  readonly columns: readonly {
    readonly header: string
    /** Characters. */
    readonly width: number
    /** true: a sum stands under the column, as a formula. */
    readonly total?: boolean
  }[]
  readonly rows: readonly (readonly WorkbookCell[])[]
}

/** A spreadsheet: heads frozen, filters on, totals as formulas, real dates and numbers. */
export interface Workbook {
  readonly title: string
  /** RFC 3339; written into the file, so that the same report gives the same figures and dates. */
  readonly createdAt: string
  readonly sheets: readonly WorkbookSheet[]
}
