import { useQuery } from '@tanstack/react-query'
import type { PortalDossierView } from '#contract/portal.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { clockOf, figure, shortDayInYear } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { dossierPortalWords as words } from '../../locales/portal.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { PanelHead } from '../../ui/panel.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { StatusMark, type Meaning } from '../../ui/status.tsx'
import { MessagesPart } from './messages-part.tsx'
import styles from './portal-tab.module.css'

const meanings: Readonly<Record<PortalDossierView['parts'][number]['state'], Meaning>> = {
  'in-step': 'done',
  'on-its-way': 'working',
  'set-aside': 'fault',
  'not-there': 'not-yet',
}

/** *Portal*: what the applicant reads there beside what the office has, what is on its way, and the messages between them. */
export function PortalTab({ applicationId }: { applicationId: string }) {
  const standing = useQuery(useTRPC().portal.ofDossier.queryOptions({ applicationId }))
  return (
    <div className={styles.tab}>
      <div className={styles.standing}>
        <QueryState
          query={standing}
          rows={6}
          widths={[140, 160, 160]}
          failed={words.failed}
          failedAction={words.failedAction}
        >
          {(view) => view !== null && <Standing view={view} />}
        </QueryState>
      </div>
      <MessagesPart applicationId={applicationId} />
    </div>
  )
}

/** How far the portal has it, in a few words. */
function standingOf({ isKnown, setAside, unsent }: PortalDossierView): string {
  if (setAside > 0) return words.setAside(figure(setAside))
  if (!isKnown) return words.unknown
  return unsent === 0 ? words.allThere : words.unsent(figure(unsent))
}

function Standing({ view }: { view: PortalDossierView }) {
  const { timeZone } = useOffice()
  return (
    <>
      <section aria-label={words.rows}>
        <PanelHead dense line title={words.rows} note={standingOf(view)} />
        <DataTable
          label={words.rows}
          density="dense"
          rows={view.rows}
          rowKey={({ label }) => label}
          columns={[
            { key: 'label', head: words.heads.field, width: 150, cell: (one) => one.label },
            { key: 'office', head: words.heads.office, cell: (one) => one.office },
            {
              key: 'portal',
              head: words.heads.portal,
              cell: (one) =>
                one.isSame ? (
                  one.office
                ) : (
                  <StatusMark meaning="working">{one.portal ?? words.notThere}</StatusMark>
                ),
            },
          ]}
        />
      </section>
      <section aria-label={words.parts}>
        <PanelHead
          dense
          line
          title={words.parts}
          note={words.told(figure(view.told.events), figure(view.told.of))}
        />
        <DataTable
          label={words.parts}
          density="dense"
          rows={view.parts}
          rowKey={({ kind, id }) => `${kind} ${id}`}
          columns={[
            { key: 'label', head: words.heads.part, cell: (one) => one.label },
            {
              key: 'state',
              head: words.heads.state,
              width: 170,
              cell: (one) => (
                <span title={one.sentence ?? undefined}>
                  <StatusMark meaning={meanings[one.state]}>{one.stateLabel}</StatusMark>
                </span>
              ),
            },
            {
              key: 'since',
              head: words.heads.knownAt,
              width: 190,
              cell: ({ knownAt: at }) =>
                at === null ? '–' : `${shortDayInYear(officeDateOf(at, timeZone))}, ${clockOf(at, timeZone)}`,
            },
          ]}
        />
      </section>
    </>
  )
}
