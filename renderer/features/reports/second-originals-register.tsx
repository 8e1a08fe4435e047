import type { SecondOriginalView } from '#contract/second-originals.ts'
import { clockTime, numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { useOffice } from '../../lib/session.ts'
import { secondWords } from '../../locales/second-originals.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'

const words = secondWords.register

interface SecondOriginalsRegisterProps {
  rows: readonly SecondOriginalView[]
  onOpen?: (applicationId: string) => void
}

/** Originals that were printed once more on the day, with both people who answer for each. */
export function SecondOriginalsRegister({ rows, onOpen }: SecondOriginalsRegisterProps) {
  const { timeZone } = useOffice()
  const hour = (at: Instant): string => clockTime(officeTimeOf(at, timeZone))
  const moment = (at: Instant): string => `${numericDate(officeDateOf(at, timeZone))} ${hour(at)}`
  return (
    <DataTable<SecondOriginalView>
      label={words.tab}
      rows={rows}
      rowKey={(row) => row.jobId}
      {...(onOpen === undefined ? {} : { onOpen: (row) => onOpen(row.applicationId) })}
      density="dense"
      columns={[
        { key: 'title', head: words.number, cell: (row) => row.title },
        { key: 'copy', head: words.copy, width: 70, cell: (row) => `ke-${row.copy}` },
        { key: 'at', head: words.requested, width: 80, nowrap: true, cell: (row) => hour(row.requestedAt) },
        { key: 'by', head: words.by, width: 170, cell: (row) => row.requestedBy },
        { key: 'reason', head: words.reason, cell: (row) => row.reason },
        {
          key: 'consent',
          head: words.consent,
          width: 250,
          cell: ({ consent }) =>
            consent === null ? (
              <StatusMark meaning="uncertain">{words.open}</StatusMark>
            ) : (
              words.agreed(consent.by, moment(consent.at))
            ),
        },
      ]}
      empty={<EmptyState title={words.empty}>{words.emptyNote}</EmptyState>}
    />
  )
}
