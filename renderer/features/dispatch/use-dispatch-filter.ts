import { useState } from 'react'
import type { DispatchView } from '#contract/dispatch.ts'
import { addMonths } from '#domain/office-date.ts'
import { hasWords } from '../../lib/has-words.ts'
import { useSpan } from '../../lib/use-span.ts'

export type Which = 'open' | 'received' | 'all'

export interface Shown {
  readonly which: Which
  readonly text: string
}

/** Which days and which lines of the book are shown; at first those of a month. */
export function useDispatchFilter() {
  const [which, setWhich] = useState<Which>('open')
  const [text, setText] = useState('')
  const span = useSpan((today) => ({ from: addMonths(today, -1), until: today }))
  return { which, setWhich, text, setText, span }
}

const belongs = (which: Which, { state }: DispatchView): boolean =>
  which === 'all' || (which === 'received' ? state === 'received' : state === 'open' || state === 'overdue')

/** The lines of a view in which every typed word stands. */
export const linesShown = (lines: readonly DispatchView[], { which, text }: Shown): readonly DispatchView[] =>
  lines.filter(
    (line) =>
      belongs(which, line) &&
      hasWords(
        [line.number, line.text, line.recipient, line.broughtBy, line.dossier?.registrationNumber ?? ''].join(
          ' ',
        ),
        text,
      ),
  )
