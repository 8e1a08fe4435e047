import type { Span } from '../lib/use-span.ts'
import { SpanFields } from './span-fields.tsx'
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
  return (
    <div className={styles.filter}>
      <TextField
        label={find}
        {...(findHint === undefined ? {} : { placeholder: findHint })}
        value={text}
        onChange={onText}
      />
      <SpanFields span={span} />
    </div>
  )
}
