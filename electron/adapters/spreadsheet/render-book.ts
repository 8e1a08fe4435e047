import { bookCsv } from '#domain/documents/book-csv.ts'
import { bookJson } from '#domain/documents/book-json.ts'
import { bookWorkbook } from '#domain/documents/book-workbook.ts'
import type { BookTask } from '#ports/book-renderer.ts'
import { renderXlsx } from './render-xlsx.ts'

const utf8 = new TextEncoder()

/** The tables of a report as a file; only a spreadsheet takes long enough to tell how far it is. */
export async function renderBookTables(
  { format, book, zone }: Exclude<BookTask, { format: 'pdf' }>,
  onProgress: (rows: number) => void,
): Promise<Uint8Array> {
  if (format === 'csv') return utf8.encode(bookCsv(book, zone))
  if (format === 'json') return utf8.encode(bookJson(book))
  return renderXlsx(bookWorkbook(book, zone), onProgress)
}
