import { roman } from './indonesian-numbers.ts'
import type { OfficeDate } from './office-date.ts'
import { dateParts } from './office-date.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

export const numberTokens = ['class', 'serial', 'typeCode', 'unit', 'romanMonth', 'month', 'year'] as const
export type NumberToken = (typeof numberTokens)[number]

export type PatternPart =
  | { readonly kind: 'literal'; readonly text: string }
  /** `width` is the least number of digits of a serial, filled with zeros; 1 for every other token. */
  | { readonly kind: 'token'; readonly token: NumberToken; readonly width: number }

/** A pattern of official numbers, e.g. `{class}/{serial:04}/{typeCode}/{unit}/{year}`. */
export type NumberPattern = { readonly source: string; readonly parts: readonly PatternPart[] }

/** `position` counts characters from 0. */
export type PatternRefusal =
  | { readonly code: 'pattern-token-unknown'; readonly token: string; readonly position: number }
  | { readonly code: 'pattern-brace-open'; readonly position: number }
  | { readonly code: 'pattern-brace-stray'; readonly position: number }
  | { readonly code: 'pattern-width'; readonly token: string; readonly position: number }
  | { readonly code: 'pattern-no-serial'; readonly pattern: string }
  | { readonly code: 'pattern-serial-twice'; readonly position: number }
  | {
      readonly code: 'pattern-tokens-touch'
      readonly first: string
      readonly second: string
      readonly position: number
    }

/**
 * Reads a pattern. Tokens: `{class} {serial} {serial:0n} {typeCode} {unit} {romanMonth} {month} {year}`, n = 2–9.
 * The serial stands in it exactly once, and something stands between two tokens, for `712026` could be 7 and 12026.
 */
export function parsePattern(source: string): Result<NumberPattern, PatternRefusal> {
  const parts: PatternPart[] = []
  for (let at = 0; at < source.length;) {
    if (source[at] === '}') return refuse({ code: 'pattern-brace-stray', position: at })
    if (source[at] !== '{') {
      const next = source.slice(at).search(/[{}]/)
      const end = next < 0 ? source.length : at + next
      parts.push({ kind: 'literal', text: source.slice(at, end) })
      at = end
      continue
    }
    const end = source.indexOf('}', at)
    if (end < 0) return refuse({ code: 'pattern-brace-open', position: at })
    const part = parseToken(source.slice(at + 1, end), at)
    if (!part.ok) return part
    const previous = parts.at(-1)
    if (
      part.value.token === 'serial' &&
      parts.some((one) => one.kind === 'token' && one.token === 'serial')
    ) {
      return refuse({ code: 'pattern-serial-twice', position: at })
    }
    if (previous?.kind === 'token') {
      return refuse({
        code: 'pattern-tokens-touch',
        first: previous.token,
        second: part.value.token,
        position: at,
      })
    }
    parts.push(part.value)
    at = end + 1
  }
  if (!parts.some((part) => part.kind === 'token' && part.token === 'serial')) {
    return refuse({ code: 'pattern-no-serial', pattern: source })
  }
  return ok({ source, parts })
}

type TokenPart = Extract<PatternPart, { kind: 'token' }>

function parseToken(text: string, position: number): Result<TokenPart, PatternRefusal> {
  const [name = '', width, ...rest] = text.split(':')
  const token = numberTokens.find((known) => known === name)
  if (token === undefined) return refuse({ code: 'pattern-token-unknown', token: text, position })
  if (width === undefined) return ok({ kind: 'token', token, width: 1 })
  if (token !== 'serial' || rest.length > 0 || !/^0[2-9]$/.test(width)) {
    return refuse({ code: 'pattern-width', token: text, position })
  }
  return ok({ kind: 'token', token, width: Number(width) })
}

/** What a number is made of. The fixed tokens may be left out where the pattern does not use them. */
export type NumberValues = {
  /** Whole number from 1. */
  readonly serial: number
  readonly year: number
  /** 1–12 */
  readonly month: number
  readonly class?: string | undefined
  readonly typeCode?: string | undefined
  readonly unit?: string | undefined
}

export type NumberRefusal =
  | { readonly code: 'number-value-missing'; readonly token: NumberToken; readonly pattern: string }
  | { readonly code: 'number-value-unprintable'; readonly token: NumberToken; readonly value: string }

/** Year and month of the day that a number carries. */
export const numberDate = (date: OfficeDate): { year: number; month: number } => {
  const { year, month } = dateParts(date)
  return { year, month }
}

const fixedValue = /^[A-Za-z0-9]+(?:[.\-/ ][A-Za-z0-9]+)*$/

/**
 * Writes a number. A serial wider than its width keeps all its digits.
 * Refuses `number-value-missing` when a fixed token has no value, `number-value-unprintable` for one that is more than
 * letters, digits and single `.` `-` `/` or spaces between them. Throws `RangeError` for a serial below 1.
 */
export function formatNumber(pattern: NumberPattern, values: NumberValues): Result<string, NumberRefusal> {
  if (!(Number.isSafeInteger(values.serial) && values.serial >= 1))
    throw new RangeError(`no serial ${values.serial}`)
  let text = ''
  for (const part of pattern.parts) {
    if (part.kind === 'literal') {
      text += part.text
      continue
    }
    const value = tokenText(part, values)
    if (value === undefined) {
      return refuse({ code: 'number-value-missing', token: part.token, pattern: pattern.source })
    }
    if (!fixedValue.test(value)) return refuse({ code: 'number-value-unprintable', token: part.token, value })
    text += value
  }
  return ok(text)
}

function tokenText({ token, width }: TokenPart, values: NumberValues): string | undefined {
  switch (token) {
    case 'serial':
      return String(values.serial).padStart(width, '0')
    case 'year':
      return String(values.year).padStart(4, '0')
    case 'month':
      return String(values.month).padStart(2, '0')
    case 'romanMonth':
      return roman(values.month)
    case 'class':
    case 'typeCode':
    case 'unit':
      return values[token] === '' ? undefined : values[token]
  }
}

export const numberScopes = ['all', 'year', 'month', 'type', 'type-year'] as const

/** How far one series of serials reaches before it begins again at 1. */
export type NumberScope = (typeof numberScopes)[number]

/**
 * The key under which the serial of a scope is kept: `all`, `2026`, `2026-03`, `SIPD`, `SIPD/2026`.
 *
 * @param resetOn day `MM-DD` on which the year of the series begins; a day before it belongs to the year before
 */
export function scopeKey(scope: NumberScope, date: OfficeDate, typeCode: string, resetOn = '01-01'): string {
  const year = Number(date.slice(0, 4)) - (date.slice(5) < resetOn ? 1 : 0)
  switch (scope) {
    case 'all':
      return 'all'
    case 'year':
      return String(year)
    case 'month':
      return date.slice(0, 7)
    case 'type':
      return typeCode
    case 'type-year':
      return `${typeCode}/${year}`
  }
}

/** Tokens that a number must show so that two scopes of one series never give the same number; empty: it is safe. */
export function tokensMissingForScope(pattern: NumberPattern, scope: NumberScope): NumberToken[] {
  const has = (token: NumberToken) =>
    pattern.parts.some((part) => part.kind === 'token' && part.token === token)
  const missing: NumberToken[] = []
  if ((scope === 'year' || scope === 'type-year' || scope === 'month') && !has('year')) missing.push('year')
  if (scope === 'month' && !has('month') && !has('romanMonth')) missing.push('month')
  if ((scope === 'type' || scope === 'type-year') && !has('typeCode')) missing.push('typeCode')
  return missing
}
