import type { Margins } from './documents/paper.ts'
import type { OfficePaper, OfficePapers } from './office-papers.ts'
import { ok, refuse, type Result } from './result.ts'
import type { DocumentKind } from './stage-table.ts'

export const paperMeasures = [
  'widthMm',
  'heightMm',
  'top',
  'topNext',
  'right',
  'bottom',
  'left',
  'footMm',
] as const
export type PaperMeasure = (typeof paperMeasures)[number]

/** A paper as it is typed; millimetres with a comma or a point. */
export type TypedPaper = Readonly<Record<PaperMeasure, string>> & { readonly name: string }

/**
 * What a sheet may measure. No printer of an office takes less than a postcard's side or more than A3; the upper margin
 * holds the band of a copy, the lower one the running foot.
 */
export const paperLimits: Readonly<Record<PaperMeasure, { readonly least: number; readonly most: number }>> =
  {
    widthMm: { least: 100, most: 432 },
    heightMm: { least: 100, most: 432 },
    top: { least: 8, most: 80 },
    topNext: { least: 8, most: 80 },
    right: { least: 8, most: 60 },
    bottom: { least: 9, most: 60 },
    left: { least: 8, most: 60 },
    footMm: { least: 4, most: 55 },
  }

export type PaperFormField = PaperMeasure | 'name' | 'documents'

export type PaperFormRefusal =
  | { readonly code: 'paper-name-needed' }
  | { readonly code: 'paper-name-taken'; readonly name: string }
  | { readonly code: 'paper-measure-wrong'; readonly least: number; readonly most: number }
  /** The running foot stands in the lower margin, below the text. */
  | { readonly code: 'paper-foot-high'; readonly most: number }
  /** Between the margins there is less room than the document takes. */
  | {
      readonly code: 'paper-room-small'
      readonly document: DocumentKind
      readonly axis: 'width' | 'height'
      readonly roomMm: number
      readonly leastMm: number
    }

export interface PaperFieldRefused {
  readonly field: PaperFormField
  readonly refusal: PaperFormRefusal
}

const slip = { width: 118, height: 170 }
const letter = { width: 150, height: 230 }
const book = { width: 240, height: 150 }
const handover = { width: 170, height: 120 }

/** The room between the margins without which a document's columns and signatures do not stand as they should. */
export const leastRoom: Readonly<Record<DocumentKind, { readonly width: number; readonly height: number }>> =
  {
    receipt: slip,
    'missing-items': slip,
    'referral-slip': slip,
    'notice-slip': slip,
    'dispatch-slip': slip,
    'complaint-slip': slip,
    'handover-receipt': handover,
    'blank-card': book,
    'dispatch-book': book,
    'legalisation-register': book,
    'incoming-register': book,
    'daily-report': book,
    'report-book': book,
    'service-standard': letter,
    'application-forms': letter,
    'blank-form': letter,
    'collective-list': letter,
    permit: letter,
    'refusal-letter': letter,
    'revocation-decree': letter,
    'recommendation-request': letter,
    'inspection-report': letter,
    'assignment-letter': letter,
    'expiry-letter': letter,
    // The whole photocopy: the stamp has its own place on it.
    legalisation: { width: 180, height: 290 },
    'loss-statement': letter,
    archive: letter,
  }

/** `210`, `215,5`; tenths of a millimetre. NaN: no measure. */
const millimetres = (typed: string): number => {
  const text = typed.trim().replace(/\s*mm$/i, '')
  return /^\d{1,4}([.,]\d)?$/.test(text) ? Number(text.replace(',', '.')) : NaN
}

const maxName = 40

/**
 * Reads a paper as it was typed, with everything that is printed on it from now on. Every field that is wrong is named.
 *
 * @param id         of the paper that is changed, or of the new one
 * @param documents  kinds that move here, beside those that are printed on it already
 */
export function readOfficePaper(
  present: OfficePapers,
  id: string,
  typed: TypedPaper,
  documents: readonly DocumentKind[],
): Result<OfficePaper, readonly PaperFieldRefused[]> {
  const refused: PaperFieldRefused[] = []
  const name = typed.name.replace(/\s+/g, ' ').trim().slice(0, maxName)
  const taken = present.papers.find((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase())
  if (name === '') refused.push({ field: 'name', refusal: { code: 'paper-name-needed' } })
  else if (taken) refused.push({ field: 'name', refusal: { code: 'paper-name-taken', name: taken.name } })

  const mm = Object.fromEntries(
    paperMeasures.map((field) => {
      const read = millimetres(typed[field])
      const { least, most } = paperLimits[field]
      if (!(read >= least && read <= most))
        refused.push({ field, refusal: { code: 'paper-measure-wrong', least, most } })
      return [field, read]
    }),
  ) as Record<PaperMeasure, number>
  if (refused.length > 0) return refuse(refused)
  if (mm.footMm > mm.bottom - 2)
    return refuse([{ field: 'footMm', refusal: { code: 'paper-foot-high', most: mm.bottom - 2 } }])

  const kinds = new Set([
    ...documents,
    ...(Object.keys(present.paperOf) as DocumentKind[]).filter((kind) => present.paperOf[kind] === id),
  ])
  const room = {
    width: mm.widthMm - mm.left - mm.right,
    height: mm.heightMm - Math.max(mm.top, mm.topNext) - mm.bottom,
  }
  for (const axis of ['width', 'height'] as const) {
    const [tightest] = [...kinds].toSorted((one, other) => leastRoom[other][axis] - leastRoom[one][axis])
    if (tightest === undefined || room[axis] >= leastRoom[tightest][axis]) continue
    const roomMm = Math.round(room[axis] * 10) / 10
    const refusal: PaperFormRefusal = {
      code: 'paper-room-small',
      document: tightest,
      axis,
      roomMm,
      leastMm: leastRoom[tightest][axis],
    }
    // Said at the size, unless the kind has only just been put on this paper.
    const moves = documents.includes(tightest)
    const field = moves ? 'documents' : axis === 'width' ? 'widthMm' : 'heightMm'
    // One sentence at a field.
    if (!refused.some((one) => one.field === field)) refused.push({ field, refusal })
  }
  if (refused.length > 0) return refuse(refused)
  const margins: Margins = {
    top: mm.top,
    topNext: mm.topNext,
    right: mm.right,
    bottom: mm.bottom,
    left: mm.left,
  }
  return ok({ id, name, widthMm: mm.widthMm, heightMm: mm.heightMm, margins, footMm: mm.footMm })
}
