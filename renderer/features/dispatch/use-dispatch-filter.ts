import { useState } from 'react'
import type { DispatchView } from '#contract/dispatch.ts'
import { numericDate } from '#domain/indonesian.ts'
import { addMonths, type OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'

export type Which = 'open' | 'received' | 'all'

export interface Shown {
  readonly which: Which
  readonly text: string
}

/** Which days and which lines of the book are shown; a day that cannot be read leaves the last one that could. */
export function useDispatchFilter() {
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const [which, setWhich] = useState<Which>('open')
  const [text, setText] = useState('')
  const [typed, setTyped] = useState(() => ({
    from: numericDate(addMonths(today, -1)),
    until: numericDate(today),
  }))
  const [span, setSpan] = useState(() => ({ from: addMonths(today, -1), until: today }))
  const setDay = (key: 'from' | 'until', day: string) => {
    setTyped((now) => ({ ...now, [key]: day }))
    const read = parseTypedDate(day)
    if (read.ok) setSpan((now): { from: OfficeDate; until: OfficeDate } => ({ ...now, [key]: read.value }))
  }
  return { which, setWhich, text, setText, typed, setDay, span, today }
}

export type DispatchFilterState = ReturnType<typeof useDispatchFilter>

const belongs = (which: Which, { state }: DispatchView): boolean =>
  which === 'all' || (which === 'received' ? state === 'received' : state === 'open' || state === 'overdue')

/** Every word must stand somewhere in the line. */
export function linesShown(lines: readonly DispatchView[], { which, text }: Shown): readonly DispatchView[] {
  const wanted = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return lines.filter((line) => {
    const all = [
      line.number,
      line.text,
      line.recipient,
      line.broughtBy,
      line.dossier?.registrationNumber ?? '',
    ]
      .join(' ')
      .toLowerCase()
    return belongs(which, line) && wanted.every((word) => all.includes(word))
  })
}
