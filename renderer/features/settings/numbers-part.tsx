import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useTRPC } from '../../lib/api-client.ts'
import { useUser } from '../../lib/session.ts'
import { passGuard } from '../../lib/unsaved-guard.ts'
import { settingsWords } from '../../locales/settings.ts'
import { EmptyState } from '../../ui/states.tsx'
import { FoundTable, isSearching, NumberSearchBar, SeriesTable, seriesKey } from './numbers-list.tsx'
import type { NumberSearch } from './numbers-list.tsx'
import { NumberPane, SeriesPane } from './numbers-pane.tsx'
import { PartFrame } from './part-frame.tsx'
import { idOf } from './settings-parts.ts'
import type { SettingsPartProps } from './settings-parts.ts'

const words = settingsWords.numbers

/** The series, or what is found in the register while something is looked for. */
function useNumbers() {
  const trpc = useTRPC()
  const { permissions } = useUser()
  const [, navigate] = useLocation()
  const [search, setSearch] = useState<NumberSearch>({ text: '', voidedOnly: false })
  const searching = isSearching(search)
  const series = useQuery(trpc.numbers.series.queryOptions())
  const found = useQuery(
    trpc.numbers.find.queryOptions(
      { series: null, scope: null, ...search },
      { enabled: searching, placeholderData: keepPreviousData },
    ),
  )
  return {
    search,
    setSearch,
    searching,
    series,
    found,
    shown: searching ? found : series,
    // Whoever only administers has no Berkas to open.
    onOpen: permissions.includes('work-dossiers') ? (id: string) => navigate(`~/berkas/${id}`) : undefined,
  }
}

type Numbers = ReturnType<typeof useNumbers>

/** *Nomor*: the series with their gaps and voids, and any number of the register. */
export function NumbersPart({ opened, onOpen, onSaved, title }: SettingsPartProps) {
  const numbers = useNumbers()
  return (
    <PartFrame<unknown>
      title={title}
      onOpen={onOpen}
      query={numbers.shown}
      above={
        <NumberSearchBar
          search={numbers.search}
          onSearch={(next) =>
            passGuard(() => {
              onSaved(null)
              numbers.setSearch(next)
            })
          }
        />
      }
      list={() => <NumbersList numbers={numbers} selected={idOf(opened)} onSelect={(id) => onOpen({ id })} />}
      pane={<NumbersPane numbers={numbers} selected={idOf(opened)} />}
    />
  )
}

interface NumbersListProps {
  numbers: Numbers
  selected: string | undefined
  onSelect: (key: string) => void
}

function NumbersList({ numbers, selected, onSelect }: NumbersListProps) {
  const { searching, found, series, onOpen } = numbers
  if (searching)
    return found.data === undefined ? null : (
      <FoundTable {...found.data} selected={selected} onSelect={onSelect} onOpen={onOpen} />
    )
  return series.data === undefined ? null : (
    <SeriesTable series={series.data} selected={selected} onSelect={onSelect} />
  )
}

function NumbersPane({ numbers, selected }: Pick<NumbersListProps, 'numbers' | 'selected'>) {
  const line = numbers.searching ? numbers.found.data?.lines.find(({ key }) => key === selected) : undefined
  if (line !== undefined) return <NumberPane line={line} onOpen={numbers.onOpen} />
  const series = numbers.searching
    ? undefined
    : numbers.series.data?.find((one) => seriesKey(one) === selected)
  if (series !== undefined) return <SeriesPane key={seriesKey(series)} series={series} />
  return (
    <EmptyState title={words.choose} top>
      {words.chooseNote}
    </EmptyState>
  )
}
