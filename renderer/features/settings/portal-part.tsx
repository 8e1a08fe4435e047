import { useQuery } from '@tanstack/react-query'
import type { PortalRunView } from '#contract/portal.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { clockOf, figure, shortDayOf } from '../../lib/format.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { usePortalStatus } from '../../lib/use-portal-traffic.ts'
import { portalSettingWords as words, portalWords } from '../../locales/portal.ts'
import { settingsWords } from '../../locales/settings.ts'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { PortalBanner } from '../../ui/portal-banner.tsx'
import { PortalButtons } from '../../ui/portal-buttons.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import { PartFrame } from './part-frame.tsx'
import { PortalForm } from './portal-form.tsx'
import type { SettingsPartProps } from './settings-parts.ts'

/** The office's line to its portal: how it stands, its last synchronisations, and its form. */
export function PortalPart({ onOpen, title }: SettingsPartProps) {
  const trpc = useTRPC()
  const status = usePortalStatus(useUser().permissions)
  const server = useQuery(trpc.portal.server.queryOptions())
  const runs = useQuery(trpc.portal.runs.queryOptions())
  return (
    <PartFrame
      title={title}
      onOpen={onOpen}
      query={runs}
      above={
        status !== undefined && (
          <PortalBanner status={status} framed actions={<PortalButtons status={status} size="row" />} />
        )
      }
      list={(list) => <RunTable runs={list} isSet={server.data !== null} />}
      pane={
        <QueryState
          query={server}
          rows={4}
          widths={[280]}
          failed={settingsWords.failed}
          failedAction={settingsWords.failedAction}
          top
        >
          {(found) => <PortalForm key={found === null ? 'none' : 'kept'} server={found} />}
        </QueryState>
      }
    />
  )
}

const endMeanings: Readonly<Record<NonNullable<PortalRunView['end']>, Meaning>> = {
  'in-step': 'done',
  offline: 'offline',
  stopped: 'fault',
  paused: 'stopped',
  'broken-off': 'uncertain',
}

function RunTable({ runs, isSet }: { runs: readonly PortalRunView[]; isSet: boolean }) {
  const { timeZone } = useOffice()
  const { heads } = portalWords
  const counts = ['pushed', 'pulled', 'setAside', 'conflicts'] as const
  const columns: readonly Column<PortalRunView>[] = [
    {
      key: 'started',
      head: heads.started,
      cell: ({ startedAt: at, station }) => (
        <TwoLines first={`${shortDayOf(at, timeZone)}, ${clockOf(at, timeZone)}`} second={station} />
      ),
    },
    {
      key: 'end',
      head: heads.end,
      width: 132,
      cell: (run) => (
        <span title={run.sentence ?? undefined}>
          <StatusMark meaning={run.end === null ? 'working' : endMeanings[run.end]}>
            {run.endLabel}
          </StatusMark>
        </span>
      ),
    },
    ...counts.map((key) => ({
      key,
      head: heads[key],
      width: 76,
      align: 'right' as const,
      cell: (run: PortalRunView) => figure(run[key]),
    })),
  ]
  return (
    <DataTable
      label={portalWords.runs}
      density="two-line"
      columns={columns}
      rows={runs}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={isSet ? portalWords.runsEmpty : words.notSet}>
          {isSet ? portalWords.runsEmptyNote : words.notSetNote}
        </EmptyState>
      }
    />
  )
}
