import type { DispatchView } from '#contract/dispatch.ts'
import { relativeDay } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { dispatchStateLabel } from '#domain/wording/dispatch.ts'
import { pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { dispatchWords as words } from '../../locales/dispatch.ts'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Badge, StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'

const meanings: Readonly<Record<DispatchView['state'], Meaning>> = {
  open: 'not-yet',
  overdue: 'late',
  received: 'done',
  void: 'refused',
}

export const StateBadge = ({ state }: Pick<DispatchView, 'state'>) => (
  <Badge meaning={meanings[state]}>{dispatchStateLabel(state)}</Badge>
)

interface DispatchTableProps {
  lines: readonly DispatchView[]
  /** Nothing is open, and nothing was searched for. */
  nothingOpen: boolean
  selected: string | null | undefined
  onSelect: (id: string) => void
}

/** The lines of the book, the latest first. */
export function DispatchTable({ lines, nothingOpen, selected, onSelect }: DispatchTableProps) {
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const { heads } = words
  const columns: readonly Column<DispatchView>[] = [
    {
      key: 'number',
      head: heads.number,
      width: 124,
      nowrap: true,
      cell: (one) => <TwoLines first={one.number} second={relativeDay(one.sentOn, today)} />,
    },
    {
      key: 'what',
      head: heads.what,
      cell: (one) => <TwoLines first={one.text} second={one.dossier?.registrationNumber ?? '–'} />,
    },
    {
      key: 'recipient',
      head: heads.recipient,
      width: 200,
      cell: (one) => <TwoLines first={one.recipient} second={one.received?.receiver ?? one.broughtBy} />,
    },
    {
      key: 'state',
      head: heads.state,
      width: 148,
      cell: ({ state }) => <StatusMark meaning={meanings[state]}>{dispatchStateLabel(state)}</StatusMark>,
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
