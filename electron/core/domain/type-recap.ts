import { officeDate } from './office-date.ts'
import type { FactDimension, FactKind } from './report-facts.ts'
import type { DaySpan } from './report-period.ts'

/** The columns of the recap by permit type (domain 10.1, *Monthly / yearly recap by type*). */
export const typeRecapColumns = [
  'received',
  'new',
  'renewal',
  'amendment',
  'replacement',
  'second',
  'third',
  'refused',
  'returned',
  'revoked',
  'inProcess',
] as const
export type TypeRecapColumn = (typeof typeRecapColumns)[number]

/** What a cell of the recap counts; the same condition gives the dossiers behind it. */
export interface TypeRecapCount {
  readonly days: DaySpan
  readonly kinds: readonly FactKind[]
  readonly where: Readonly<Partial<Record<FactDimension, string>>>
  readonly undecided: boolean
}

const beforeAll = officeDate('1900-01-01')

/**
 * What a column of the recap of these days counts, of all types together. Permits are counted by the day on which they became
 * *terbit*: as `new`, `renewal`, `amendment` or `replacement`, and those for a second or third practice place once more.
 * `inProcess`: received, or taken over from the running book of before, until the last of the days, and not yet ended then.
 */
export function countOfColumn(column: TypeRecapColumn, days: DaySpan): TypeRecapCount {
  const counting = (kind: FactKind, where: TypeRecapCount['where'] = {}): TypeRecapCount => ({
    days,
    kinds: [kind],
    where,
    undecided: false,
  })
  switch (column) {
    case 'new':
    case 'renewal':
    case 'amendment':
    case 'replacement':
      return counting('issued', { 'application-kind': column })
    case 'second':
      return counting('issued', { 'practice-ordinal': '2' })
    case 'third':
      return counting('issued', { 'practice-ordinal': '3' })
    case 'received':
    case 'refused':
    case 'returned':
    case 'revoked':
      return counting(column)
    case 'inProcess':
      return {
        days: { from: beforeAll, through: days.through },
        kinds: ['received', 'carried'],
        where: {},
        undecided: true,
      }
  }
}

/** Columns without which the recap says the same when nothing of them happened. */
export const seldomColumns: readonly TypeRecapColumn[] = ['amendment', 'replacement', 'second', 'third']
