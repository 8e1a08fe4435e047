import { parseTypedDate } from '#domain/typed-date.ts'
import type { Span } from '../lib/use-span.ts'
import { uiWords } from '../locales/ui.ts'
import { DateField } from './date-field.tsx'

interface SpanFieldsProps {
  span: Span
  labelAt?: 'above' | 'left'
  /** Why these days are refused although they are days. */
  problem?: string | undefined
  /** Called on leaving a day. */
  onLeave?: () => void
}

const asDay = (text: string): string | undefined => (parseTypedDate(text).ok ? undefined : uiWords.span.noDay)

/** First and last day; what is no day, and a first one after the last, is said where it was typed. */
export function SpanFields({ span, labelAt = 'above', problem, onLeave }: SpanFieldsProps) {
  const day = (key: 'from' | 'until') => (
    <DateField
      label={uiWords.span[key]}
      labelAt={labelAt}
      today={span.today}
      value={span.typed[key]}
      check={asDay}
      error={key === 'until' ? (span.backwards ? uiWords.span.backwards : problem) : undefined}
      onChange={(typed) => span.setDay(key, typed)}
      {...(onLeave && { onLeave })}
    />
  )
  return (
    <>
      {day('from')}
      {day('until')}
    </>
  )
}
