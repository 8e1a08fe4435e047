import type { ReactNode } from 'react'
import type { DossierLineView } from '#contract/dossier.ts'
import { dayName, tableDate } from '#domain/indonesian.ts'
import { daysBetween, weekdayOf } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { figure, pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { handoverWords } from '../../locales/handover.ts'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'

interface ReadyTableProps {
  lines: readonly DossierLineView[]
  selected: string | undefined
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  empty: ReactNode
  foot: ReactNode
}

/** The paper that waits: the permit by its number, or the letter that says no. */
export function paperOf(line: DossierLineView): string {
  const kind =
    line.productKind === 'refusal-letter'
      ? `${handoverWords.refusal} `
      : line.productKind === 'revocation-decree'
        ? `${handoverWords.decree} `
        : ''
  return `${kind}${line.productNumber ?? line.registrationNumber}`
}

/** Whole days of waiting at the counter; a refusal letter has no day of issue, so the stage itself is asked. */
export function waitingDays(line: DossierLineView, zone: string): number {
  const today = officeDateOf(pageMoment(), zone)
  return daysBetween(officeDateOf(line.stages[0]?.since ?? line.issuedAt ?? line.submittedAt, zone), today)
}

/** What lies ready at the counter; the one that has waited longest stands first. */
export function ReadyTable({ lines, selected, onSelect, onOpen, empty, foot }: ReadyTableProps) {
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const columns: readonly Column<DossierLineView>[] = [
    {
      key: 'holder',
      head: handoverWords.holder,
      cell: (line) => <TwoLines first={line.holderName} second={paperOf(line)} />,
    },
    { key: 'type', head: handoverWords.type, width: 96, nowrap: true, cell: (line) => line.permitTypeCode },
    {
      key: 'issued',
      head: handoverWords.issued,
      width: 176,
      nowrap: true,
      cell: (line) => {
        if (line.issuedAt === null) return '–'
        const day = officeDateOf(line.issuedAt, timeZone)
        return `${dayName(weekdayOf(day))}, ${tableDate(day, today)}`
      },
    },
    {
      key: 'waiting',
      head: handoverWords.waiting,
      width: 98,
      align: 'right',
      nowrap: true,
      cell: (line) => {
        const days = waitingDays(line, timeZone)
        return days === 0 ? handoverWords.today : handoverWords.days(figure(days))
      },
    },
  ]
  return (
    <DataTable
      label={handoverWords.list}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.id}
      selected={selected}
      onSelect={(line) => onSelect(line.id)}
      onOpen={(line) => onOpen(line.id)}
      density="two-line"
      empty={empty}
      foot={foot}
    />
  )
}
