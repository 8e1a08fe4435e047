import ExcelJS from 'exceljs'

/** A file that may hold a table, with the name under which it was chosen. */
export interface TableFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Reads the first sheet of a workbook (XLSX) or a CSV file as text, cell by cell; null: it is neither. Days come out as
 * `dd-mm-yyyy`. A figure too long for a spreadsheet comes out as Excel shows it (`6,17E+15`): its last digits are lost.
 */
export async function readTable({ bytes }: TableFile): Promise<readonly (readonly string[])[] | null> {
  // A workbook is a ZIP file.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes)
  const text = textOf(bytes)
  return text === null ? null : readCsv(text)
}

async function readWorkbook(bytes: Uint8Array): Promise<readonly (readonly string[])[] | null> {
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    )
  } catch {
    // Any other ZIP file, or a damaged workbook: the library says so in many ways.
    return null
  }
  const sheet = book.worksheets.find((one) => one.actualRowCount > 0) ?? book.worksheets[0]
  if (!sheet) return null
  const rows: string[][] = []
  for (let line = 1; line <= sheet.rowCount; line += 1) {
    const cells: string[] = []
    sheet.getRow(line).eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cellText(cell.value)
    })
    rows.push(cells)
  }
  return rows
}

const two = (figure: number): string => String(figure).padStart(2, '0')

// A spreadsheet keeps fifteen digits; what follows them is made up.
const longestExact = 1e15

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number')
    return Math.abs(value) >= longestExact ? value.toExponential(4).replace('e', 'E') : String(value)
  if (typeof value === 'string' || typeof value === 'boolean') return String(value)
  if (value instanceof Date)
    return `${two(value.getUTCDate())}-${two(value.getUTCMonth() + 1)}-${value.getUTCFullYear()}`
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('result' in value) return cellText(value.result as ExcelJS.CellValue)
  if ('text' in value) return cellText(value.text as ExcelJS.CellValue)
  return ''
}

/** UTF-8, with or without its mark, else what older Windows programs write; null: no text at all. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, '')
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Cells parted by whichever of `;`, `,` and tab stands most often in the first line that has one. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const first = text.split(/\r?\n/).find((line) => /[;,\t]/.test(line)) ?? ''
  const count = (mark: string): number => first.split(mark).length
  const mark = [';', ',', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    row.push(cell)
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? ''
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (char === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (char === mark) endCell()
    else if (char === '\n') endRow()
    else if (char !== '\r') cell += char
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}
