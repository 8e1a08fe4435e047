import type { MessagePort } from 'node:worker_threads'
import { renderPdf } from '#adapters/paper/render-worker.ts'
import { renderBookTables } from '#adapters/spreadsheet/render-book.ts'
import { layOutSheet } from '#domain/documents/lay-out.ts'
import type { BookTask } from '#ports/book-renderer.ts'

/** A report as a file of any form; for a thread of the pool, which tells its progress through the port. */
export const renderBook = ({
  task,
  port,
}: {
  readonly task: BookTask
  readonly port: Pick<MessagePort, 'postMessage'> | null
}): Promise<Uint8Array> =>
  task.format === 'pdf'
    ? renderPdf(layOutSheet(task.content, null))
    : renderBookTables(task, (rows) => port?.postMessage(rows))
