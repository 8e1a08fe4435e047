import type { Brand } from './brand.ts'
import { longDate } from './indonesian.ts'
import type { Nik } from './nik.ts'
import type { DateRefusal, OfficeDate } from './office-date.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'
import { parseTypedDate } from './typed-date.ts'
import type { TypedDateRefusal } from './typed-date.ts'

/** Number of a Surat Tanda Registrasi, in capitals: 6–40 characters of A–Z 0–9 / . - _ and single spaces. */
export type StrNumber = Brand<string, 'StrNumber'>

export type StrRefusal =
  | { readonly code: 'str-empty' }
  | { readonly code: 'str-length'; readonly typed: string; readonly length: number }
  | { readonly code: 'str-characters'; readonly typed: string; readonly stranger: string }

/** Reads an STR number as typed: trimmed, in capitals, runs of spaces as one. Its inner pattern is only ever a hint. */
export function parseStrNumber(text: string): Result<StrNumber, StrRefusal> {
  const number = text.trim().replace(/\s+/g, ' ').toUpperCase()
  if (number === '') return refuse({ code: 'str-empty' })
  const stranger = /[^A-Z0-9/._\- ]/u.exec(number)?.[0]
  if (stranger !== undefined) return refuse({ code: 'str-characters', typed: text, stranger })
  if (number.length < 6 || number.length > 40)
    return refuse({ code: 'str-length', typed: text, length: number.length })
  return ok(number as StrNumber)
}

/** What the shape of a number looks like; null: like none that is known, which is no fault. */
export type StrKind = 'kki' | 'health-worker' | 'lifetime' | 'pharmacist' | 'pharmacy-technician'

export function guessStrKind(number: StrNumber): StrKind | null {
  const bare = number.replace(/[\s.\-]/g, '')
  if (/^\d{16}$/.test(bare)) return 'kki'
  if (/^[A-Z]{2}\d{14}$/.test(bare)) return 'lifetime'
  if (/^\d{8}\/STRTTK_/.test(bare)) return 'pharmacy-technician'
  if (/^\d{8}\/STRA/.test(bare)) return 'pharmacist'
  return /^\d[\d/]{12,22}$/.test(bare) ? 'health-worker' : null
}

/** A hint that the number may be mistyped; never a reason to refuse. */
export type StrWarning =
  | { readonly code: 'str-looks-like-nik' }
  | { readonly code: 'str-kind-unusual'; readonly profession: string; readonly looksLike: StrKind }

const kindsOfProfession: Readonly<Record<string, readonly StrKind[]>> = {
  doctor: ['kki', 'lifetime'],
  dentist: ['kki', 'lifetime'],
  pharmacist: ['pharmacist', 'lifetime'],
  'pharmacy-technician': ['pharmacy-technician', 'lifetime'],
}

/**
 * Hints for the clerk. A profession that is not listed here has the old health-worker form or the lifetime one.
 *
 * @param profession code of the catalogue, null when not chosen yet
 */
export function strWarnings(number: StrNumber, profession: string | null, nik: Nik | null): StrWarning[] {
  if (nik !== null && number.replace(/\D/g, '') === nik) return [{ code: 'str-looks-like-nik' }]
  const looksLike = guessStrKind(number)
  if (profession === null || looksLike === null) return []
  const usual = kindsOfProfession[profession] ?? ['health-worker', 'kki', 'lifetime']
  return usual.includes(looksLike) ? [] : [{ code: 'str-kind-unusual', profession, looksLike }]
}

/** For life (since UU 17/2023), or the last day on which the STR is good. */
export type StrValidity = 'lifetime' | OfficeDate

/** Reads `Seumur Hidup` in any spelling of case, or a day as typed. */
export function parseStrValidity(text: string): Result<StrValidity, TypedDateRefusal | DateRefusal> {
  return /^\s*seumur\s*hidup\s*$/i.test(text) ? ok('lifetime') : parseTypedDate(text)
}

/** Whether the STR is good on a day; its last day is. */
export const isStrValidOn = (validity: StrValidity, day: OfficeDate): boolean =>
  validity === 'lifetime' || day <= validity

/** `Seumur hidup`, or `30 Juni 2021`: as printed on the permit. */
export const printStrValidity = (validity: StrValidity): string =>
  validity === 'lifetime' ? 'Seumur hidup' : longDate(validity)
