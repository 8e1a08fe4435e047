import type { Brand } from './brand.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** A telephone number in the form of the whole world: `+6281255000173`. */
export type Phone = Brand<string, 'Phone'>

export type PhoneRefusal =
  | { readonly code: 'phone-empty' }
  | { readonly code: 'phone-characters'; readonly typed: string; readonly stranger: string }
  | { readonly code: 'phone-start'; readonly typed: string }
  | {
      readonly code: 'phone-length'
      readonly typed: string
      readonly kind: 'mobile' | 'landline' | 'foreign'
      readonly digits: number
    }

// Cities whose area code has two digits behind the 0; all others have three.
const shortAreaCodes = ['21', '22', '24', '31', '61']

const lengths = { mobile: [10, 13], landline: [9, 12], foreign: [8, 15] } as const

/**
 * Reads a number as typed: `0812-5500-0173`, `+62 812 5500 173`, `62812…`, `812…`, `(0561) 733210`, `+60 12 345 6789`.
 * Mobiles have 10–13 digits and landlines 9–12 in national form, others 8–15 behind the +.
 */
export function parsePhone(text: string): Result<Phone, PhoneRefusal> {
  const typed = text.replace(/[\s.()\-\u2010-\u2015/]/g, '')
  if (typed === '') return refuse({ code: 'phone-empty' })
  const stranger = /[^0-9]/u.exec(typed.replace(/^\+/, ''))?.[0]
  if (stranger !== undefined) return refuse({ code: 'phone-characters', typed: text, stranger })
  const national = nationalOf(typed)
  if (national === null && !typed.startsWith('+')) return refuse({ code: 'phone-start', typed: text })
  const kind = national === null ? 'foreign' : national.startsWith('08') ? 'mobile' : 'landline'
  const digits = national?.length ?? typed.length - 1
  const [least, most] = lengths[kind]
  if (digits < least || digits > most) return refuse({ code: 'phone-length', typed: text, kind, digits })
  if (national !== null && !/^0[1-9]/.test(national)) return refuse({ code: 'phone-start', typed: text })
  return ok((national === null ? typed : `+62${national.slice(1)}`) as Phone)
}

/** National form with its 0, or null for a number of another country or without a known beginning. */
function nationalOf(typed: string): string | null {
  if (typed.startsWith('+62')) return `0${typed.slice(3).replace(/^0/, '')}`
  if (typed.startsWith('+') || typed.startsWith('00')) return null
  if (typed.startsWith('0')) return typed
  if (typed.startsWith('62')) return `0${typed.slice(2).replace(/^0/, '')}`
  return typed.startsWith('8') ? `0${typed}` : null
}

export const isMobile = (phone: Phone): boolean => phone.startsWith('+628')

/** `0812-5500-0173`, `0561-733210`; a number of another country as it is. */
export function formatPhone(phone: Phone): string {
  if (!phone.startsWith('+62')) return phone
  const national = `0${phone.slice(3)}`
  if (isMobile(phone)) {
    const middle = national.length === 10 ? 7 : 8
    return `${national.slice(0, 4)}-${national.slice(4, middle)}-${national.slice(middle)}`
  }
  const area = shortAreaCodes.includes(national.slice(1, 3)) ? 3 : 4
  return `${national.slice(0, area)}-${national.slice(area)}`
}

/** A number as it came from elsewhere, in the form of the counter; what is no number stays as it came. */
export function shownPhone(text: string): string {
  const read = parsePhone(text)
  return read.ok ? formatPhone(read.value) : text
}

/** `0812****4417`: receipts. The same number of stars for every length. */
export function maskPhone(phone: Phone): string {
  const shown = phone.startsWith('+62') ? `0${phone.slice(3)}` : phone
  return `${shown.slice(0, 4)}****${shown.slice(-4)}`
}

/** Digits for a WhatsApp address: `6281255000173`. */
export const whatsAppDigits = (phone: Phone): string => phone.slice(1)
