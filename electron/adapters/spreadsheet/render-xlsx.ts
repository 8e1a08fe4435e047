import ExcelJS from 'exceljs'
import type { Workbook, WorkbookCell, WorkbookSheet } from '#domain/documents/workbook.ts'

const headRow = 3

function cellValue(cell: WorkbookCell): ExcelJS.CellValue {
  if (cell === null || typeof cell === 'number' || typeof cell === 'string') return cell
  return new Date(`${cell.date}T00:00:00.000Z`)
}

function fill(sheet: ExcelJS.Worksheet, data: WorkbookSheet): void {
  sheet.addRow([data.title]).font = { bold: true, size: 14 }
  sheet.addRow([])
  sheet.addRow(data.columns.map((one) => one.header)).font = { bold: true }
  for (const row of data.rows) {
    const added = sheet.addRow(row.map(cellValue))
    row.forEach((cell, index) => {
      if (cell !== null && typeof cell === 'object') added.getCell(index + 1).numFmt = 'dd-mm-yyyy'
    })
  }
  const last = headRow + data.rows.length
  data.columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = column.width
    if (!column.total) return
    const letter = sheet.getColumn(index + 1).letter
    const sum = data.rows.reduce((total, row) => total + (typeof row[index] === 'number' ? row[index] : 0), 0)
    const formula = `SUM(${letter}${headRow + 1}:${letter}${Math.max(last, headRow + 1)})`
    sheet.getCell(last + 1, index + 1).value = { formula, result: sum }
  })
  if (data.columns.some((one) => one.total)) {
    sheet.getCell(last + 1, 1).value = 'Jumlah'
    sheet.getRow(last + 1).font = { bold: true }
  }
  sheet.views = [{ state: 'frozen', ySplit: headRow }]
  sheet.autoFilter = {
    from: { row: headRow, column: 1 },
    to: { row: Math.max(last, headRow), column: data.columns.length },
  }
}

/** Writes a workbook. The same workbook gives the same figures; the container's own bytes may differ. */
export async function renderXlsx(workbook: Workbook): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.title = workbook.title
  book.created = new Date(workbook.createdAt)
  book.modified = new Date(workbook.createdAt)
  for (const sheet of workbook.sheets) fill(book.addWorksheet(sheet.name), sheet)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
