import { useReducer } from 'react'
import { numericDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { pageMoment } from './format.ts'
import { useOffice } from './session.ts'

/** From the first to the last of them, both included. */
export interface Days {
  readonly from: OfficeDate
  readonly until: OfficeDate
}

interface TypedSpan {
  readonly typed: Readonly<Record<keyof Days, string>>
  /** As they were last understood; the first one is never after the last. */
  readonly days: Days
  /** Both are days, and the first one comes after the last. */
  readonly backwards: boolean
}

const begin = (days: Days): TypedSpan => ({
  typed: { from: numericDate(days.from), until: numericDate(days.until) },
  days: { from: days.from <= days.until ? days.from : days.until, until: days.until },
  backwards: days.from > days.until,
})

function type(span: TypedSpan, [key, text]: readonly [keyof Days, string]): TypedSpan {
  const typed = { ...span.typed, [key]: text }
  const [from, until] = [parseTypedDate(typed.from), parseTypedDate(typed.until)]
  if (!from.ok || !until.ok) return { ...span, typed, backwards: false }
  const backwards = from.value > until.value
  return { typed, backwards, days: backwards ? span.days : { from: from.value, until: until.value } }
}

/**
 * The days that a list is about: as they are typed, and as they were last understood. While what is typed makes no sense, the
 * list stays as it was.
 *
 * @param first of the day of today
 */
export function useSpan(first: (today: OfficeDate) => Days = (today) => ({ from: today, until: today })) {
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const [span, setTyped] = useReducer(type, undefined, () => begin(first(today)))
  return { ...span, today, setDay: (key: keyof Days, text: string) => setTyped([key, text]) }
}

export type Span = ReturnType<typeof useSpan>
