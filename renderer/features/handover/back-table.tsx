import type { ReactNode } from 'react'
import type { OpenEndView } from '#contract/handover.ts'
import { figure } from '../../lib/format.ts'
import { handoverWords } from '../../locales/handover.ts'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'

const words = handoverWords.back

/** What of a dossier is left to be done, in words. */
export function leftOf({ originals, owedPermit }: OpenEndView): string {
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
  selected: string | undefined
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  empty: ReactNode
}

/** Dossiers whose papers go home, or that leave something to be done. */
export function BackTable({ label, lines, selected, onSelect, onOpen, empty }: BackTableProps) {
  const columns: readonly Column<OpenEndView>[] = [
    {
      key: 'holder',
      head: handoverWords.holder,
      cell: (line) => (
        <TwoLines first={line.holderName} second={line.productNumber ?? line.registrationNumber} />
      ),
    },
    { key: 'type', head: handoverWords.type, width: 88, nowrap: true, cell: (line) => line.permitTypeCode },
    { key: 'state', head: words.state, width: 140, nowrap: true, cell: (line) => line.statusLabel },
    { key: 'left', head: words.left, width: 280, cell: (line) => leftOf(line) || '–' },
  ]
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.id}
      selected={selected}
      onSelect={(line) => onSelect(line.id)}
      onOpen={(line) => onOpen(line.id)}
      density="two-line"
      empty={empty}
    />
  )
}
