import type { ComplaintLineView, ConsultationLineView } from '#contract/complaints.ts'
import { clockTime, numericDate, relativeDay } from '#domain/indonesian.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { complaintChannelLabel, complaintStateLabel } from '#domain/wording/complaint.ts'
import { channelLabel } from '#domain/wording/service-standard.ts'
import { figure, pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { complaintWords as words } from '../../locales/complaints.ts'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'

const meanings: Readonly<Record<ComplaintLineView['state'], Meaning>> = {
  new: 'not-yet',
  acknowledged: 'running',
  forwarded: 'running',
  answered: 'done',
  closed: 'done',
}

export const meaningOf = ({ state, overdue }: Pick<ComplaintLineView, 'state' | 'overdue'>): Meaning =>
  overdue ? 'late' : meanings[state]

/** How long is left, in words: *sisa 3 hari kerja*. */
export function clockWords(daysLeft: number): string {
  if (daysLeft === 0) return words.dueToday
  return daysLeft > 0 ? words.daysLeft(figure(daysLeft)) : words.late(figure(-daysLeft))
}

interface ComplaintTableProps {
  lines: readonly ComplaintLineView[]
  /** Nothing is open, and nothing was searched for. */
  nothingOpen: boolean
  selected: string | null | undefined
  onSelect: (id: string) => void
}

/** Complaints, what is due first first. What tells of a person is masked until one is opened. */
export function ComplaintTable({ lines, nothingOpen, selected, onSelect }: ComplaintTableProps) {
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const { heads } = words
  const columns: readonly Column<ComplaintLineView>[] = [
    {
      key: 'number',
      head: heads.number,
      width: 134,
      nowrap: true,
      cell: (one) => <TwoLines first={one.number} second={relativeDay(one.receivedOn, today)} />,
    },
    { key: 'what', head: heads.what, cell: (one) => <TwoLines first={one.topic} second={one.text} /> },
    {
      key: 'who',
      head: heads.who,
      width: 124,
      cell: (one) => (
        <TwoLines
          first={one.complainantMasked ?? words.unnamed}
          second={complaintChannelLabel(one.channel)}
        />
      ),
    },
    {
      key: 'due',
      head: heads.due,
      width: 128,
      cell: (one) => (
        <TwoLines
          first={numericDate(one.dueOn)}
          second={one.daysLeft === null ? '–' : clockWords(one.daysLeft)}
        />
      ),
    },
    {
      key: 'state',
      head: heads.state,
      width: 144,
      cell: (one) => <StatusMark meaning={meaningOf(one)}>{complaintStateLabel(one.state)}</StatusMark>,
    },
  ]
  return (
    <DataTable
      label={words.list}
      density="two-line"
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      selected={selected ?? undefined}
      onSelect={({ id }) => onSelect(id)}
      empty={
        <EmptyState title={nothingOpen ? words.empty : words.none}>
          {nothingOpen ? words.emptyNote : words.noneNote}
        </EmptyState>
      }
    />
  )
}

/** What was asked at the counters and on the telephone, the latest first. */
export function ConsultationTable({ lines }: { lines: readonly ConsultationLineView[] }) {
  const { timeZone } = useOffice()
  const heads = words.consultHeads
  return (
    <DataTable<ConsultationLineView>
      label={words.consultations}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'at',
          head: heads.at,
          width: 144,
          nowrap: true,
          cell: (one) =>
            `${numericDate(officeDateOf(one.at, timeZone))} ${clockTime(officeTimeOf(one.at, timeZone))}`,
        },
        {
          key: 'what',
          head: heads.what,
          width: 150,
          cell: (one) => `${one.permitTypeCode}, ${one.kindLabel.toLowerCase()}`,
        },
        { key: 'question', head: heads.question, cell: (one) => one.question ?? '–' },
        { key: 'way', head: heads.way, width: 104, cell: (one) => channelLabel(one.channel) },
        { key: 'by', head: heads.by, width: 140, cell: (one) => one.by },
      ]}
      empty={<EmptyState title={words.noConsultations}>{words.noConsultationsNote}</EmptyState>}
    />
  )
}
