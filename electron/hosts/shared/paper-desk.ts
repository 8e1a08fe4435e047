import { detectFileKind } from '#domain/file-kind.ts'
import { layOutSheet, layOutStrip } from '#domain/documents/lay-out.ts'
import type { PrintContent, SignedFile } from '#domain/documents/print-content.ts'
import type { ImageSource } from '#domain/documents/sheet.ts'
import type { PrinterProfile } from '#domain/documents/strip.ts'
import type { FileCabinet } from '#ports/files.ts'
import type { JobRenderer, SheetMaker } from '#ports/printing.ts'
import type { RenderPool } from './render-pool.ts'

/** Makes bytes out of print contents, for the spool and for previews alike: what is seen is what is printed. */
export interface PaperDesk extends JobRenderer, SheetMaker {
  strip(content: PrintContent, profile: PrinterProfile): Promise<Uint8Array>
}

const plainThermal: PrinterProfile = {
  columns: 48,
  widthMm: 80,
  codePage: 'PC437_USA',
  qr: 'native',
  cutter: true,
}

/** A signed paper as it was stored. The cabinet itself throws when it is not what its hash says. */
async function storedPaper(cabinet: FileCabinet, sha256: string): Promise<Uint8Array> {
  const bytes = await cabinet.find(sha256)
  if (!bytes) throw new Error(`the signed file ${sha256} is not in the cabinet`)
  return bytes
}

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
    const bytes = await cabinet.find(sha256)
    // A permit that should bear its holder's photo never comes out without it, nor a receipt without its signature.
    if (!bytes) throw new Error(`the picture ${sha256} is not in the cabinet`)
    const kind = detectFileKind(bytes)
    if (kind === 'image/jpeg') return { format: 'jpeg', bytes }
    if (kind === 'image/png') return { format: 'png', bytes }
    throw new Error(`${sha256} is no picture`)
  }

  const pdf = async (content: PrintContent | SignedFile): Promise<Uint8Array> => {
    if (content.kind === 'signed-file') return storedPaper(cabinet, content.sha256)
    return pool.renderPdf(layOutSheet(content, await pictureOf(content)))
  }

  const strip = (content: PrintContent, profile: PrinterProfile): Promise<Uint8Array> => {
    const laidOut = layOutStrip(content, profile.columns)
    if (!laidOut) throw new Error(`${content.kind} has no strip`)
    return pool.renderReceiptBytes({ strip: laidOut, profile })
  }

  return {
    pdf,
    strip,
    render: async (job, printer) => {
      const content = job.content as PrintContent | SignedFile
      if (content.kind === 'signed-file')
        return { bytes: await pdf(content), mediaType: 'application/pdf', paper: content.paper }
      if (printer.kind === 'thermal') {
        const profile = printer.thermal ?? plainThermal
        return { bytes: await strip(content, profile), mediaType: 'application/vnd.escpos', paper: null }
      }
      return { bytes: await pdf(content), mediaType: 'application/pdf', paper: content.paper }
    },
  }
}
