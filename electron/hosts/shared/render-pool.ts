import { availableParallelism } from 'node:os'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { ArchiveContent, ArchiveFile } from '#adapters/paper/archive.ts'
import type { MarkTask } from '#adapters/paper/lay-marks.ts'
import type { SigningThreads } from '#adapters/signing/signing-tools.ts'
import type { TableFile } from '#adapters/spreadsheet/read-table.ts'
import { renderWorkerFile } from '#adapters/system/program-paths.ts'
import type { ImageSource, PrintDocument } from '#domain/documents/sheet.ts'
import type { Workbook } from '#domain/documents/workbook.ts'
import type { MakePages } from '#ports/page-maker.ts'
import type { BookRenderer } from '#ports/book-renderer.ts'
import type { PaperCheck } from '#ports/paper-check.ts'
import type { CancelSignal } from '#ports/printing.ts'
import type { PrinterProfile, Strip } from '#domain/documents/strip.ts'

/** The one pool for work that would keep the window waiting: typesetting, encoding, reading papers back, spreadsheets, signing. */
export interface RenderPool extends SigningThreads, PaperCheck, BookRenderer {
  renderPdf(document: PrintDocument): Promise<Uint8Array>
  renderReceiptBytes(task: { strip: Strip; profile: PrinterProfile }): Promise<Uint8Array>
  /** Opens a file of a dossier for its archive; what takes longer than a file may is broken, and harms no other. */
  readArchiveFile(bytes: Uint8Array): Promise<ArchiveFile>
  renderArchive(content: ArchiveContent, files: readonly (ArchiveFile | null)[]): Promise<Uint8Array>
  /** A print of a finished file with bands in its upper margin. */
  layMarks(task: MarkTask): Promise<Uint8Array>
  renderXlsx(workbook: Workbook): Promise<Uint8Array>
  /** The cells of a table as text; null: the file is no table. */
  readTable(file: TableFile): Promise<readonly (readonly string[])[] | null>
  /** Whether a picture can be put on a sheet: its inside is whole, not only its frame. */
  canDrawPicture(picture: ImageSource): Promise<boolean>
  /** Texts of the QR codes on a scan; null: it cannot be opened, or takes longer than a file may. */
  readScanCodes(scan: Uint8Array): Promise<readonly string[] | null>
  /** JPG pages of a file that the portal does not take as it is; what takes longer than a file may is broken. */
  readonly makePages: MakePages
  /** Whether nothing is drawn on a PNG. */
  isBlankPng(png: Uint8Array): Promise<boolean>
  close(): Promise<void>
}

/** A thread that is not ready after so long hangs, and is ended all the same. */
const mostLoadMs = 10_000

/** So long may one file of an applicant keep a thread; a spoiled one can keep it for ever. */
const mostFileMs = 30_000

/** The pool ends the thread of a task whose signal fires. */
function abortOf(signal: CancelSignal): AbortSignal {
  const controller = new AbortController()
  if (signal.aborted) controller.abort()
  else signal.addEventListener('abort', () => controller.abort())
  return controller.signal
}

/** Workers are started when first needed and kept; they never open the database. */
export function createRenderPool(
  maxThreads = Math.max(1, Math.min(4, availableParallelism() - 1)),
): RenderPool {
  const pool = new Piscina({
    filename: renderWorkerFile,
    minThreads: 1,
    maxThreads,
    idleTimeout: 60_000,
  })
  return {
    renderPdf: (document) => pool.run(document, { name: 'renderPdf' }) as Promise<Uint8Array>,
    renderReceiptBytes: (task) => pool.run(task, { name: 'renderReceiptBytes' }) as Promise<Uint8Array>,
    readArchiveFile: (bytes) =>
      pool
        .run(bytes, { name: 'readArchiveFile', signal: AbortSignal.timeout(mostFileMs) })
        .catch(() => ({ problem: 'broken' })) as Promise<ArchiveFile>,
    renderArchive: (content, files) =>
      pool.run({ content, files }, { name: 'renderArchive' }) as Promise<Uint8Array>,
    layMarks: (task) => pool.run(task, { name: 'layMarks' }) as Promise<Uint8Array>,
    renderXlsx: (workbook) => pool.run(workbook, { name: 'renderXlsx' }) as Promise<Uint8Array>,
    renderBook: async (task, { signal, onProgress } = {}) => {
      const { port1, port2 } = new MessageChannel()
      port1.on('message', (rows: number) => onProgress?.(rows))
      try {
        const watched = {
          name: 'renderBook',
          transferList: [port2],
          ...(signal && { signal: abortOf(signal) }),
        }
        return (await pool.run({ task, port: port2 }, watched)) as Uint8Array
      } finally {
        port1.close()
      }
    },
    readTable: (file) => pool.run(file, { name: 'readTable' }) as ReturnType<RenderPool['readTable']>,
    canDrawPicture: (picture) => pool.run(picture, { name: 'canDrawPicture' }) as Promise<boolean>,
    examine: (task) => pool.run(task, { name: 'examinePaper' }) as ReturnType<PaperCheck['examine']>,
    readScanCodes: (scan) =>
      pool
        .run(scan, { name: 'readScanCodes', signal: AbortSignal.timeout(mostFileMs) })
        .catch(() => null) as ReturnType<RenderPool['readScanCodes']>,
    makePages: (task) =>
      pool
        .run(task, { name: 'makePages', signal: AbortSignal.timeout(mostFileMs) })
        .catch(() => ({ kind: 'none', why: 'broken' })) as ReturnType<MakePages>,
    isBlankPng: (png) => pool.run(png, { name: 'isBlankPng' }) as Promise<boolean>,
    signPdf: (task) => pool.run(task, { name: 'signPdf' }) as ReturnType<SigningThreads['signPdf']>,
    readContainer: (task) =>
      pool.run(task, { name: 'readContainer' }) as ReturnType<SigningThreads['readContainer']>,
    listSignatures: (signed) =>
      pool.run(signed, { name: 'listSignatures' }) as ReturnType<SigningThreads['listSignatures']>,
    verifyPdf: (task) => pool.run(task, { name: 'verifyPdf' }) as ReturnType<SigningThreads['verifyPdf']>,
    close: async () => {
      // A thread that is ended while it loads its modules can take the whole process with it (seen: a trap in V8).
      const loaded = pool.threads.map(() =>
        pool.run(null, { name: 'ready', signal: AbortSignal.timeout(mostLoadMs) }),
      )
      await Promise.allSettled(loaded)
      await pool.close({ force: true })
    },
  }
}
