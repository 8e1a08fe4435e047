import type { MessagePort } from 'node:worker_threads'
import { bookCsv } from '#domain/documents/book-csv.ts'
import { bookJson } from '#domain/documents/book-json.ts'
import { bookWorkbook } from '#domain/documents/book-workbook.ts'
import { layOutSheet } from '#domain/documents/lay-out.ts'
import type { BookTask } from '#ports/book-renderer.ts'
import { renderPdf } from '../paper/render-pdf.ts'
import { renderXlsx } from './render-xlsx.ts'

const utf8 = new TextEncoder()

/** A report as a file of one form; for a thread of the pool, which tells its progress through the port. */
export async function renderBook({
  task,
  port,
}: {
  readonly task: BookTask
  readonly port: Pick<MessagePort, 'postMessage'> | null
}): Promise<Uint8Array> {
  if (task.format === 'pdf') return renderPdf(layOutSheet(task.content, null))
  const { book, zone } = task
  if (task.format === 'csv') return utf8.encode(bookCsv(book, zone))
  if (task.format === 'json') return utf8.encode(bookJson(book))
  return renderXlsx(bookWorkbook(book, zone), (rows) => port?.postMessage(rows))
}
