import { useState } from 'react'
import type { ComplaintLineView } from '#contract/complaints.ts'
import { addMonths } from '#domain/office-date.ts'
import { hasWords } from '../../lib/has-words.ts'
import { useSpan } from '../../lib/use-span.ts'

export const complaintViews = ['open', 'settled', 'consultations'] as const
export type ComplaintWhich = (typeof complaintViews)[number]

/** Which days and which lines are shown; at first what is open, and the rest of a month. */
export function useComplaintFilter() {
  const [which, setWhich] = useState<ComplaintWhich>('open')
  const [text, setText] = useState('')
  const span = useSpan((today) => ({ from: addMonths(today, -1), until: today }))
  return { which, setWhich, text, setText, span }
}

export const complaintsShown = (
  lines: readonly ComplaintLineView[],
  which: ComplaintWhich,
  text: string,
): readonly ComplaintLineView[] =>
  lines.filter(
    (one) =>
      (one.state === 'closed') === (which === 'settled') &&
      hasWords(
        [one.number, one.topic, one.text, one.registrationNumber ?? '', one.unit ?? ''].join(' '),
        text,
      ),
  )
