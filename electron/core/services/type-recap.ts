import type { Instant } from '#domain/instant.ts'
import { factKinds } from '#domain/report-facts.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { countOfColumn, typeRecapColumns, type TypeRecapColumn } from '#domain/type-recap.ts'
import type { Queries } from '#ports/queries.ts'
import { groupLabels } from './group-labels.ts'
import type { Office } from './office.ts'

export type TypeRecapValues = Readonly<Record<TypeRecapColumn, number>>

/** The figures of a span by permit type. */
export interface TypeRecap {
  /** Types with something in them, by their codes: a later order of the offers changes no recap of before. */
  readonly rows: readonly {
    readonly code: string
    readonly label: string
    readonly values: TypeRecapValues
  }[]
  readonly total: TypeRecapValues
}

const valuesOf = (value: (column: TypeRecapColumn) => number): TypeRecapValues =>
  Object.fromEntries(typeRecapColumns.map((column) => [column, value(column)])) as Record<
    TypeRecapColumn,
    number
  >

/** How many of each permit type are in each column. */
export const countTypeRecap = (
  queries: Pick<Queries, 'countFacts'>,
  days: DaySpan,
  asOf: Instant | null,
): Promise<readonly (readonly [TypeRecapColumn, ReadonlyMap<string, number>])[]> =>
  Promise.all(
    typeRecapColumns.map(async (column) => {
      const cells = await queries.countFacts(
        { ...countOfColumn(column, days), asOf },
        { by: 'permit-type', per: null },
      )
      const counted = new Map<string, number>()
      for (const { group, n } of cells) counted.set(group, (counted.get(group) ?? 0) + n)
      return [column, counted] as const
    }),
  )

/** The recap of a month, a year or any days by permit type. Only reads; each figure opens by `listFacts` with its condition. */
export const typeRecap =
  ({ office, queries }: { readonly office: Office; readonly queries: Queries }) =>
  async (days: DaySpan, asOf: Instant | null): Promise<TypeRecap> => {
    const counted = await countTypeRecap(queries, days, asOf)
    const columns = new Map(counted)
    const label = await groupLabels(office, queries, 'permit-type', { days, kinds: factKinds, asOf })
    const codes = [...new Set(counted.flatMap(([, found]) => [...found.keys()]))].sort()
    const rows = codes.map((code) => ({
      code,
      label: label(code),
      values: valuesOf((column) => columns.get(column)?.get(code) ?? 0),
    }))
    return { rows, total: valuesOf((column) => rows.reduce((sum, one) => sum + one.values[column], 0)) }
  }
