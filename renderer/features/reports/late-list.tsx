import { useLocation } from 'wouter'
import type { LateView, TimeReportView } from '#contract/time.ts'
import { numericDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { figure, shortDayOf } from '../../lib/format.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { took } from '../../lib/took.ts'
import { timeWords as words } from '../../locales/time-report.ts'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'

const heads = words.lateHeads

/** Broken promises: still open ones first, then what was decided late, each with the stage that held it longest. */
export function LateList({ view }: { view: TimeReportView }) {
  const { timeZone } = useOffice()
  const open = useOpenTime()
  return (
    <DataTable<LateView>
      label={words.lateTable}
      density="two-line"
      rows={view.late}
      rowKey={({ dossier, decidedOn }) => `${dossier.id} ${decidedOn ?? ''}`}
      {...(open === null ? {} : { onOpen: ({ dossier }) => open(dossier.id) })}
      columns={[
        {
          key: 'holder',
          head: heads.holder,
          cell: ({ dossier }) => (
            <TwoLines
              first={dossier.holderName}
              second={dossier.productNumber ?? dossier.registrationNumber}
            />
          ),
        },
        { key: 'type', head: heads.type, width: 76, cell: ({ dossier }) => dossier.permitTypeCode },
        {
          key: 'promised',
          head: heads.promised,
          width: 96,
          nowrap: true,
          cell: ({ promisedOn }) => numericDate(promisedOn),
        },
        {
          key: 'late',
          head: heads.late,
          width: 124,
          nowrap: true,
          cell: ({ late }) => <StatusMark meaning="late">{words.workingDays(figure(late))}</StatusMark>,
        },
        {
          key: 'state',
          head: heads.state,
          width: 140,
          cell: ({ decidedOn, dossier }) =>
            decidedOn === null ? (
              <TwoLines first={words.open} second={dossier.stages.map(({ label }) => label).join(', ')} />
            ) : (
              words.decidedOn(numericDate(decidedOn))
            ),
        },
        {
          key: 'held',
          head: heads.held,
          width: 200,
          cell: ({ heldBy }) =>
            heldBy === null ? (
              words.nowhere
            ) : (
              <TwoLines
                first={heldBy.stage}
                second={words.heldFor(
                  took(heldBy.minutes, view.minutesOfDay),
                  numericDate(officeDateOf(heldBy.since, timeZone)),
                  heldBy.role,
                )}
              />
            ),
        },
        {
          key: 'reason',
          head: heads.reason,
          width: 220,
          cell: ({ reason }) =>
            reason === null ? (
              words.noReason
            ) : (
              <TwoLines
                first={reason.text}
                second={[reason.by, shortDayOf(reason.at, timeZone)].join(', ')}
              />
            ),
        },
      ]}
      empty={<EmptyState title={words.lateEmpty}>{words.lateEmptyNote}</EmptyState>}
    />
  )
}

/** Opens a dossier at its part *Waktu*; null for whoever has no *Berkas*. */
export function useOpenTime(): ((id: string) => void) | null {
  const { permissions } = useUser()
  const [, navigate] = useLocation()
  return permissions.includes('work-dossiers') ? (id) => navigate(`~/berkas/${id}/waktu`) : null
}
