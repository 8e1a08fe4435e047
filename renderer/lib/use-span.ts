import { useState } from 'react'
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

/**
 * The days that a list is about: as they are typed, and as they were last understood.
 *
 * @param first of the day of today
 */
export function useSpan(first: (today: OfficeDate) => Days = (today) => ({ from: today, until: today })) {
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const [days, setDays] = useState(() => first(today))
  const [typed, setTyped] = useState(() => ({
    from: numericDate(days.from),
    until: numericDate(days.until),
  }))
  const setDay = (key: 'from' | 'until', day: string) => {
    setTyped((now) => ({ ...now, [key]: day }))
    const read = parseTypedDate(day)
    if (read.ok) setDays((now) => ({ ...now, [key]: read.value }))
  }
  return { today, typed, days, setDay }
}

export type Span = ReturnType<typeof useSpan>
