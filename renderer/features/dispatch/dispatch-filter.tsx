import { dispatchWords as words } from '../../locales/dispatch.ts'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './dispatch.module.css'
import type { DispatchFilterState } from './use-dispatch-filter.ts'

/** Of which days, and with which words. What is open stands in the list whatever its day. */
export function DispatchFilter({ filter }: { filter: DispatchFilterState }) {
  return (
    <div className={styles.filter}>
      <TextField label={words.find} value={filter.text} onChange={filter.setText} />
      <DateField
        label={words.from}
        today={filter.today}
        value={filter.typed.from}
        onChange={(day) => filter.setDay('from', day)}
      />
      <DateField
        label={words.until}
        today={filter.today}
        value={filter.typed.until}
        onChange={(day) => filter.setDay('until', day)}
      />
    </div>
  )
}
