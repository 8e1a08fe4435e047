import { openPostgres, openSqlite } from '../connection.ts'
import type { Engine, TestDatabase } from './open-test-db.ts'

/** Asks a test's database in SQL that no repository wrote: the office's days are those of Pontianak, seven hours ahead all year. */
export interface PlainSql {
  rows<Row>(sql: string): Promise<readonly Row[]>
  count(from: string): Promise<number>
  /** The office's day of a column of instants. */
  dayOf(column: string): string
  /** Whether a column of instants lies on office days, both included. */
  within(column: string, days: { readonly from: string; readonly through: string }): string
  /** The text at a path of a column of JSON. */
  json(column: string, ...path: readonly string[]): string
  close(): Promise<void>
}

/** Opens a reader beside the program's own. */
export async function openPlainSql(engine: Engine, { place }: TestDatabase): Promise<PlainSql> {
  const opened = await ('file' in place ? openSqlite(place.file, 'read') : openPostgres(place.url, 'read'))
  if (!opened.ok) throw new Error('the database cannot be read')
  const { reader, close } = opened.value
  const rows = async <Row>(sql: string): Promise<readonly Row[]> => {
    const answer = await reader.raw<readonly Row[] | { readonly rows: readonly Row[] }>(sql)
    return 'rows' in answer ? answer.rows : answer
  }
  const dayOf = (column: string): string =>
    engine === 'sqlite'
      ? `date(datetime(${column}, '+7 hours'))`
      : `to_char((${column})::timestamptz AT TIME ZONE 'Asia/Pontianak', 'YYYY-MM-DD')`
  return {
    rows,
    dayOf,
    close: () => close(),
    async count(from) {
      const [row] = await rows<{ n: number | string }>(`SELECT count(*) AS n FROM ${from}`)
      return Number(row?.n)
    },
    within: (column, { from, through }) => `${dayOf(column)} BETWEEN '${from}' AND '${through}'`,
    json: (column, ...path) =>
      engine === 'sqlite'
        ? `json_extract(${column}, '$.${path.join('.')}')`
        : `(${column}::jsonb #>> '{${path.join(',')}}')`,
  }
}
