import ExcelJS from 'exceljs'
import type { Workbook, WorkbookCell, WorkbookColumn, WorkbookSheet } from '#domain/documents/workbook.ts'

const headRow = 3

/** Numbers have the format of their column; days and moments have one of their own. */
const dayFormat = 'dd-mm-yyyy'
const momentFormat = 'dd-mm-yyyy hh:mm'

function cellValue(cell: WorkbookCell): ExcelJS.CellValue {
  if (cell === null || typeof cell === 'number' || typeof cell === 'string') return cell
  return 'date' in cell ? new Date(`${cell.date}T00:00:00.000Z`) : new Date(`${cell.moment}:00.000Z`)
}

const formatOfCell = (cell: WorkbookCell | undefined): string | null =>
  cell === null || typeof cell !== 'object' ? null : 'date' in cell ? dayFormat : momentFormat

/** What a column shows: its own format, else that of the first day or moment in it. */
const formatOfColumn = (
  { format }: WorkbookColumn,
  rows: WorkbookSheet['rows'],
  index: number,
): string | null => format ?? formatOfCell(rows.find((row) => formatOfCell(row[index]) !== null)?.[index])

function fill(sheet: ExcelJS.Worksheet, data: WorkbookSheet, onRow: () => void): void {
  const width = data.columns.length
  const formats = data.columns.map((column, index) => formatOfColumn(column, data.rows, index))
  sheet.addRow([data.title]).font = { bold: true, size: 14 }
  sheet.addRow([])
  sheet.addRow(data.columns.map((one) => one.header)).font = { bold: true }
  // A cell takes over the style of its column when it is made: one object for thousands of them.
  data.columns.forEach((column, index) => {
    const made = sheet.getColumn(index + 1)
    made.width = column.width
    const numFmt = formats[index]
    if (numFmt) made.style = { numFmt }
  })
  for (const row of data.rows) {
    const added = sheet.addRow(row.map(cellValue))
    row.forEach((cell, index) => {
      const own = formatOfCell(cell)
      if (own !== null && own !== formats[index]) added.getCell(index + 1).numFmt = own
    })
    onRow()
  }
  const last = headRow + data.rows.length
  const lastDataRow = Math.max(last, headRow + 1)
  const hasTotal = data.columns.some((one) => one.total)
  data.columns.forEach((column, index) => {
    if (!column.total) return
    const { letter } = sheet.getColumn(index + 1)
    const sum = data.rows.reduce((total, row) => total + (typeof row[index] === 'number' ? row[index] : 0), 0)
    const formula = `SUM(${letter}${headRow + 1}:${letter}${lastDataRow})`
    sheet.getCell(lastDataRow + 1, index + 1).value = { formula, result: sum }
  })
  if (hasTotal) {
    if (!data.columns[0]?.total) sheet.getCell(lastDataRow + 1, 1).value = 'Jumlah'
    sheet.getRow(lastDataRow + 1).font = { bold: true }
  }
  const below = lastDataRow + (hasTotal ? 3 : 2)
  for (const [index, note] of (data.notes ?? []).entries()) sheet.getCell(below + index, 1).value = note
  sheet.views = [{ state: 'frozen', ySplit: headRow }]
  sheet.autoFilter = {
    from: { row: headRow, column: 1 },
    to: { row: Math.max(last, headRow), column: width },
  }
  // Whoever prints it gets whole columns and the heads on every page.
  sheet.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
  sheet.pageSetup.printTitlesRow = `${headRow}:${headRow}`
}

/** So often a long workbook says how far it is. */
const rowsPerStep = 500

/**
 * Writes a workbook. The same workbook gives the same figures; the container's own bytes may differ.
 *
 * @param onProgress  told now and then how many of all rows are laid out; the file is packed after the last
 */
export async function renderXlsx(
  workbook: Workbook,
  onProgress: (rows: number) => void = () => {},
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.title = workbook.title
  book.created = new Date(workbook.createdAt)
  book.modified = new Date(workbook.createdAt)
  let rows = 0
  const onRow = (): void => {
    rows += 1
    if (rows % rowsPerStep === 0) onProgress(rows)
  }
  for (const sheet of workbook.sheets) fill(book.addWorksheet(sheet.name), sheet, onRow)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
