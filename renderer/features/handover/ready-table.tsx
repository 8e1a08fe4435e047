import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DossierLineView } from '#contract/dossier.ts'
import type { WaitingPaperView } from '#contract/handover.ts'
import { relativeDay } from '#domain/indonesian.ts'
import { daysBetween } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { figure, pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { handoverWords } from '../../locales/handover.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column, Sorting } from '../../ui/data-table.tsx'
import { usePlaceColumn } from './place-column.ts'

interface ReadyTableProps {
  lines: readonly WaitingPaperView[]
  /** Chosen to go out together. */
  taken: readonly string[]
  onTake: (id: string) => void
  /** Shows how often whoever does not come was reminded, in place of the day of issue. */
  reminders: boolean
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

/** By the rack as a clerk walks along it (A-2 before A-12, no place last), or by waiting; else as it comes. */
export function inOrder(
  lines: readonly WaitingPaperView[],
  sorting: Sorting | undefined,
  zone: string,
): readonly WaitingPaperView[] {
  if (sorting === undefined) return lines
  const sign = sorting.descending ? -1 : 1
  if (sorting.column === 'waiting')
    return lines.toSorted((a, b) => sign * (waitingDays(a, zone) - waitingDays(b, zone)))
  const placed = lines.filter((one) => one.rackPlace !== null)
  const unplaced = lines.filter((one) => one.rackPlace === null)
  const byPlace = placed.toSorted(
    (a, b) => sign * (a.rackPlace ?? '').localeCompare(b.rackPlace ?? '', 'id', { numeric: true }),
  )
  return [...byPlace, ...unplaced]
}

/** What lies ready at the counter; the one that has waited longest stands first. */
export function ReadyTable(props: ReadyTableProps) {
  const { lines, taken, onTake, reminders, selected, onSelect, onOpen, empty, foot } = props
  const [sorting, setSorting] = useState<Sorting>()
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const wide = usePlaceColumn()
  const columns: readonly Column<WaitingPaperView>[] = [
    {
      key: 'take',
      head: handoverWords.choose,
      headHidden: true,
      width: 40,
      action: true,
      cell: (line) => (
        <CheckboxField
          name={handoverWords.chooseLine(line.holderName, paperOf(line))}
          checked={taken.includes(line.id)}
          onChange={() => onTake(line.id)}
        />
      ),
    },
    {
      key: 'rack',
      head: handoverWords.rack,
      width: 84,
      nowrap: true,
      sortable: true,
      cell: (line) => line.rackPlace ?? '–',
    },
    {
      key: 'holder',
      head: handoverWords.holder,
      cell: (line) => <TwoLines first={line.holderName} second={paperOf(line)} />,
    },
    { key: 'type', head: handoverWords.type, width: 88, nowrap: true, cell: (line) => line.permitTypeCode },
    ...wide,
    reminders
      ? {
          key: 'reminders',
          head: handoverWords.reminders,
          width: 164,
          nowrap: true,
          cell: (line) => (line.reminders === 0 ? '–' : handoverWords.remindedTimes(figure(line.reminders))),
        }
      : {
          key: 'issued',
          head: handoverWords.issued,
          width: 148,
          nowrap: true,
          cell: (line) => {
            if (line.issuedAt === null) return '–'
            return relativeDay(officeDateOf(line.issuedAt, timeZone), today)
          },
        },
    {
      key: 'waiting',
      head: handoverWords.waiting,
      width: 92,
      align: 'right',
      nowrap: true,
      sortable: true,
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
      rows={inOrder(lines, sorting, timeZone)}
      {...(sorting === undefined ? {} : { sorting })}
      onSort={setSorting}
      onToggle={(line) => onTake(line.id)}
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
