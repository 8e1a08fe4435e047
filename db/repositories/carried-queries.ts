import type { CarriedLine, Queries } from '#ports/queries.ts'
import type { Knex } from 'knex'
import type { ApplicationRow } from '../rows/application-rows.ts'
import { fromLineRow, lineColumns, type LineRow } from './dossier-line.ts'
import { rowsOf } from './reading.ts'

type CarriedRow = LineRow & Pick<ApplicationRow, 'carried_at' | 'product_issued_on' | 'product_valid_until'>

const columns = [...lineColumns, 'carried_at', 'product_issued_on', 'product_valid_until']
  .map((column) => `a.${column}`)
  .join(', ')

/** What came from the office's former books. */
export function makeCarriedQueries(reader: Knex): Pick<Queries, 'listCarriedOver' | 'countCarriedOver'> {
  return {
    async listCarriedOver(book, limit) {
      const rows = await rowsOf<CarriedRow>(
        reader,
        `SELECT ${columns} FROM applications a WHERE a.carried_book = ?
          ORDER BY a.carried_at DESC, a.position DESC LIMIT ?`,
        [book, limit],
      )
      return rows.map(fromRow)
    },
    async countCarriedOver() {
      const rows = await rowsOf<{ carried_book: string; dossiers: number }>(
        reader,
        `SELECT carried_book, count(*) AS dossiers FROM applications WHERE carried_book IS NOT NULL GROUP BY carried_book`,
        [],
      )
      const of = (book: string) => Number(rows.find((row) => row.carried_book === book)?.dossiers ?? 0)
      return { running: of('running'), permit: of('permit') }
    },
  }
}

const fromRow = (row: CarriedRow): CarriedLine => ({
  ...fromLineRow(row),
  carriedAt: row.carried_at as CarriedLine['carriedAt'],
  issuedOn: row.product_issued_on as CarriedLine['issuedOn'],
  validUntil: row.product_valid_until as CarriedLine['validUntil'],
})
