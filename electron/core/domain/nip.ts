import type { Brand } from './brand.ts'
import type { Sex } from './nik.ts'
import type { OfficeDate } from './office-date.ts'
import { officeDateFrom } from './office-date.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** 18 digits of a civil servant (PNS) or contract officer (PPPK), stored unspaced (Perka BKN 22/2007). */
export type Nip = Brand<string, 'Nip'>

export type NipRefusal =
  | { readonly code: 'nip-empty' }
  | { readonly code: 'nip-not-digits'; readonly typed: string; readonly stranger: string }
  | { readonly code: 'nip-length'; readonly typed: string; readonly digits: number }
  | { readonly code: 'nip-birth-date'; readonly typed: string; readonly digits: string }
  | { readonly code: 'nip-sex'; readonly typed: string; readonly digit: string }
  | { readonly code: 'nip-serial'; readonly typed: string }

/** Digits 13–14 are the month of first appointment; PPPK carry another number there, often 21. */
export type NipWarning = { readonly code: 'nip-month'; readonly digits: string }

export type NipFacts = {
  readonly nip: Nip
  readonly birthDate: OfficeDate
  readonly sex: Sex
  readonly warnings: readonly NipWarning[]
}

/** Reads a NIP as typed, `19761108 200212 2 003` or unspaced: birth date, appointment yyyymm, sex 1 or 2, serial 001–999. */
export function parseNip(text: string): Result<NipFacts, NipRefusal> {
  const typed = text.replace(/^\s*NIP\b/i, '').replace(/[\s.\-]/g, '')
  if (typed === '') return refuse({ code: 'nip-empty' })
  const stranger = /[^0-9]/u.exec(typed)?.[0]
  if (stranger !== undefined) return refuse({ code: 'nip-not-digits', typed: text, stranger })
  if (typed.length !== 18) return refuse({ code: 'nip-length', typed: text, digits: typed.length })
  const birth = officeDateFrom({
    year: Number(typed.slice(0, 4)),
    month: Number(typed.slice(4, 6)),
    day: Number(typed.slice(6, 8)),
  })
  if (!birth.ok) return refuse({ code: 'nip-birth-date', typed: text, digits: typed.slice(0, 8) })
  const digit = typed.slice(14, 15)
  if (digit !== '1' && digit !== '2') return refuse({ code: 'nip-sex', typed: text, digit })
  if (typed.slice(15) === '000') return refuse({ code: 'nip-serial', typed: text })
  const month = typed.slice(12, 14)
  const warnings: NipWarning[] = /^(0[1-9]|1[0-2])$/.test(month) ? [] : [{ code: 'nip-month', digits: month }]
  return ok({ nip: typed as Nip, birthDate: birth.value, sex: digit === '1' ? 'male' : 'female', warnings })
}

/** `19761108 200212 2 003`: as printed under a signature. */
export const formatNip = (nip: Nip): string => nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')
