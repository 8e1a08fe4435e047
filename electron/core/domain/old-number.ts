import { oldBookNumber } from './carried-over.ts'
import type { OfficeDate } from './office-date.ts'
import { parsePattern } from './number-pattern.ts'
import { readNumber, type ReadNumber } from './number-reading.ts'
import { dateParts } from './office-date.ts'
import type { OfficialNumber } from './permit.ts'
import type { PermitType } from './permit-type.ts'
import { tokensOn, type NumberSeries, type OfficeProfile } from './profile.ts'
import { runningScopes, type RunningScope } from './number-start.ts'
import { ok, refuse, type Result } from './result.ts'

export type OldNumberRefusal =
  | { readonly code: 'old-number-needed' }
  | { readonly code: 'old-number-long'; readonly most: number }
  /** It reads as a number that our own series has still to give. */
  | { readonly code: 'old-number-ahead'; readonly number: string; readonly last: number }
  | {
      readonly code: 'old-number-taken'
      readonly number: string
      readonly holder: string
      /** Who entered it here, where it came from the old book as well; null: the number was given here. */
      readonly by: string | null
    }

interface NumberedOffice {
  readonly profile: Pick<OfficeProfile, 'series' | 'documents'>
  readonly types: readonly Pick<PermitType, 'code' | 'kinds'>[]
}

const fits = (read: ReadNumber, { series, typeCode }: RunningScope, today: OfficeDate): boolean => {
  const { year, month } = dateParts(today)
  const sameType =
    typeCode === null || read.typeCode === undefined || read.typeCode.toUpperCase() === typeCode.toUpperCase()
  const sameYear = !series.scope.includes('year') || read.year === undefined || read.year === year
  const sameMonth =
    series.scope !== 'month' ||
    ((read.year === undefined || read.year === year) && (read.month === undefined || read.month === month))
  return sameType && sameYear && sameMonth
}

const knownOf = (series: NumberSeries, typeCode: string | null, today: OfficeDate) => {
  const { class: level, unit } = tokensOn(series, today)
  return {
    ...(level === undefined ? {} : { class: level }),
    ...(unit === undefined ? {} : { unit }),
    ...(typeCode === null ? {} : { typeCode }),
  }
}

/**
 * What an old number is to our own series: one that a series counts today, with its serial, or a text that none of them
 * can make (any more). A number of a former year is such a text: its series has begun again since.
 *
 * @param text  as it is kept, see `tidyNumber`
 */
export function placeOldNumber(
  { profile, types }: NumberedOffice,
  text: string,
  today: OfficeDate,
): OfficialNumber {
  for (const running of runningScopes(profile, types, today)) {
    const { series, typeCode, scope } = running
    const pattern = parsePattern(series.pattern)
    if (!pattern.ok) throw new Error(`series ${series.code} has a broken pattern`)
    const read = readNumber(pattern.value, text, knownOf(series, typeCode, today))
    if (read && fits(read, running, today)) return { series: series.code, scope, serial: read.serial, text }
  }
  return oldBookNumber(text)
}

/**
 * A number of one of our series must lie at or below the last one used: above it the series has still to give it, and the
 * beginning of the series was entered too low.
 */
export function decideOldNumber(
  number: OfficialNumber,
  standing: { readonly last: number } | null,
): Result<OfficialNumber, OldNumberRefusal> {
  return standing !== null && number.serial > standing.last
    ? refuse({ code: 'old-number-ahead', number: number.text, last: standing.last })
    : ok(number)
}
