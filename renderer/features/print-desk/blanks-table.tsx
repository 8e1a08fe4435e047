import type { BlankEntryView } from '#contract/blanks.ts'
import { clockTime, relativeDay } from '#domain/indonesian.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { blankStateLabel } from '#domain/wording/blank-ledger.ts'
import { pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { blankWords as words } from '../../locales/blanks.ts'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'

const meanings: Readonly<Record<BlankEntryView['state'], Meaning>> = {
  unknown: 'uncertain',
  printed: 'done',
  spoiled: 'refused',
  unused: 'not-yet',
}

export const BlankMark = ({ state }: Pick<BlankEntryView, 'state'>) => (
  <StatusMark meaning={meanings[state]}>{blankStateLabel(state)}</StatusMark>
)

/** The number of the paper, and below it the name on it; behind that, why it is worth nothing. */
function linesOf({ title, reason, takenBy }: BlankEntryView): readonly [string, string] {
  const [number = '', ...name] = title.split(' ')
  const isPaper = number.includes('/') && name.length > 0
  const why = reason === null || reason === title ? [] : [reason]
  return isPaper ? [number, [name.join(' '), ...why].join(' · ')] : [title, [...why, takenBy].join(' · ')]
}

interface BlanksTableProps {
  entries: readonly BlankEntryView[]
  searched: boolean
  selected: string | undefined
  onSelect: (id: string) => void
}

/** The lines of the card, the latest first. */
export function BlanksTable({ entries, searched, selected, onSelect }: BlanksTableProps) {
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const columns: readonly Column<BlankEntryView>[] = [
    {
      key: 'at',
      head: words.heads.at,
      width: 112,
      nowrap: true,
      cell: ({ takenAt }) => (
        <TwoLines
          first={relativeDay(officeDateOf(takenAt, timeZone), today)}
          second={clockTime(officeTimeOf(takenAt, timeZone))}
        />
      ),
    },
    {
      key: 'serial',
      head: words.heads.serial,
      width: 112,
      nowrap: true,
      cell: ({ serial }) => serial ?? words.noSerial,
    },
    {
      key: 'title',
      head: words.heads.title,
      cell: (one) => {
        const [first, second] = linesOf(one)
        return <TwoLines first={first} second={second} />
      },
    },
    { key: 'state', head: words.heads.state, width: 132, cell: (one) => <BlankMark state={one.state} /> },
  ]
  return (
    <DataTable
      label={words.list}
      density="two-line"
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
      selected={selected}
      onSelect={({ id }) => onSelect(id)}
      empty={
        <EmptyState title={searched ? words.foundNone : words.empty}>
          {searched ? words.foundNoneNote : words.emptyNote}
        </EmptyState>
      }
    />
  )
}
