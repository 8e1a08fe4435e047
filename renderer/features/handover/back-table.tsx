import type { ReactNode } from 'react'
import type { OpenEndView } from '#contract/handover.ts'
import { relativeDay } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { figure, pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { handoverWords } from '../../locales/handover.ts'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { usePlaceColumn } from './place-column.ts'

const words = handoverWords.back

/** What of a dossier is left to be done, in words. */
function leftOf({ originals, owedPermit }: OpenEndView): string {
  const reasons = originals.flatMap(({ reason }) => reason ?? [])
  const kept = words.originalsKept(figure(originals.length))
  return [
    ...(originals.length === 0 ? [] : [reasons.length === 0 ? kept : `${kept}: ${reasons.join(', ')}`]),
    ...(owedPermit === null ? [] : [words.owed(owedPermit.reason)]),
  ].join(' · ')
}

interface BackTableProps {
  label: string
  lines: readonly OpenEndView[]
  /** What is listed has gone out already: the day of that is told instead of its state. */
  ended: boolean
  selected: string | undefined
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  empty: ReactNode
  foot?: ReactNode
}

/** Dossiers whose papers go home, or that leave something to be done. */
export function BackTable({ lines, ended, onSelect, onOpen, ...table }: BackTableProps) {
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const wide = usePlaceColumn()
  const columns: readonly Column<OpenEndView>[] = [
    {
      key: 'holder',
      head: handoverWords.holder,
      cell: (line) => (
        <TwoLines first={line.holderName} second={line.productNumber ?? line.registrationNumber} />
      ),
    },
    { key: 'type', head: handoverWords.type, width: 80, nowrap: true, cell: (line) => line.permitTypeCode },
    ...wide,
    ...(ended
      ? []
      : [
          {
            key: 'state',
            head: words.state,
            width: 128,
            nowrap: true,
            cell: (line: OpenEndView) => line.statusLabel,
          },
        ]),
    {
      key: 'since',
      head: ended ? words.handedOn : words.since,
      width: 132,
      nowrap: true,
      cell: (line) => relativeDay(officeDateOf(line.since, timeZone), today),
    },
    // Most of what goes home left no original here: no column for nothing.
    ...(lines.some((line) => leftOf(line) !== '')
      ? [
          {
            key: 'left',
            head: words.left,
            width: 216,
            cell: (line: OpenEndView) => leftOf(line) || '–',
          },
        ]
      : []),
  ]
  return (
    <DataTable
      {...table}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.id}
      onSelect={(line) => onSelect(line.id)}
      onOpen={(line) => onOpen(line.id)}
      density="two-line"
    />
  )
}
