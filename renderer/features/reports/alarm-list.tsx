import { useState } from 'react'
import type { AlarmsView } from '#contract/time.ts'
import { alarmKinds, type AlarmKind } from '#domain/limit-alarm.ts'
import { alarmMeaning, countAlarms } from '../../lib/alarms.ts'
import { figure } from '../../lib/format.ts'
import { reportWords } from '../../locales/reports.ts'
import { timeWords as words } from '../../locales/time-report.ts'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import type { Asked } from '../../ui/query-state.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { useOpenTime } from './late-list.tsx'
import styles from './reports.module.css'

const heads = words.lateHeads
type Shown = AlarmKind | 'all'

/** What is near a limit or past it now, and what silence would grant, each kind apart. */
export function AlarmList({ query }: { query: Asked<AlarmsView> }) {
  const [shown, setShown] = useState<Shown>('all')
  const open = useOpenTime()
  return (
    <QueryState
      query={query}
      widths={[240, 160, 160]}
      failed={reportWords.failed}
      failedAction={reportWords.failedAction}
    >
      {({ rows, automatic }) => {
        const counts = countAlarms(rows)
        const listed = rows.filter(
          ({ alarms }) => shown === 'all' || alarms.some(({ kind }) => kind === shown),
        )
        const kinds = alarmKinds.filter((kind) => counts[kind] > 0)
        return (
          <>
            {(kinds.length > 0 || automatic !== null) && (
              <div className={styles.registerBar}>
                {kinds.length > 0 && (
                  <Segmented
                    dense
                    label={words.alarmFilter}
                    current={shown}
                    onChange={(key) => setShown(kinds.find((kind) => kind === key) ?? 'all')}
                    tabs={[
                      { key: 'all', name: words.alarmKinds.all, count: figure(rows.length) },
                      ...kinds.map((kind) => ({
                        key: kind,
                        name: words.alarmKinds[kind],
                        count: figure(counts[kind]),
                      })),
                    ]}
                  />
                )}
                {automatic !== null && (
                  <span className={styles.note}>
                    {words.automatic(figure(automatic.workingDays), automatic.basis)}
                  </span>
                )}
              </div>
            )}
            <DataTable<AlarmsView['rows'][number]>
              label={words.alarmTable}
              density="two-line"
              rows={listed}
              rowKey={({ dossier }) => dossier.id}
              {...(open === null ? {} : { onOpen: ({ dossier }) => open(dossier.id) })}
              columns={[
                {
                  key: 'holder',
                  head: heads.holder,
                  cell: ({ dossier }) => (
                    <TwoLines first={dossier.holderName} second={dossier.registrationNumber} />
                  ),
                },
                { key: 'type', head: heads.type, width: 84, cell: ({ dossier }) => dossier.permitTypeCode },
                {
                  key: 'alarm',
                  head: heads.alarm,
                  width: 340,
                  cell: ({ alarms }) => {
                    const [first, ...rest] = alarms.toSorted(
                      (one, other) => Number(other.kind === shown) - Number(one.kind === shown),
                    )
                    if (first === undefined) return ''
                    const mark = <StatusMark meaning={alarmMeaning(first.kind)}>{first.text}</StatusMark>
                    return rest.length === 0 ? (
                      mark
                    ) : (
                      <TwoLines first={mark} second={rest.map(({ text }) => text).join(' · ')} />
                    )
                  },
                },
                {
                  key: 'whose',
                  head: heads.whose,
                  width: 220,
                  cell: ({ dossier, whose }) => (
                    <TwoLines first={whose} second={dossier.stages.map(({ label }) => label).join(', ')} />
                  ),
                },
              ]}
              empty={<EmptyState title={words.alarmsEmpty}>{words.alarmsEmptyNote}</EmptyState>}
            />
          </>
        )
      }}
    </QueryState>
  )
}
