import type { Nik } from './nik.ts'
import { parseNik } from './nik.ts'
import type { NumberPattern } from './number-pattern.ts'
import type { KnownValues } from './number-reading.ts'
import { matchesPattern } from './number-reading.ts'
import type { VerificationCode } from './verification-code.ts'
import { parseTrackingCode, parseVerificationCode } from './verification-code.ts'

/**
 * What a scanned or pasted text is. A number is given as it came: a QR keeps capitals, fingers may not. `foreignBase`: the address of another portal than the office's own.
 */
export type Scan =
  | { readonly kind: 'registration-number'; readonly number: string }
  | { readonly kind: 'permit-number'; readonly number: string }
  | {
      readonly kind: 'track'
      readonly code: VerificationCode
      readonly foreignBase: boolean
      /** Which receipt it was read from: 0 for the first, n for that of *Perbaikan ke-n*. */
      readonly receipt: number
    }
  | { readonly kind: 'verify'; readonly code: VerificationCode; readonly foreignBase: boolean }
  | { readonly kind: 'nik'; readonly nik: Nik }
  | { readonly kind: 'unknown'; readonly text: string }

/** What the office's own numbers look like. */
export type ScanRules = {
  readonly publicBase: string
  readonly registration: readonly NumberPattern[]
  readonly permit: readonly NumberPattern[]
  readonly known?: KnownValues
}

const addressPattern = /^(https?:\/\/.*?)\/(track|verify)\/([^/?#\s]+)\/?(?:[?#].*)?$/i

/** Scheme, capitals and a closing slash say nothing about whose address it is. */
const bareBase = (base: string): string =>
  base
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '')

/**
 * Reads what a scanner typed: the address of a QR, a registration number, a permit number or a NIK, in this order. Control
 * signs and spaces around it are passed over. A number that fits a registration pattern and a permit pattern is taken as a
 * registration; `canCollide` tells beforehand. Never refuses: what is not understood is searched for as text.
 */
export function parseScan(text: string, rules: ScanRules): Scan {
  // Scanners put control signs around what they read; the search box passes on the rest.
  const scanned = text.replace(/\p{Cc}+/gu, ' ').trim()
  const [, base = '', road = '', codeText = ''] = addressPattern.exec(scanned) ?? []
  const isTrack = road.toLowerCase() === 'track'
  const code = isTrack ? parseTrackingCode(codeText) : parseVerificationCode(codeText)
  if (code !== null) {
    const foreignBase = bareBase(base) !== bareBase(rules.publicBase)
    if (!isTrack) return { kind: 'verify', code, foreignBase }
    const [, receipt = '0'] = /[?&]p=(\d{1,3})\b/i.exec(scanned) ?? []
    return { kind: 'track', code, foreignBase, receipt: Number(receipt) }
  }
  const made = (patterns: readonly NumberPattern[]) =>
    patterns.some((pattern) => matchesPattern(pattern, scanned, rules.known ?? {}))
  if (made(rules.registration)) return { kind: 'registration-number', number: scanned }
  if (made(rules.permit)) return { kind: 'permit-number', number: scanned }
  const nik = parseNik(scanned)
  return nik.ok ? { kind: 'nik', nik: nik.value } : { kind: 'unknown', text: scanned }
}
