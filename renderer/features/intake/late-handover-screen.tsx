import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { lateWords as words } from '../../locales/late-entry.ts'
import { ScreenTitle } from '../../ui/panel.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import styles from './intake.module.css'
import { LateHandoverForm } from './late-handover-form.tsx'

/** What was done on paper: an application taken in, or a document handed over. */
export function LateParts({
  current,
  onApplication,
}: {
  current: 'application' | 'handover'
  onApplication?: () => void
}) {
  const [, navigate] = useLocation()
  return (
    <Segmented
      label={words.partsName}
      current={current}
      onChange={(key) =>
        key === 'handover' ? navigate('/susulan/penyerahan', { replace: true }) : onApplication?.()
      }
      tabs={[
        { key: 'application', name: words.parts.application },
        { key: 'handover', name: words.parts.handover },
      ]}
    />
  )
}

/** *Entri Susulan › Penyerahan*: a permit or letter that was handed over on paper. */
export function LateHandoverScreen({ onApplication }: { onApplication: () => void }) {
  const { timeZone } = useOffice()
  const ready = useQuery(useTRPC().handover.ready.queryOptions())
  return (
    <div className={styles.work}>
      <ScreenTitle
        title={words.title}
        note={<LateParts current="handover" onApplication={onApplication} />}
      />
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
