import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearch } from 'wouter'
import type { AlarmsView } from '#contract/time.ts'
import { sounds } from '../../lib/alarms.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { timeWords } from '../../locales/time-report.ts'
import { Segmented } from '../../ui/tabs.tsx'
import styles from './dossiers.module.css'
import type { LineGroup } from './queue-groups.ts'

const words = timeWords.queue

const filters = ['late', 'near', 'automatic'] as const
type Filter = (typeof filters)[number]

const fits = (row: AlarmsView['rows'][number], filter: Filter): boolean =>
  sounds(row, filter) ||
  (filter === 'late' && sounds(row, 'stage-late')) ||
  (filter === 'automatic' && sounds(row, 'granted'))

/** The queue narrowed down to limits that run out, each kind with its count; without any it is as it was. */
export function useQueueAlarms(groups: readonly LineGroup[]) {
  const alarms = useQuery(useTRPC().figures.alarms.queryOptions())
  const asked = new URLSearchParams(useSearch()).get('batas')
  const [chosen, setChosen] = useState<Filter | null>(filters.find((one) => one === asked) ?? null)
  const queued = new Set(groups.flatMap(({ lines }) => lines.map(({ id }) => id)))
  const rows = (alarms.data?.rows ?? []).filter(({ dossier }) => queued.has(dossier.id))
  const counts = new Map(
    filters.map((filter) => [filter, rows.filter((row) => fits(row, filter)).length] as const),
  )
  const offered = filters.filter((filter) => (counts.get(filter) ?? 0) > 0)
  // What was looked for is done: the whole queue again.
  const filter = chosen !== null && offered.includes(chosen) ? chosen : null
  const shown = new Set(
    filter === null ? [] : rows.flatMap((row) => (fits(row, filter) ? [row.dossier.id] : [])),
  )
  return {
    groups:
      filter === null
        ? groups
        : groups
            .map((group) => ({ ...group, lines: group.lines.filter(({ id }) => shown.has(id)) }))
            .filter(({ lines }) => lines.length > 0),
    bar:
      offered.length === 0 ? null : (
        <div className={styles.queueFilter}>
          <Segmented
            dense
            label={words.filter}
            current={filter ?? 'all'}
            onChange={(key) => setChosen(filters.find((one) => one === key) ?? null)}
            tabs={[
              { key: 'all', name: words.all },
              ...offered.map((one) => ({ key: one, name: words[one], count: figure(counts.get(one)) })),
            ]}
          />
        </div>
      ),
  }
}
