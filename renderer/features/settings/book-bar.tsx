import { parseTypedDate } from '#domain/typed-date.ts'
import { officeBookWords as words } from '../../locales/office-book.ts'
import { DateField } from '../../ui/date-field.tsx'
import styles from './book.module.css'

interface BookBarProps {
  /** null: what is shown has no days. */
  typed: string | null
  onTyped: (typed: string) => void
  /** undefined: not known yet. */
  file: string | undefined
}

/** The day that is asked about, and where it is written down. */
export function BookBar({ typed, onTyped, file }: BookBarProps) {
  return (
    <div className={styles.bar}>
      {typed !== null && (
        <DateField
          label={words.on}
          labelAt="left"
          width={320}
          value={typed}
          onChange={onTyped}
          error={parseTypedDate(typed).ok ? undefined : words.onWrong}
        />
      )}
      {file !== undefined && <p className={styles.quiet}>{words.fileNote(file)}</p>}
    </div>
  )
}
