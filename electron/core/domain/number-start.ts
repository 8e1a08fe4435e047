import type { Instant } from './instant.ts'
import { formatNumber, numberDate, parsePattern, scopeKey } from './number-pattern.ts'
import type { OfficeDate } from './office-date.ts'
import type { PermitType } from './permit-type.ts'
import { tokensOn, type NumberSeries, type OfficeProfile } from './profile.ts'
import { ok, refuse, type Result } from './result.ts'

/** One line of the record of who said with which number a series goes on, when, and on what ground. Never changed. */
export interface NumberStart {
  readonly id: string
  readonly series: string
  readonly scope: string
  /** Where the series stood; 0: nothing had been given. */
  readonly before: number
  /** Last serial that was used elsewhere: the next one given here is one more. 0: the series begins at 1. */
  readonly last: number
  readonly reason: string
  readonly by: { readonly userId: string; readonly name: string }
  readonly at: Instant
}

/** What an administrator says of one series in one scope; `last` as typed. */
export interface NumberStartOrder {
  readonly series: string
  readonly scope: string
  readonly last: string
}

interface AtScope {
  readonly series: string
  readonly scope: string
}

export type NumberStartRefusal =
  | (AtScope & { readonly code: 'number-start-unreadable'; readonly typed: string })
  | (AtScope & { readonly code: 'number-start-far'; readonly most: number })
  | (AtScope & { readonly code: 'number-start-given'; readonly last: number; readonly given: number })
  | (AtScope & { readonly code: 'number-start-unchanged'; readonly last: number })
  | (AtScope & { readonly code: 'number-start-not-running' })
  | { readonly code: 'number-start-reason-needed' }

/** More than any office gives in a year; what is larger was mistyped. */
export const mostLastSerial = 999_999

/** A series in the scope in which it counts today. */
export interface RunningScope {
  readonly series: NumberSeries
  /** null: the series does not count by type. */
  readonly typeCode: string | null
  readonly scope: string
}

type Numbering = Pick<OfficeProfile, 'series' | 'documents'>

/** Whether papers of this type can carry a number of the series: a type that only revokes never gets a permit's. */
function numbersType(
  { documents }: Numbering,
  series: string,
  { kinds }: Pick<PermitType, 'kinds'>,
): boolean {
  return documents
    .filter((one) => one.series === series)
    .some(({ kind }) => {
      if (kind === 'permit') return kinds.some((one) => one !== 'revocation')
      return kind === 'revocation-decree' ? kinds.includes('revocation') : true
    })
}

/** Every series of an office in the scopes that count on a day: one, or one for each type that it numbers. */
export function runningScopes(
  profile: Numbering,
  types: readonly Pick<PermitType, 'code' | 'kinds'>[],
  day: OfficeDate,
): readonly RunningScope[] {
  return profile.series.flatMap((series): RunningScope[] => {
    const byType = series.scope === 'type' || series.scope === 'type-year'
    const codes = byType
      ? types.filter((one) => numbersType(profile, series.code, one)).map((one) => one.code)
      : [null]
    return codes.map((typeCode) => ({
      series,
      typeCode,
      scope: scopeKey(series.scope, day, typeCode ?? ''),
    }))
  })
}

/** How a number will look on a day. Throws for a pattern that lacks a value: profiles are checked when they are read. */
export function numberText(
  { series, typeCode }: Pick<RunningScope, 'series' | 'typeCode'>,
  day: OfficeDate,
  serial: number,
): string {
  const pattern = parsePattern(series.pattern)
  if (!pattern.ok) throw new Error(`series ${series.code} has a broken pattern`)
  const values = { ...tokensOn(series, day), ...numberDate(day), serial }
  const text = formatNumber(pattern.value, typeCode === null ? values : { ...values, typeCode })
  if (!text.ok) throw new Error(`series ${series.code} cannot write number ${serial}: ${text.refusal.code}`)
  return text.value
}

/** A serial as people type it: digits, also with leading zeros; null: it is none. */
export function readSerial(typed: string): number | null {
  const text = typed.trim()
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

/**
 * Checks the last number against what the series has given. It may be raised at any time, and lowered as long as no number
 * above it was given: a beginning that was mistyped can be mended.
 *
 * @param standing `last`: where the series stands; `given`: highest serial in the register, 0 for none
 */
export function decideNumberStart(
  { series, scope, last: typed }: NumberStartOrder,
  standing: { readonly last: number; readonly given: number },
): Result<number, NumberStartRefusal> {
  const last = readSerial(typed)
  if (last === null) return refuse({ code: 'number-start-unreadable', series, scope, typed: typed.trim() })
  if (last > mostLastSerial) return refuse({ code: 'number-start-far', series, scope, most: mostLastSerial })
  if (last < standing.given)
    return refuse({ code: 'number-start-given', series, scope, last, given: standing.given })
  if (last === standing.last) return refuse({ code: 'number-start-unchanged', series, scope, last })
  return ok(last)
}

export interface SerialRange {
  readonly from: number
  readonly through: number
}

/** Serials of one scope that were never given here because they had been used before, lowest first. `starts` in their order. */
export function usedElsewhere(
  starts: readonly Pick<NumberStart, 'before' | 'last'>[],
): readonly SerialRange[] {
  let ranges: readonly SerialRange[] = []
  for (const { before, last } of starts) {
    const kept = ranges
      .filter((one) => one.from <= last)
      .map((one) => ({ from: one.from, through: Math.min(one.through, last) }))
    ranges = last > before ? [...kept, { from: before + 1, through: last }] : kept
  }
  return ranges
}

/** Whether a serial lies in one of the ranges. */
export const isInRanges = (ranges: readonly SerialRange[], serial: number): boolean =>
  ranges.some((one) => one.from <= serial && serial <= one.through)
