import { useSearchParams } from 'wouter'
import type { FigureKey } from '#contract/report.ts'
import { dateParts, addDays, parseOfficeDate } from '#domain/office-date.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { dayRange, monthAndYear, monthName } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { factDimensions } from '#domain/report-facts.ts'
import type { FactDimension } from '#domain/report-facts.ts'
import { reportFigures } from '#domain/report-figures.ts'
import { periodAround, periodBefore } from '#domain/report-period.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { reportWords } from '../../locales/reports.ts'
import type { GridCell } from './figure-grid.tsx'

const words = reportWords.period

export const spanKinds = ['month', 'quarter', 'year', 'range'] as const
export type SpanKind = (typeof spanKinds)[number]

const names = {
  kind: 'masa',
  from: 'dari',
  through: 'sampai',
  by: 'menurut',
  tab: 'lihat',
  figure: 'rekap',
  row: 'baris',
  column: 'kolom',
} as const
type Name = keyof typeof names

/** A period in words: `Oktober 2026`, `Triwulan 4 2026`, `Tahun 2026`, `1–19 November 2026`. */
export function sayPeriod(kind: SpanKind, { from, through }: DaySpan): string {
  const { year, month } = dateParts(from)
  if (kind === 'month') return monthAndYear(from)
  if (kind === 'quarter') return words.quarter(Math.ceil(month / 3), year)
  if (kind === 'year') return words.year(year)
  return dayRange(from, through)
}

/** The same for a narrow place: `Okt 2026`, `Tw 4 2026`, `2026`, `1–23 Okt 2026`, `1 Jul–23 Agu 2026`. */
export function sayShortly(kind: SpanKind, { from, through }: DaySpan): string {
  const { year, month, day } = dateParts(from)
  if (kind === 'month') return `${monthName(month).slice(0, 3)} ${year}`
  if (kind === 'quarter') return words.shortQuarter(Math.ceil(month / 3), year)
  if (kind === 'year') return String(year)
  const last = dateParts(through)
  const shortMonth = (one: number): string => monthName(one).slice(0, 3)
  const until = `${last.day} ${shortMonth(last.month)} ${last.year}`
  if (from === through) return until
  if (from.slice(0, 7) === through.slice(0, 7)) return `${day}–${until}`
  return `${day} ${shortMonth(month)}${year === last.year ? '' : ` ${year}`}–${until}`
}

/** The period that follows one of the same kind, or comes before it. */
function moved(kind: SpanKind, days: DaySpan, step: 1 | -1): DaySpan {
  if (kind !== 'range') return periodAround(kind, addDays(step === 1 ? days.through : days.from, step))
  if (step === -1) return periodBefore(days)
  const length = Math.round((Date.parse(days.through) - Date.parse(days.from)) / 86_400_000)
  const from = addDays(days.through, 1)
  return { from, through: addDays(from, length) }
}

const oneOf = <Word extends string>(all: readonly Word[], text: string | null, other: Word): Word =>
  all.find((one) => one === text) ?? other

/**
 * What *Periode* shows, wholly in its address: a link, the way back and a reload show the same. Without an address it is the
 * month of today.
 */
export function usePeriodAddress() {
  const { timeZone } = useOffice()
  const [search, setSearch] = useSearchParams()
  const today = officeDateOf(pageMoment(), timeZone)
  const get = (name: Name): string | null => search.get(names[name])
  const dayIn = (name: Name): OfficeDate | null => {
    const read = parseOfficeDate(get(name) ?? '')
    return read.ok ? read.value : null
  }
  const kind = oneOf(spanKinds, get('kind'), 'month')
  const from = dayIn('from') ?? today
  const through = dayIn('through') ?? today
  const days =
    kind === 'range' ? { from: from <= through ? from : through, through } : periodAround(kind, from)
  const column = get('column')
  const cell: GridCell | null = column === null ? null : { row: get('row'), column }
  const set = (values: Readonly<Partial<Record<Name, string | null>>>) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries(values)) {
          const key = names[name as Name]
          if (value === null) after.delete(key)
          else after.set(key, value)
        }
        return after
      },
      { replace: true },
    )
  const closed = { row: null, column: null }
  const show = (next: DaySpan) => {
    if (next.from <= today) set({ from: next.from, through: next.through, ...closed })
  }
  return {
    today,
    kind,
    days,
    by: oneOf<FactDimension>(factDimensions, get('by'), 'permit-type'),
    tab: oneOf(['groups', 'types', 'recap', 'changes'], get('tab'), 'groups'),
    figure: oneOf<FigureKey>(reportFigures, get('figure'), 'issued'),
    cell,
    isLast: moved(kind, days, 1).from > today,
    setKind: (next: SpanKind) => {
      const whole = next === 'range' ? days : periodAround(next, days.from > today ? today : days.from)
      set({ kind: next, from: whole.from, through: whole.through, ...closed })
    },
    show,
    move: (step: 1 | -1) => show(moved(kind, days, step)),
    setBy: (by: FactDimension) => set({ by, ...closed }),
    setTab: (tab: string) => set({ tab, ...closed }),
    setFigure: (figure: FigureKey) => set({ figure, ...closed }),
    open: ({ row, column: opened }: GridCell) => set({ row, column: opened }),
    close: () => set(closed),
  }
}

export type PeriodAddress = ReturnType<typeof usePeriodAddress>
