import type { AppointmentField, AppointmentTimeForm } from '#domain/appointment-form.ts'
import { agendaWords as words } from '../../locales/agenda.ts'
import { DateField, TimeField } from '../../ui/date-field.tsx'
import styles from './agenda.module.css'

interface AppointmentTimeFieldsProps {
  form: Pick<AppointmentTimeForm, 'date' | 'from' | 'until'>
  errorOf: (field: AppointmentField) => string | undefined
  onChange: (next: Partial<AppointmentTimeForm>) => void
}

/** Day and hours of an appointment that is made or put off; the day has the focus first. */
export function AppointmentTimeFields({ form, errorOf, onChange }: AppointmentTimeFieldsProps) {
  return (
    <div className={styles.row}>
      <DateField
        label={words.date}
        width={150}
        autoFocus
        value={form.date}
        error={errorOf('date')}
        onChange={(date) => onChange({ date })}
      />
      <TimeField
        label={words.from}
        width={84}
        value={form.from}
        error={errorOf('from')}
        onChange={(from) => onChange({ from })}
      />
      <TimeField
        label={words.until}
        width={84}
        value={form.until}
        error={errorOf('until')}
        onChange={(until) => onChange({ until })}
      />
    </div>
  )
}
