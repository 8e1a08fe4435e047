import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { lateWords as words } from '../../locales/late-entry.ts'
import { ScreenTitle } from '../../ui/panel.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import styles from './intake.module.css'
import { LateHandoverForm } from './late-handover-form.tsx'
import { LateParts } from './late-parts.tsx'

/** *Entri Susulan › Penyerahan*: a permit or letter that was handed over on paper. */
export function LateHandoverScreen(parts: { onApplication: () => void; onRunning: () => void }) {
  const { timeZone } = useOffice()
  const ready = useQuery(useTRPC().handover.ready.queryOptions())
  return (
    <div className={`${styles.work} ${styles.alone}`}>
      <ScreenTitle title={words.title} note={<LateParts current="handover" {...parts} />} />
      {ready.data === undefined ? (
        ready.isError ? (
          <FailedState
            title={words.listFailed}
            reference={faultOf(ready.error, timeZone)}
            onRetry={() => void ready.refetch()}
          >
            {words.listFailedNote}
          </FailedState>
        ) : (
          <SkeletonRows rows={4} widths={[180, 320, 160]} height={56} />
        )
      ) : ready.data.lines.length === 0 ? (
        <EmptyState title={words.noDocument}>{words.noDocumentNote}</EmptyState>
      ) : (
        <LateHandoverForm lines={ready.data.lines} />
      )}
    </div>
  )
}
