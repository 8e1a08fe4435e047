import type { ImageSource, PrintDocument } from '#domain/documents/sheet.ts'
import type { PrinterProfile, Strip } from '#domain/documents/strip.ts'
import type { DocumentRenderer } from '#ports/document-renderer.ts'
import {
  readArchiveFile as readFile,
  renderArchive as mergeArchive,
  type ArchiveContent,
  type ArchiveFile,
} from './archive.ts'
import { isBlankPng as isBlank } from './blank-picture.ts'
import { encodeStrip } from './escpos.ts'
import { layMarks as lay, type MarkTask } from './lay-marks.ts'
import { canDrawPicture as canDraw, renderPdf as render } from './render-pdf.ts'

/** One entry for a pool of workers: plain input in, bytes out, no state but parsed faces. */
export const renderPdf = (document: PrintDocument): Promise<Uint8Array> => render(document)

export const renderReceiptBytes = (task: { strip: Strip; profile: PrinterProfile }): Promise<Uint8Array> =>
  Promise.resolve(encodeStrip(task.strip, task.profile))

export const layMarks = (task: MarkTask): Promise<Uint8Array> => lay(task)

export const canDrawPicture = (picture: ImageSource): Promise<boolean> => canDraw(picture)

export const isBlankPng = (png: Uint8Array): Promise<boolean> => Promise.resolve(isBlank(png))

export const readArchiveFile = (bytes: Uint8Array): Promise<ArchiveFile> => readFile(bytes)

export const renderArchive = (task: {
  content: ArchiveContent
  files: readonly (ArchiveFile | null)[]
}): Promise<Uint8Array> => mergeArchive(task.content, task.files)

/** Renders in the calling thread: for tests and commands without a window. */
export const directRenderer: DocumentRenderer = { renderPdf: render, renderReceiptBytes: encodeStrip }
