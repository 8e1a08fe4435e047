import type { WaitingPaperView } from '#contract/handover.ts'
import { pickupAge, pickupAges, type PickupAge } from '#domain/handover.ts'
import { pickupAgeLabel } from '#domain/wording/handover.ts'
import { figure } from '../../lib/format.ts'
import { handoverWords } from '../../locales/handover.ts'
import { BarChart } from '../../ui/charts.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import styles from './handover.module.css'
import { waitingDays } from './ready-table.tsx'

interface AgesBarProps {
  lines: readonly WaitingPaperView[]
  zone: string
  age: PickupAge | 'all'
  onAge: (age: PickupAge | 'all') => void
}

export const ofAge = (
  lines: readonly WaitingPaperView[],
  age: PickupAge | 'all',
  zone: string,
): readonly WaitingPaperView[] =>
  age === 'all' ? lines : lines.filter((one) => pickupAge(waitingDays(one, zone)) === age)

/** How long papers have lain here, as columns, and the choice of which of them are listed. */
export function AgesBar({ lines, zone, age, onAge }: AgesBarProps) {
  return (
    <div className={styles.ages}>
      <BarChart
        label={handoverWords.agesChart}
        counted={handoverWords.agesCounted}
        height={132}
        format={figure}
        bars={pickupAges.map(({ key }) => ({
          key,
          label: pickupAgeLabel(key),
          within: ofAge(lines, key, zone).length,
          beyond: 0,
          strong: key === age,
        }))}
      />
      <Segmented
        dense
        label={handoverWords.ages}
        tabs={[
          { key: 'all', name: handoverWords.allAges },
          ...pickupAges.map(({ key }) => ({ key, name: pickupAgeLabel(key) })),
        ]}
        current={age}
        onChange={(key) => onAge(pickupAges.find((one) => one.key === key)?.key ?? 'all')}
      />
    </div>
  )
}
