import type { Span } from '../lib/use-span.ts'
import { uiWords } from '../locales/ui.ts'
import { DateField } from './date-field.tsx'
import styles from './span-filter.module.css'
import { TextField } from './text-field.tsx'

interface SpanFilterProps {
  /** What the search looks through. */
  find: string
  findHint?: string
  text: string
  onText: (text: string) => void
  span: Span
}

/** Above a list: words that are looked for, and the days it is about. */
export function SpanFilter({ find, findHint, text, onText, span }: SpanFilterProps) {
  const day = (key: 'from' | 'until') => (
    <DateField
      label={uiWords.span[key]}
      today={span.today}
      value={span.typed[key]}
      onChange={(typed) => span.setDay(key, typed)}
    />
  )
  return (
    <div className={styles.filter}>
      <TextField
        label={find}
        {...(findHint === undefined ? {} : { placeholder: findHint })}
        value={text}
        onChange={onText}
      />
      {day('from')}
      {day('until')}
    </div>
  )
}
