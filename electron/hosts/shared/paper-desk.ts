import type { ArchiveFile } from '#adapters/paper/archive.ts'
import { detectFileKind } from '#domain/file-kind.ts'
import { layOutSheet, layOutStrip } from '#domain/documents/lay-out.ts'
import { testPageSheet } from '#domain/documents/test-page.ts'
import { UnknownFact } from '#domain/documents/template.ts'
import type { PaperUnsound } from '#domain/documents/paper-check.ts'
import type { PrintContent, SignedFile } from '#domain/documents/print-content.ts'
import type { ImageSource, PrintDocument } from '#domain/documents/sheet.ts'
import type { PrinterProfile } from '#domain/documents/strip.ts'
import { ok, type Result } from '#domain/result.ts'
import { DamagedFile, type FileCabinet, type PictureReader } from '#ports/files.ts'
import type { JobRenderer, SheetMaker } from '#ports/printing.ts'
import type { TestPaperMaker } from '#ports/printer-yard.ts'
import type { RenderPool } from './render-pool.ts'
import { createSoundPapers, isOfficial, unsound } from './sound-paper.ts'

/** Makes bytes out of print contents, for the spool and for previews alike: what is seen is what is printed. */
export interface PaperDesk extends JobRenderer, SheetMaker, PictureReader, TestPaperMaker {
  strip(content: PrintContent, profile: PrinterProfile): Promise<Uint8Array>
  /**
   * A paper with invented data under the watermark CONTOH, read back. Whatever marks its content bears give way: nothing says
   * that it is a draft of something.
   */
  samplePdf(content: PrintContent): Promise<Result<Uint8Array, PaperUnsound>>
}

const plainThermal: PrinterProfile = {
  columns: 48,
  widthMm: 80,
  codePage: 'PC437_USA',
  qr: 'native',
  cutter: true,
}

/** A signed paper as it was stored. The cabinet itself throws `DamagedFile` when it is not what its hash says. */
async function storedPaper(cabinet: FileCabinet, sha256: string): Promise<Uint8Array> {
  const bytes = await cabinet.find(sha256)
  if (!bytes) throw new Error(`the signed file ${sha256} is not in the cabinet`)
  return bytes
}

/** What should be drawn is not in the cabinet, or is no picture. */
class NoPicture extends Error {}

/** What a content draws: the holder's photo, or a signature given on the screen. null: it names none. */
const pictureIn = (content: PrintContent): string | null =>
  content.kind === 'permit'
    ? content.photo === 'printed'
      ? content.photoSha256
      : null
    : content.kind === 'handover-receipt' || content.kind === 'papers-receipt'
      ? (content.signatureSha256 ?? null)
      : null

export function createPaperDesk(pool: RenderPool, cabinet: FileCabinet): PaperDesk {
  const pictureOf = async (content: PrintContent): Promise<ImageSource | null> => {
    const sha256 = pictureIn(content)
    if (sha256 === null) return null
    const bytes = await cabinet.find(sha256).catch((error: unknown) => {
      if (error instanceof DamagedFile) throw new NoPicture(error.message)
      throw error
    })
    // A permit that should bear its holder's photo never comes out without it, nor a receipt without its signature.
    if (!bytes) throw new NoPicture(`the picture ${sha256} is not in the cabinet`)
    const kind = detectFileKind(bytes)
    const format = kind === 'image/jpeg' ? 'jpeg' : kind === 'image/png' ? 'png' : null
    if (format === null || !(await pool.canDrawPicture({ format, bytes })))
      throw new NoPicture(`${sha256} is no picture`)
    return { format, bytes }
  }

  const papers = createSoundPapers(pool)

  const archiveFile = async (sha256: string | null): Promise<ArchiveFile | null> => {
    if (sha256 === null) return null
    try {
      const bytes = await cabinet.find(sha256)
      return bytes ? await pool.readArchiveFile(bytes) : { problem: 'missing' }
    } catch (error) {
      if (error instanceof DamagedFile) return { problem: 'damaged' }
      throw error
    }
  }

  const pdf = async (content: PrintContent | SignedFile): Promise<Uint8Array> => {
    if (content.kind === 'signed-file') return withMarks(await storedPaper(cabinet, content.sha256), content)
    if (content.kind === 'archive') {
      // One after the other: an archive is in no hurry, and others want the threads.
      const files: (ArchiveFile | null)[] = []
      for (const { sha256 } of content.data.parts) files.push(await archiveFile(sha256))
      return pool.renderArchive(content, files)
    }
    return pool.renderPdf(layOutSheet(content, await pictureOf(content)))
  }

  /** What comes out of a printer: the stored file itself, or a print of it that bears its bands. */
  const withMarks = (pdf: Uint8Array, { paper, marks = [] }: SignedFile): Promise<Uint8Array> =>
    marks.length === 0 ? Promise.resolve(pdf) : pool.layMarks({ pdf, paper, marks })

  const soundFile = async (file: SignedFile): Promise<Result<Uint8Array, PaperUnsound>> => {
    try {
      const stored = await papers.stored(await storedPaper(cabinet, file.sha256), file)
      if (!stored.ok || (file.marks ?? []).length === 0) return stored
      return await papers.marked(await withMarks(stored.value, file), file)
    } catch (error) {
      if (error instanceof DamagedFile) return unsound({ code: 'paper-file-changed' })
      throw error
    }
  }

  const soundPdf = async (content: PrintContent | SignedFile): Promise<Result<Uint8Array, PaperUnsound>> => {
    if (content.kind === 'signed-file') return soundFile(content)
    return isOfficial(content) ? asMade(null, content) : ok(await pdf(content))
  }

  /** @param file  left out: it is made first */
  const asMade = async (
    file: Uint8Array | null,
    content: PrintContent,
  ): Promise<Result<Uint8Array, PaperUnsound>> => {
    try {
      const document = layOutSheet(content, await pictureOf(content))
      return await papers.made(file ?? (await pool.renderPdf(document)), content, document)
    } catch (error) {
      if (error instanceof NoPicture) return unsound({ code: 'paper-picture-unreadable', picture: 'photo' })
      if (error instanceof UnknownFact)
        return unsound({ code: 'paper-template-unknown-fact', fact: error.fact })
      throw error
    }
  }

  const strip = (content: PrintContent, profile: PrinterProfile): Promise<Uint8Array> => {
    const laidOut = layOutStrip(content, profile.columns)
    if (!laidOut) throw new Error(`${content.kind} has no strip`)
    return pool.renderReceiptBytes({ strip: laidOut, profile })
  }

  return {
    pdf,
    soundPdf,
    asMade,
    strip,
    samplePdf: async (content) => {
      const document: PrintDocument = {
        ...layOutSheet(content, null),
        marks: [{ kind: 'watermark', word: 'CONTOH' }],
      }
      return papers.sample(await pool.renderPdf(document), document)
    },
    isBlank: (png) => pool.isBlankPng(png),
    codesOn: (scan) => pool.readScanCodes(scan),
    slip: async (parts) => {
      const bytes = await Promise.all(parts.map((part) => pool.renderReceiptBytes(part)))
      return {
        bytes: new Uint8Array(Buffer.concat(bytes)),
        mediaType: 'application/vnd.escpos',
        paper: null,
      }
    },
    page: async (facts, paper, createdAt) => {
      const document = testPageSheet(facts, paper, createdAt)
      const checked = await papers.testSheet(await pool.renderPdf(document), document)
      if (!checked.ok) return { unsound: checked.refusal }
      return { bytes: checked.value, mediaType: 'application/pdf', paper }
    },
    render: async (job, printer) => {
      const content = job.content as PrintContent | SignedFile
      if (content.kind !== 'signed-file' && printer.kind === 'thermal') {
        const profile = printer.thermal ?? plainThermal
        return { bytes: await strip(content, profile), mediaType: 'application/vnd.escpos', paper: null }
      }
      const made = await soundPdf(content)
      if (!made.ok) return { unsound: made.refusal }
      return { bytes: made.value, mediaType: 'application/pdf', paper: content.paper }
    },
  }
}
