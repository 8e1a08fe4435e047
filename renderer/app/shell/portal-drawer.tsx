import { useQuery } from '@tanstack/react-query'
import type { PortalStatusView } from '#contract/portal.ts'
import type { UserView } from '#contract/session.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, fullMomentOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { maySendToPortal } from '../../lib/use-portal-traffic.ts'
import { portalWords as words } from '../../locales/portal.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Figures } from '../../ui/figures.tsx'
import { PanePart } from '../../ui/pane.tsx'
import { PortalBanner } from '../../ui/portal-banner.tsx'
import { PortalButtons } from '../../ui/portal-buttons.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Timeline } from '../../ui/timeline.tsx'

interface PortalDrawerProps {
  status: PortalStatusView
  opened: boolean
  user: UserView
  onClose: () => void
}

/** How the traffic stands, what is left of it, and the last synchronisations. */
export function PortalDrawer({ status, opened, user, onClose }: PortalDrawerProps) {
  const { unsent, unsentDossiers, setAside, conflicts, arrivals, files } = status
  const link = (segment: string, value: number) => ({
    value: figure(value),
    ...(value > 0 && { to: `~/portal/${segment}`, onFollow: onClose }),
  })
  return (
    <Drawer
      opened={opened}
      title={words.drawer}
      width={480}
      onClose={onClose}
      {...(maySendToPortal(user.permissions) && { foot: <PortalButtons status={status} /> })}
    >
      <PortalBanner status={status} />
      <PanePart label={words.figures}>
        <Figures
          label={words.figures}
          dense
          figures={[
            {
              name: words.unsent,
              value: figure(unsent),
              ...(unsentDossiers > 0 && { more: words.unsentNote(figure(unsentDossiers)) }),
            },
            { name: words.setAside, ...link('aside', setAside) },
            { name: words.conflicts, ...link('conflicts', conflicts) },
            { name: words.arrivals, ...link('arrivals', arrivals) },
            { name: words.files, ...link('files', files) },
          ]}
        />
      </PanePart>
      {opened && <Runs />}
    </Drawer>
  )
}

function Runs() {
  const { timeZone } = useOffice()
  const runs = useQuery(useTRPC().portal.runs.queryOptions())
  return (
    <PanePart label={words.runs} titled>
      <QueryState
        query={runs}
        rows={5}
        widths={[280]}
        failed={words.runsFailed}
        failedAction={words.runsFailedAction}
        top
      >
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={words.runsEmpty} top>
              {words.runsEmptyNote}
            </EmptyState>
          ) : (
            <Timeline
              label={words.runs}
              entries={list.slice(0, 20).map((run) => ({
                key: run.id,
                title: words.runTitle(run.endLabel, figure(run.pushed), figure(run.pulled)),
                note: `${fullMomentOf(run.startedAt, timeZone)}, ${run.station}`,
                ...(run.end === 'in-step' && { tone: 'green' as const }),
                ...bodyOf(run),
              }))}
            />
          )
        }
      </QueryState>
    </PanePart>
  )
}

function bodyOf(run: { sentence: string | null; setAside: number; conflicts: number }): { body?: string } {
  const parts = [
    run.sentence,
    run.setAside > 0 ? words.runAside(figure(run.setAside)) : null,
    run.conflicts > 0 ? words.runConflicts(figure(run.conflicts)) : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? {} : { body: parts.join(' ') }
}
