import { decimal } from '../indonesian-numbers.ts'
import { clockTime, monthAndYear, numericDate } from '../indonesian.ts'
import type { Instant } from '../instant.ts'
import { officeDate, type OfficeDate } from '../office-date.ts'
import { officeDateOf, officeTimeOf, type ZoneName } from '../office-zone.ts'
import { maskFullNik } from './privacy.ts'
import type { BookCell, BookColumn, BookTable } from './report-book.ts'

/** `**word**` of a remark without its marks. */
export const plainText = (text: string): string => text.replaceAll('**', '')

/** `1.234,5`: figures as Indonesian papers write them. */
export function figureText(value: number, least = 0, most = 2): string {
  const [whole = '', fraction = ''] = decimal(value, most).split(',')
  const kept = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '')
  return kept === '' ? whole : `${whole},${kept}`
}

/** `22-11-2026 09.42` of the office's clock. */
export const momentText = (at: Instant, zone: ZoneName): string =>
  `${numericDate(officeDateOf(at, zone))} ${clockTime(officeTimeOf(at, zone))}`

/** A cell in the words of the office; empty: nothing is known or nothing applies. */
export function cellText(cell: BookCell, { kind, decimals }: BookColumn, zone: ZoneName): string {
  if (cell === null) return ''
  if (typeof cell === 'number') {
    if (kind === 'percent') return `${figureText(cell, 0, 1)} %`
    if (kind === 'working-days') return figureText(cell, decimals ?? 0, decimals ?? 1)
    return figureText(cell, decimals ?? 0, decimals ?? 2)
  }
  if (kind === 'day') return numericDate(cell as OfficeDate)
  if (kind === 'month') return monthAndYear(officeDate(`${cell}-01`))
  if (kind === 'moment') return momentText(cell as Instant, zone)
  return maskFullNik(cell)
}

/** What stands under a column; null: nothing. */
export const totalOf = ({ columns, rows }: BookTable, index: number): number | null =>
  columns[index]?.total === true &&
  // What no row knows has no sum either.
  (rows.length === 0 || rows.some((row) => typeof row[index] === 'number'))
    ? rows.reduce((sum, row) => sum + (typeof row[index] === 'number' ? row[index] : 0), 0)
    : null
