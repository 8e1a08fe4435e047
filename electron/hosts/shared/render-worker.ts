/** The entry of the worker pool: pure work on plain input, no database, no sockets. */
export {
  canDrawPicture,
  isBlankPng,
  readArchiveFile,
  renderArchive,
  layMarks,
  renderPdf,
  renderReceiptBytes,
} from '#adapters/paper/render-worker.ts'
export { makePages } from '#adapters/paper-check/jpg-pages.ts'
export { readScanCodes } from '#adapters/paper-check/scan-codes.ts'
export { examinePaper } from '#adapters/paper-check/paper-check-worker.ts'
/** Nothing to do: answered once everything above is loaded. */
export const ready = (): null => null
export { listSignatures, readContainer, signPdf, verifyPdf } from '#adapters/signing/signing-worker.ts'
export { renderBook } from './render-book.ts'
export { readTable } from '#adapters/spreadsheet/read-table.ts'
export { renderXlsx } from '#adapters/spreadsheet/render-xlsx.ts'
