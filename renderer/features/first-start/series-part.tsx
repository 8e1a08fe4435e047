import { useQuery } from '@tanstack/react-query'
import type { RunningSeriesView } from '#contract/numbers.ts'
import { readSerial } from '#domain/number-start.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { firstStartWords } from '../../locales/first-start.ts'
import { NextNumber } from '../../ui/next-number.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './first-start.module.css'

const words = firstStartWords.numbers

/** Last numbers by `seriesKey`, as typed. */
export type LastNumbers = Readonly<Record<string, string>>

export const seriesKey = ({ series, scope }: Pick<RunningSeriesView, 'series' | 'scope'>): string =>
  `${series} ${scope}`

/** The series that an office of this profile begins; empty while no profile is chosen. */
export function useRunningSeries(profile: string): readonly RunningSeriesView[] {
  const trpc = useTRPC()
  const series = useQuery(trpc.session.seriesOf.queryOptions({ profile }, { enabled: profile !== '' }))
  return series.data ?? []
}

interface SeriesPartProps {
  series: readonly RunningSeriesView[]
  last: LastNumbers
  sentences: Readonly<Record<string, string | undefined>>
  onLast: (key: string, typed: string) => void
  reason: { value: string; error: string | undefined; onChange: (value: string) => void }
}

/** Asks the last number used in every series; what is left empty begins at 1. */
export function SeriesPart({ series, last, sentences, onLast, reason }: SeriesPartProps) {
  const whole = series.filter((one) => one.type === null)
  const byType = series.filter((one) => one.type !== null)
  const refused = byType.some((one) => sentences[seriesKey(one)] !== undefined)
  const fields = (some: readonly RunningSeriesView[]) => (
    <div className={styles.series}>
      {some.map((one) => {
        const key = seriesKey(one)
        const typed = last[key] ?? ''
        const serial = typed.trim() === '' ? 0 : readSerial(typed)
        return (
          <TextField
            key={key}
            label={
              one.type === null ? `${one.label}, ${one.scopeLabel}` : `${one.type.code}: ${one.type.name}`
            }
            inputMode="numeric"
            value={typed}
            error={sentences[key]}
            hint={
              <NextNumber looks={one.looks} serial={serial === null ? null : serial + 1} label={words.next} />
            }
            onChange={(value) => onLast(key, value)}
          />
        )
      })}
    </div>
  )
  return (
    <section className={`${styles.card} ${styles.wide}`} aria-labelledby="series">
      <h2 id="series" className={styles.part}>
        {words.title}
      </h2>
      <p className={styles.lead}>{words.lead}</p>
      {fields(whole)}
      {byType.length > 0 && (
        <details open={refused || undefined}>
          <summary className={styles.summary}>{words.byType(byType[0]?.label ?? '', byType.length)}</summary>
          {fields(byType)}
        </details>
      )}
      <TextField label={words.reason} hint={words.reasonHint} {...reason} />
    </section>
  )
}
