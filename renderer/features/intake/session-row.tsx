import { IconTrash } from '@tabler/icons-react'
import type { TypedSession } from '#domain/schedule.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { IconButton } from '../../ui/button.tsx'
import { TimeField } from '../../ui/date-field.tsx'
import { DayPicker } from '../../ui/day-picker.tsx'
import type { Weekday } from '../../ui/day-picker.tsx'
import styles from './intake.module.css'

export interface SessionRowProps {
  /** Name of the field on the form, by which a refusal finds the row. */
  field: string
  daysLabel: string
  session: TypedSession
  error: string | undefined
  onChange: (session: TypedSession) => void
  /** The hand has left the last of its times. */
  onLeave: () => void
  /** null: it is the only one and stays. */
  remove: { readonly label: string; readonly run: () => void } | null
}

/** Days of the week with the hours of those days. */
export function SessionRow({ field, daysLabel, session, error, onChange, onLeave, remove }: SessionRowProps) {
  const change = (patch: Partial<TypedSession>) => onChange({ ...session, ...patch })
  // A row that is only half typed is not told about: its times come last.
  const leave = () => {
    if (session.until.trim() !== '') onLeave()
  }
  return (
    <div className={styles.session} data-field={field}>
      <DayPicker
        label={daysLabel}
        value={session.days as readonly Weekday[]}
        onChange={(days) => {
          change({ days })
          leave()
        }}
      />
      <div className={styles.time}>
        <TimeField
          label={words.from}
          value={session.from}
          onChange={(from) => change({ from })}
          onLeave={leave}
        />
      </div>
      <div className={styles.until}>
        <TimeField
          label={words.until}
          value={session.until}
          errorAt="right"
          error={error}
          onChange={(until) => change({ until })}
          onLeave={onLeave}
        />
      </div>
      {remove !== null && (
        <div className={styles.remove}>
          <IconButton icon={IconTrash} label={remove.label} onPress={remove.run} />
        </div>
      )}
    </div>
  )
}
