import type { Letterhead } from './letterhead.ts'
import type { ImageSource } from './sheet.ts'

/** A requirement as the receipt lists it. */
export interface ReceiptItem {
  readonly label: string
  readonly received: boolean
  /** "asli", "salinan", "berkas" */
  readonly form: string
  readonly count: number
}

/** What the office promises: a limit with its day, or the rule in words where the office has no limit. */
export type ReceiptPromise =
  | { readonly kind: 'limit'; readonly duration: string; readonly dueLong: string; readonly dueShort: string }
  | { readonly kind: 'rule'; readonly text: string }

/** Which print of a receipt this is; the first carries none. */
export interface Reprint {
  /** 1 for the second print, and so on. */
  readonly copy: number
  readonly printedAt: string
  readonly by: string
  readonly reason: string
}

/** That this receipt takes the place of an earlier one, because the intake was wrong. */
export interface ReceiptCorrection {
  /** n of *Perbaikan ke-n*. */
  readonly ordinal: number
  readonly madeAt: string
  readonly by: string
  readonly reason: string
}

/** Everything on a tanda terima berkas, worded for print (domain rules word dates, masks and promise). */
export interface ReceiptData {
  readonly letterhead: Letterhead
  readonly crest: ImageSource | null
  readonly number: string
  /** Address of the public tracking page, upper case, or the bare number. */
  readonly qr: string
  readonly receivedLong: string
  readonly receivedShort: string
  readonly counter: string
  readonly officer: { readonly name: string; readonly short: string; readonly initials: string }
  readonly applicantName: string
  readonly nikMasked: string
  readonly phoneMasked: string
  readonly representative: string | null
  readonly permitCode: string
  readonly permitName: string
  /** Name without "Surat Izin Praktik", for narrow paper. */
  readonly permitShortName: string
  /** "Baru, izin ke-1" */
  readonly request: string
  readonly place: string
  readonly items: readonly ReceiptItem[]
  /** Originals that the office keeps: *Ijazah, 1 lembar*. Absent or empty: none. */
  readonly originals?: readonly string[] | undefined
  readonly promise: ReceiptPromise
  /** "Dihitung sejak berkas lengkap dan benar." */
  readonly countedFrom: string
  /** "Rp0 (GRATIS)" */
  readonly fee: string
  readonly pickup: string
  readonly contact: readonly string[]
  readonly integrity: string
  readonly sheetLabel: string
  readonly reprint: Reprint | null
  /** Absent or null: the intake was right. */
  readonly correction?: ReceiptCorrection | null | undefined
  readonly createdAt: string
}

/** Texts that must not show a full NIK. */
export const receiptTexts = (data: ReceiptData): string[] => [
  data.nikMasked,
  data.applicantName,
  data.qr,
  data.place,
  data.phoneMasked,
  ...data.items.map((item) => item.label),
  ...(data.originals ?? []),
]

/** Under the list of originals that stay at the office. */
export const originalsGivenBack = 'Dikembalikan saat hasil permohonan diserahkan.'

export const receivedCount = (items: readonly ReceiptItem[]): number =>
  items.filter((item) => item.received).length

/** "5 dari 5 lengkap" */
export function countSummary(items: readonly ReceiptItem[]): string {
  const received = receivedCount(items)
  return `${received} dari ${items.length}${received === items.length ? ' lengkap' : ''}`
}
