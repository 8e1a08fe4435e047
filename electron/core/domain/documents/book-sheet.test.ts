import { describe, expect, it } from 'vitest'
import { officeDate } from '../office-date.ts'
import { instant } from '../testing/builders.ts'
import { bookSheet } from './book-sheet.ts'
import { PAPERS } from './paper.ts'
import type { BookBars, ReportBook } from './report-book.ts'
import type { Block } from './sheet.ts'
import { aDailyReport } from './testing/more-samples.ts'

const days = { from: officeDate('2026-11-01'), through: officeDate('2026-11-30') }
const book = (bars: BookBars): ReportBook => ({
  kind: 'period',
  title: 'Laporan periode',
  days,
  asOf: instant('2026-12-01T00:00:00.000Z'),
  figures: [{ key: 'issued', label: 'terbit', value: 30 }],
  remarks: [],
  bars: [bars],
  tables: [],
})
const thirty = Array.from({ length: 30 }, (_, at) => ({ label: String(at + 1), value: at }))
const sheetOf = (bars: BookBars): readonly Block[] =>
  bookSheet(
    {
      letterhead: aDailyReport(1).letterhead,
      book: book(bars),
      zone: 'Asia/Jakarta',
      signers: [{ lead: 'Mengetahui,', titleLines: [], name: '', rank: null, nip: null }],
      printed: null,
    },
    PAPERS.a4Landscape,
  ).blocks
const inside = (block: Block): readonly Block[] =>
  block.kind === 'beside' ? block.columns.flatMap(({ blocks }) => blocks.flatMap(inside)) : [block]
const chartOf = (bars: BookBars) =>
  sheetOf(bars)
    .flatMap(inside)
    .find((one) => one.kind === 'bars' || one.kind === 'columns')

describe('the chart of a report on paper', () => {
  it('shows a course of time whole, every day in its order, what is past its limit apart', () => {
    const bars = thirty.map((one) => ({ ...one, beyond: one.value > 28 ? 1 : 0 }))
    const chart = chartOf({ title: 'Izin terbit per hari', course: true, bars })
    if (chart?.kind !== 'columns') throw new Error('a course of time has another chart')
    expect(chart.columns.map(({ label, value }) => ({ label, value }))).toEqual(thirty)
    expect(chart.columns.at(-1)).toMatchObject({ shown: '29', beyond: 1 })
    expect(JSON.stringify(sheetOf({ title: 'Izin', course: true, bars }))).toContain('terang: lewat batas')
  })

  it('sums up the rest of what has no order in time', () => {
    const chart = chartOf({ title: 'Menurut jenis', bars: thirty })
    const rest = thirty.slice(8).reduce((sum, one) => sum + one.value, 0)
    expect(chart?.kind === 'bars' && chart.bars.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      ...thirty.slice(0, 8).map((one) => `${one.label}: ${one.value}`),
      `Lainnya: ${rest}`,
    ])
  })

  it('is left out of a span in which nothing happened', () => {
    const quiet = thirty.map(({ label }) => ({ label, value: 0 }))
    expect(chartOf({ title: 'Izin terbit per hari', course: true, bars: quiet })).toBeUndefined()
  })
})
