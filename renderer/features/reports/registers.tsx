import type { DailyReportView } from '#contract/report.ts'
import { clockTime, numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { useOffice } from '../../lib/session.ts'
import { reportWords } from '../../locales/reports.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'

const words = reportWords.registers

type Issued = DailyReportView['issued'][number]
type Outgoing = DailyReportView['outgoing'][number]

interface RegisterProps<Row> {
  rows: readonly Row[]
  onOpen?: (applicationId: string) => void
}

const unknown = '–'

/** Permits that became final on the day, in the order of their numbers. */
export function IssuedList({ rows, onOpen }: RegisterProps<Issued>) {
  const { timeZone } = useOffice()
  return (
    <DataTable<Issued>
      label={reportWords.tabs.issued}
      rows={rows}
      rowKey={(row) => row.number}
      {...(onOpen === undefined ? {} : { onOpen: (row) => onOpen(row.applicationId) })}
      density="dense"
      columns={[
        { key: 'number', head: words.number, width: 272, nowrap: true, cell: (row) => row.number },
        { key: 'holder', head: words.holder, cell: (row) => row.holderName },
        { key: 'type', head: words.type, width: 90, cell: (row) => row.typeCode },
        { key: 'place', head: words.place, cell: (row) => row.facilityName ?? unknown },
        {
          key: 'time',
          head: words.time,
          width: 200,
          cell: (row) => {
            const hour = row.issuedAt === null ? unknown : clockTime(officeTimeOf(row.issuedAt, timeZone))
            return row.late ? (
              <StatusMark meaning="late">
                {hour}, {row.heldBy === null ? reportWords.late : reportWords.heldBy(row.heldBy)}
              </StatusMark>
            ) : (
              hour
            )
          },
        },
      ]}
      empty={<EmptyState title={reportWords.issuedEmpty}>{reportWords.issuedEmptyNote}</EmptyState>}
    />
  )
}

/** The outgoing register of the day: every letter with its number, and who has taken it. */
export function OutgoingRegister({ rows, onOpen }: RegisterProps<Outgoing>) {
  const { timeZone } = useOffice()
  const moment = (at: Instant): string =>
    `${numericDate(officeDateOf(at, timeZone))} ${clockTime(officeTimeOf(at, timeZone))}`
  return (
    <DataTable<Outgoing>
      label={reportWords.tabs.outgoing}
      rows={rows}
      rowKey={(row) => row.number}
      {...(onOpen === undefined ? {} : { onOpen: (row) => onOpen(row.applicationId) })}
      density="dense"
      columns={[
        { key: 'number', head: words.number, width: 272, nowrap: true, cell: (row) => row.number },
        { key: 'letter', head: words.letter, width: 140, cell: (row) => reportWords.letters[row.kind] },
        { key: 'holder', head: words.holder, cell: (row) => row.holderName },
        { key: 'type', head: words.type, width: 80, cell: (row) => row.typeCode },
        {
          key: 'issuedOn',
          head: words.issuedOn,
          width: 104,
          nowrap: true,
          cell: (row) => numericDate(row.issuedOn),
        },
        { key: 'receivedBy', head: words.receivedBy, cell: (row) => row.receivedBy ?? unknown },
        {
          key: 'handedOverAt',
          head: words.handedOverAt,
          width: 136,
          nowrap: true,
          cell: (row) => (row.handedOverAt === null ? unknown : moment(row.handedOverAt)),
        },
      ]}
      empty={<EmptyState title={reportWords.outgoingEmpty}>{reportWords.outgoingEmptyNote}</EmptyState>}
    />
  )
}
