import { roman } from './indonesian-numbers.ts'
import type { NumberPattern, NumberToken, NumberValues } from './number-pattern.ts'

/** Values of the tokens that are the same in every number of an office; where given, only these match. */
export type KnownValues = {
  readonly [token in 'class' | 'typeCode' | 'unit']?: string | readonly string[] | undefined
}

/** What a number says of itself; a part is absent where its pattern does not show it. */
export type ReadNumber = { readonly [key in keyof NumberValues]?: NumberValues[key] } & {
  readonly serial: number
}

// Whatever is pasted or scanned comes through here; a bound keeps the pattern's backtracking short.
const longestNumber = 120
const months = Array.from({ length: 12 }, (_, i) => roman(i + 1))
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

function tokenSource(token: NumberToken, width: number, known: KnownValues): string {
  switch (token) {
    case 'serial':
      return width === 1 ? '[1-9]\\d{0,14}' : `\\d{${width}}|[1-9]\\d{${width},14}`
    case 'year':
      return '\\d{4}'
    case 'month':
      return '0[1-9]|1[0-2]'
    case 'romanMonth':
      return months.toReversed().join('|')
    case 'class':
    case 'typeCode':
    case 'unit': {
      const value = known[token]
      if (value === undefined) return '[A-Za-z0-9]+(?:[.\\-/ ][A-Za-z0-9]+)*'
      return (typeof value === 'string' ? [value] : [...value])
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|')
    }
  }
}

/**
 * Reads a number back by its pattern; null when the pattern cannot have made it. Capital and small letters are one, since
 * scanners and clerks mix them; what is given back is what was typed.
 */
export function readNumber(pattern: NumberPattern, text: string, known: KnownValues = {}): ReadNumber | null {
  if (text.length > longestNumber) return null
  const seen = new Map<NumberToken, number>()
  let group = 0
  const source = pattern.parts
    .map((part) => {
      if (part.kind === 'literal') return escaped(part.text)
      const first = seen.get(part.token)
      if (first !== undefined) return `\\${first}`
      group += 1
      seen.set(part.token, group)
      return `(${tokenSource(part.token, part.width, known)})`
    })
    .join('')
  const match = new RegExp(`^${source}$`, 'i').exec(text.trim())
  if (match === null) return null
  const value = (token: NumberToken): string | undefined => match[seen.get(token) ?? -1]
  const serial = Number(value('serial'))
  const romanText = value('romanMonth')?.toUpperCase()
  const romanMonth = romanText === undefined ? undefined : months.indexOf(romanText) + 1
  const month = value('month') === undefined ? romanMonth : Number(value('month'))
  const contradicts = romanMonth !== undefined && romanMonth !== month
  if (serial < 1 || contradicts) return null
  const year = value('year')
  return {
    serial,
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(month === undefined ? {} : { month }),
    ...textOf('class', value('class')),
    ...textOf('typeCode', value('typeCode')),
    ...textOf('unit', value('unit')),
  }
}

const textOf = <T extends string>(token: T, text: string | undefined) =>
  text === undefined ? {} : ({ [token]: text } as { readonly [key in T]: string })

/** Whether the pattern can have made this number. */
export const matchesPattern = (pattern: NumberPattern, text: string, known: KnownValues = {}): boolean =>
  readNumber(pattern, text, known) !== null
