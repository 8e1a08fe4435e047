import { relativeDay } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { portalScreenWords as words } from '../../locales/portal.ts'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { PortalLine, Segment } from './lines.ts'

interface PortalTableProps {
  segment: Segment
  lines: readonly PortalLine[]
  selected: string | undefined
  onSelect: (id: string) => void
  onOpen: (line: PortalLine) => void
  empty?: { title: string; note: string }
}

/** One of the lists: whom it is about, what, since when, and what it needs. */
export function PortalTable({ segment, lines, selected, onSelect, onOpen, empty }: PortalTableProps) {
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const { heads } = words
  const columns: readonly Column<PortalLine>[] = [
    {
      key: 'who',
      head: heads.who,
      width: 200,
      cell: ({ who, number }) => <TwoLines first={who} second={number ?? words.nothing} />,
    },
    {
      key: 'about',
      head: heads.about,
      cell: ({ about, aboutNote }) => <TwoLines first={about} second={aboutNote} />,
    },
    {
      key: 'since',
      head: heads.since,
      width: 108,
      nowrap: true,
      cell: ({ since }) => relativeDay(officeDateOf(since, timeZone), today),
    },
    {
      key: 'mark',
      head: heads.mark,
      width: 216,
      nowrap: true,
      cell: ({ meaning, mark }) => <StatusMark meaning={meaning}>{mark}</StatusMark>,
    },
  ]
  return (
    <DataTable
      label={words.lists[segment]}
      density="two-line"
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      selected={selected}
      onSelect={({ id }) => onSelect(id)}
      onOpen={onOpen}
      empty={
        <EmptyState title={empty?.title ?? words.empty[segment]}>
          {empty?.note ?? words.emptyNote[segment]}
        </EmptyState>
      }
    />
  )
}
