import type { Brand } from './brand.ts'
import type { OfficeDate } from './office-date.ts'
import { ageOn, dateParts, daysInMonth, officeDateFrom } from './office-date.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** 16 digits as on the KTP. Never a number: from province code 91 on the digits exceed 2^53. */
export type Nik = Brand<string, 'Nik'>

export type Sex = 'male' | 'female'

export type NikRefusal =
  | { readonly code: 'nik-empty' }
  | { readonly code: 'nik-not-digits'; readonly typed: string; readonly stranger: string }
  | { readonly code: 'nik-length'; readonly typed: string; readonly digits: number }

export type NikFactsRefusal =
  | { readonly code: 'nik-region'; readonly regionCode: string }
  | { readonly code: 'nik-birth-date'; readonly digits: string; readonly day: number; readonly month: number }
  | { readonly code: 'nik-age'; readonly birthDate: OfficeDate; readonly age: number }
  | { readonly code: 'nik-serial' }

/** Youngest and oldest age of a person who asks for a permit; it decides the century of the two-digit year. */
export const plausibleAges = { youngest: 17, oldest: 100 } as const

/**
 * Reads a NIK as typed or scanned; spaces, dots and dashes are passed over. Says of a wrong length how many digits there are.
 * The shape only: what the digits say, and whether they can be true, is `nikFacts`.
 */
export function parseNik(text: string): Result<Nik, NikRefusal> {
  const typed = text.replace(/[\s.\-\u2010-\u2015]/g, '')
  if (typed === '') return refuse({ code: 'nik-empty' })
  const stranger = /[^0-9]/u.exec(typed)?.[0]
  if (stranger !== undefined) return refuse({ code: 'nik-not-digits', typed: text, stranger })
  if (typed.length !== 16) return refuse({ code: 'nik-length', typed: text, digits: typed.length })
  return ok(typed as Nik)
}

export type NikFacts = {
  /** Kecamatan of first registration, 6 digits; it does not follow moves. */
  readonly regionCode: string
  /** Kabupaten or kota of first registration, 4 digits. */
  readonly cityCode: string
  readonly sex: Sex
  readonly birthDate: OfficeDate
  /** Full years on the day given. */
  readonly age: number
}

/**
 * What a NIK says of its holder. Women have 40 added to the day of birth. The century is the one that makes the holder 17 to
 * 100 years old on `today`.
 * Refuses `nik-region` (a part of the region is 00), `nik-birth-date` (no such day: the digits are mistyped), `nik-age`
 * (no century fits; the age given is that of the nearest one), `nik-serial` (0000). A NIK has no check digit: passing is no
 * proof.
 */
export function nikFacts(nik: Nik, today: OfficeDate): Result<NikFacts, NikFactsRefusal> {
  const regionCode = nik.slice(0, 6)
  if ([0, 2, 4].some((at) => regionCode.slice(at, at + 2) === '00'))
    return refuse({ code: 'nik-region', regionCode })
  const { sex, day, month, shortYear } = birthDigits(nik)
  const impossible = refuse({ code: 'nik-birth-date', digits: nik.slice(6, 12), day, month } as const)
  // Some century has to know the day: 29 February is settled below, with the year.
  if (day < 1 || day > daysInMonth(2000, month)) return impossible
  const births = [19, 20].flatMap((century) => {
    const birth = officeDateFrom({ year: century * 100 + shortYear, month, day })
    return birth.ok ? [birth.value] : []
  })
  const aged = births.map((birthDate) => ({ birthDate, age: ageOn(birthDate, today) }))
  const { youngest, oldest } = plausibleAges
  const fitting = aged.find(({ age }) => age >= youngest && age <= oldest)
  if (fitting === undefined) {
    const nearest = aged.findLast(({ age }) => age >= 0) ?? aged.at(-1)
    return nearest === undefined ? impossible : refuse({ code: 'nik-age', ...nearest })
  }
  if (nik.slice(12) === '0000') return refuse({ code: 'nik-serial' })
  return ok({ regionCode, cityCode: nik.slice(0, 4), sex, ...fitting })
}

function birthDigits(nik: Nik): { sex: Sex; day: number; month: number; shortYear: number } {
  const written = Number(nik.slice(6, 8))
  const sex = written > 40 ? 'female' : 'male'
  const day = sex === 'female' ? written - 40 : written
  return { sex, day, month: Number(nik.slice(8, 10)), shortYear: Number(nik.slice(10, 12)) }
}

/** Where the form and the NIK disagree: never a refusal, the clerk looks at the KTP. */
export type NikWarning =
  | {
      readonly code: 'nik-birth-differs'
      readonly day: number
      readonly month: number
      readonly shortYear: number
      readonly birthDate: OfficeDate
    }
  | { readonly code: 'nik-sex-differs'; readonly fromNik: Sex; readonly typed: Sex }
  | { readonly code: 'nik-district-differs'; readonly fromNik: string; readonly typed: string }

/**
 * Compares a NIK with what the form says; parts that are null or left out are not compared.
 *
 * @param form.districtCode kecamatan by code, with or without points (`61.71.04`)
 */
export function compareNik(
  nik: Nik,
  form: {
    readonly birthDate?: OfficeDate | null
    readonly sex?: Sex | null
    readonly districtCode?: string | null
  },
): NikWarning[] {
  const warnings: NikWarning[] = []
  const { sex, ...written } = birthDigits(nik)
  if (form.birthDate) {
    const { year, month, day } = dateParts(form.birthDate)
    if (day !== written.day || month !== written.month || year % 100 !== written.shortYear) {
      warnings.push({ code: 'nik-birth-differs', ...written, birthDate: form.birthDate })
    }
  }
  if (form.sex && form.sex !== sex) warnings.push({ code: 'nik-sex-differs', fromNik: sex, typed: form.sex })
  const district = form.districtCode?.replaceAll('.', '')
  if (district && district !== nik.slice(0, 6)) {
    warnings.push({ code: 'nik-district-differs', fromNik: nik.slice(0, 6), typed: district })
  }
  return warnings
}

/** `6171 0447 0894 0003`: the clerk's own screen. */
export const formatNik = (nik: Nik): string => nik.replace(/(\d{4})(?=\d)/g, '$1 ')

/** `6207************`: receipts, public displays and everything else that leaves the clerk's screen. */
export const maskNik = (nik: Nik): string => `${nik.slice(0, 4)}${'*'.repeat(12)}`
