import { warningKey, type AppointmentWarning } from '#domain/appointment-rules.ts'
import { sayAppointmentWarning } from '#domain/wording/appointments.ts'
import { agendaWords as words } from '../../locales/agenda.ts'
import { Banner } from '../../ui/banner.tsx'
import styles from './agenda.module.css'

/** What speaks against a day or a team; whoever has read it may save all the same. */
export function Warnings({ warnings }: { warnings: readonly AppointmentWarning[] }) {
  if (warnings.length === 0) return null
  return (
    <Banner tone="amber" title={words.warned} framed>
      <ul className={styles.warnings}>
        {warnings.map((one) => (
          <li key={warningKey(one)}>{sayAppointmentWarning(one)}</li>
        ))}
      </ul>
    </Banner>
  )
}
