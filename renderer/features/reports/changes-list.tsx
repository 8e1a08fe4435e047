import { useQuery } from '@tanstack/react-query'
import type { ChangesView } from '#contract/figures.ts'
import { clockTime, numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { factLabels } from '#domain/wording/day-closing.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { reportWords } from '../../locales/reports.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { EmptyState } from '../../ui/states.tsx'
import styles from './reports.module.css'

const words = reportWords.changes

type Change = ChangesView[number]

/** Every later moment. */
const endOfTime = '9999-12-31T00:00:00.000Z'

interface ChangesListProps {
  days: DaySpan
  /** The changes from this moment on. */
  since: Instant
  onOpen?: (applicationId: string) => void
}

/** *Perubahan*: what a report says otherwise since a moment, with who changed it, when and why. */
export function ChangesList({ days, since, onOpen }: ChangesListProps) {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const moment = (at: Instant): string =>
    `${numericDate(officeDateOf(at, timeZone))} ${clockTime(officeTimeOf(at, timeZone))}`
  const changes = useQuery(trpc.figures.changes.queryOptions({ ...days, since, until: endOfTime }))
  return (
    <QueryState
      query={changes}
      widths={[120, 160, 200, 160]}
      failed={words.failed}
      failedAction={words.failedAction}
    >
      {(rows) => (
        <>
          <div className={styles.registerBar}>
            <span className={styles.note} role="status">
              {words.sum(figure(rows.length), moment(since))}
            </span>
          </div>
          <DataTable<Change & { readonly key: string }>
            label={words.tab}
            rows={rows.map((one, at) => ({ ...one, key: String(at) }))}
            rowKey={(row) => row.key}
            {...(onOpen === undefined ? {} : { onOpen: (row) => onOpen(row.line.dossier.id) })}
            density="dense"
            columns={[
              {
                key: 'at',
                head: words.at,
                width: 132,
                nowrap: true,
                cell: (row) => moment(row.changedAt),
              },
              { key: 'by', head: words.by, width: 160, cell: (row) => row.by },
              {
                key: 'what',
                head: words.what,
                width: 220,
                cell: (row) => words.kinds[row.change](factLabels[row.line.kind], numericDate(row.line.day)),
              },
              { key: 'holder', head: words.dossier, cell: (row) => row.line.dossier.holderName },
              { key: 'type', head: words.type, width: 84, cell: (row) => row.line.dossier.permitTypeCode },
              { key: 'reason', head: words.reason, cell: (row) => row.reason ?? words.noReason },
            ]}
            empty={<EmptyState title={words.empty}>{words.emptyNote}</EmptyState>}
          />
        </>
      )}
    </QueryState>
  )
}
