import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { StageMetersView } from '#contract/time.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { shortDayOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { shortTook } from '../../lib/took.ts'
import { timeWords } from '../../locales/time-report.ts'
import { Meter } from '../../ui/meter.tsx'
import styles from './reports.module.css'

const words = timeWords.meters

/** Which stage held the chosen dossier for how long, against the limits of the stages where they have any. */
export function StageMeters({ id, late }: { id: string; late: boolean }) {
  const { data, isPlaceholderData } = useQuery(
    useTRPC().figures.stageMeters.queryOptions({ id }, { placeholderData: keepPreviousData }),
  )
  const { timeZone } = useOffice()
  if (data === undefined || data.meters.length === 0) return null
  const longest = Math.max(...data.meters.map(({ minutes }) => minutes))
  const isHolder = ({ label }: StageMetersView['meters'][number]) => late && label === data.heldBy
  return (
    // The room stays while another dossier's times come; those of the one before are not shown for it.
    <section aria-label={words.title} style={isPlaceholderData ? { visibility: 'hidden' } : {}}>
      <h3 className={styles.metersTitle}>
        {late && data.heldBy !== null ? words.heldBy(data.heldBy) : words.title}
      </h3>
      {data.meters.map((one) => (
        <Meter
          key={one.stage}
          name={one.label}
          share={one.minutes / (one.limit?.minutes ?? longest)}
          late={one.over || isHolder(one)}
          usedLabel={shortTook(one.minutes, data.minutesOfDay)}
          limitLabel={one.limit === null ? '' : words.of(one.limit.text)}
        />
      ))}
      {data.reasons.map(({ id: key, text, by, at }) => (
        <p key={key} className={styles.metersNote}>
          {words.reason(text, by, shortDayOf(at, timeZone))}
        </p>
      ))}
      {late && data.reasons.length === 0 && <p className={styles.metersNote}>{words.noReason}</p>}
      {data.meters.some(({ limit }) => limit?.shared === true) && (
        <p className={styles.metersNote}>{words.shared}</p>
      )}
    </section>
  )
}
