import { parseTrackingCode, parseVerificationCode, type VerificationCode } from './verification-code.ts'

/** What a scan or ten typed letters say of the sheet that somebody looks for in the tray. */
export type SheetMatch = 'this-sheet' | 'other-sheet' | 'unreadable'

/** As `shortCheckCode` prints them, without its dashes. */
const shortLength = 10

const asPrinted = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')

/** What the QR of a sheet says. `receipt`: which one of the dossier's, as `receiptVersion` counts; null: it is no receipt. */
export interface SheetCode {
  readonly code: VerificationCode
  readonly receipt: number | null
}

/** Reads the address in the QR of one of the office's sheets; null: it is none. */
export function readSheetCode(text: string): SheetCode | null {
  const [, road = '', typed = ''] = /\/(track|verify)\/([^/?#\s]+)/i.exec(text) ?? []
  const isTrack = road.toLowerCase() === 'track'
  const code = isTrack ? parseTrackingCode(typed) : parseVerificationCode(typed)
  if (code === null) return null
  if (!isTrack) return { code, receipt: null }
  return { code, receipt: Number(/[?&]p=(\d{1,3})\b/i.exec(text)?.[1] ?? '0') }
}

/**
 * Tells whether what was scanned or typed stands on this very sheet: the address or the code in its QR, or the ten
 * letters below it. Ten letters are too few to find a sheet by, and enough to know the one that is expected.
 *
 * @param codes  codes on the sheet: the verification code of a letter, the tracking code of a receipt
 */
export function matchSheet(text: string, codes: readonly string[]): SheetMatch {
  const [, road, code] = /\/(track|verify)\/([^/?#\s]+)/i.exec(text) ?? []
  const scanned = code ?? text.trim()
  const isTrack = road?.toLowerCase() === 'track'
  const whole = isTrack ? parseTrackingCode(scanned) : parseVerificationCode(scanned)
  if (whole !== null) return codes.includes(whole) ? 'this-sheet' : 'other-sheet'
  const short = asPrinted(scanned)
  if (!/^[0-9A-Z]{10}$/.test(short)) return 'unreadable'
  return codes.some((code) => code.slice(0, shortLength) === short) ? 'this-sheet' : 'other-sheet'
}
