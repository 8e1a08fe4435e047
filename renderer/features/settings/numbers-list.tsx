import type { FoundNumberView, SeriesView } from '#contract/numbers.ts'
import { figure, shortDayOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { settingsWords } from '../../locales/settings.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './settings.module.css'

const words = settingsWords.numbers

/** What is looked for in the register; nothing typed and no voids asked for: the series are shown. */
export interface NumberSearch {
  readonly text: string
  readonly voidedOnly: boolean
}

export const isSearching = ({ text, voidedOnly }: NumberSearch): boolean => text.trim() !== '' || voidedOnly

interface SearchBarProps {
  search: NumberSearch
  onSearch: (search: NumberSearch) => void
}

export function NumberSearchBar({ search, onSearch }: SearchBarProps) {
  return (
    <div className={styles.yearBar} role="search" aria-label={words.search}>
      <TextField
        label={words.search}
        labelHidden
        placeholder={words.search}
        width={360}
        value={search.text}
        onChange={(text) => onSearch({ ...search, text })}
      />
      <CheckboxField
        label={words.voidedOnly}
        checked={search.voidedOnly}
        onChange={(voidedOnly) => onSearch({ ...search, voidedOnly })}
      />
    </div>
  )
}

export const seriesKey = ({ series, scope }: Pick<SeriesView, 'series' | 'scope'>): string =>
  `${series} ${scope}`

/** *Nomor izin SIPD*; of former days with its year. */
export const seriesName = ({ label, type, running, scopeLabel }: SeriesView): string =>
  `${label}${type === null ? '' : ` ${type.code}`}${running ? '' : `, ${scopeLabel}`}`

/** How many serials were used before the program. */
export const countElsewhere = ({ elsewhere }: Pick<SeriesView, 'elsewhere'>): number =>
  elsewhere.reduce((sum, one) => sum + one.through - one.from + 1, 0)

interface SeriesTableProps {
  series: readonly SeriesView[]
  selected: string | undefined
  onSelect: (key: string) => void
}

export function SeriesTable({ series, selected, onSelect }: SeriesTableProps) {
  const { heads } = words
  const columns: readonly Column<SeriesView>[] = [
    { key: 'series', head: heads.series, cell: seriesName },
    {
      key: 'next',
      head: heads.next,
      width: 266,
      nowrap: true,
      cell: (one) => one.next ?? <span className={styles.off}>{words.ended}</span>,
    },
    { key: 'last', head: heads.last, width: 68, align: 'right', cell: (one) => figure(one.last) },
    { key: 'today', head: heads.today, width: 68, align: 'right', cell: (one) => figure(one.today) },
    { key: 'gaps', head: heads.gaps, width: 54, align: 'right', cell: (one) => figure(countElsewhere(one)) },
    { key: 'voided', head: heads.voided, width: 54, align: 'right', cell: (one) => figure(one.voided) },
  ]
  return (
    <DataTable
      label={words.list}
      columns={columns}
      rows={series}
      rowKey={seriesKey}
      selected={selected}
      onSelect={(one) => onSelect(seriesKey(one))}
    />
  )
}

interface FoundTableProps {
  lines: readonly FoundNumberView[]
  more: boolean
  selected: string | undefined
  onSelect: (key: string) => void
  /** undefined: who looks here has no Berkas to open. */
  onOpen: ((applicationId: string) => void) | undefined
}

export function FoundTable({ lines, more, selected, onSelect, onOpen }: FoundTableProps) {
  const { timeZone } = useOffice()
  const { foundHeads: heads } = words
  const columns: readonly Column<FoundNumberView>[] = [
    { key: 'number', head: heads.number, width: 266, nowrap: true, cell: (one) => one.text },
    { key: 'holder', head: heads.holder, cell: holderOf },
    { key: 'at', head: heads.at, width: 148, nowrap: true, cell: (one) => shortDayOf(one.takenAt, timeZone) },
    {
      key: 'state',
      head: heads.state,
      width: 80,
      cell: ({ voided }) =>
        voided === null ? words.inForce : <span className={styles.off}>{words.voided}</span>,
    },
  ]
  return (
    <DataTable
      label={words.found}
      columns={columns}
      rows={lines}
      rowKey={({ key }) => key}
      selected={selected}
      onSelect={({ key }) => onSelect(key)}
      {...(onOpen && {
        onOpen: ({ dossier }: FoundNumberView) => {
          if (dossier !== null) onOpen(dossier.applicationId)
        },
      })}
      foot={more ? words.more(lines.length) : undefined}
      empty={<EmptyState title={words.none}>{words.noneNote}</EmptyState>}
    />
  )
}

/** Whose number it is; of no dossier: reserved on a form, or the kind of paper. */
export const holderOf = ({ dossier, reserved, documentLabel }: FoundNumberView): string =>
  dossier?.holderName ?? (reserved ? words.reserved : documentLabel)
