import type { NumberStart } from '#domain/number-start.ts'
import type { Queries } from '#ports/queries.ts'
import type { Knex } from 'knex'
import type { NumberStartRow, OfficialNumberRow } from '../rows/office-rows.ts'
import { toNumberLine } from './office-queries.ts'
import { rowsOf } from './reading.ts'

export const toNumberStartRow = (start: NumberStart): Omit<NumberStartRow, 'position'> => ({
  id: start.id,
  series: start.series,
  scope: start.scope,
  serial_before: start.before,
  last_serial: start.last,
  reason: start.reason,
  started_by_user_id: start.by.userId,
  started_by: start.by.name,
  started_at: start.at,
})

const fromRow = (row: NumberStartRow): NumberStart => ({
  id: row.id,
  series: row.series,
  scope: row.scope,
  before: Number(row.serial_before),
  last: Number(row.last_serial),
  reason: row.reason,
  by: { userId: row.started_by_user_id, name: row.started_by },
  at: row.started_at as NumberStart['at'],
})

interface FiguresRow {
  readonly series: string
  readonly scope: string
  readonly given: number
  readonly voided: number
  readonly in_span: number
}

const figuresSql = `
  SELECT series, scope, COUNT(*) AS given, COUNT(voided_at) AS voided,
    COUNT(CASE WHEN taken_at >= ? AND taken_at < ? THEN 1 END) AS in_span
  FROM official_numbers GROUP BY series, scope ORDER BY series, scope`

type FoundRow = OfficialNumberRow & {
  readonly registration_number: string | null
  readonly holder_name: string | null
}

/** What stands for itself in a LIKE. */
const plain = (word: string): string => word.toLowerCase().replace(/[\\%_]/g, '\\$&')

type Names = 'listNumberStarts' | 'numberFigures' | 'findNumbers'

/** Series, their beginnings, and the register with the dossiers behind it. */
export const makeNumberQueries = (reader: Knex): Pick<Queries, Names> => ({
  async listNumberStarts() {
    return (await reader<NumberStartRow>('number_starts').orderBy('position')).map(fromRow)
  },
  async numberFigures({ from, until }) {
    const rows = await rowsOf<FiguresRow>(reader, figuresSql, [from, until])
    return rows.map((row) => ({
      series: row.series,
      scope: row.scope,
      given: Number(row.given),
      voided: Number(row.voided),
      inSpan: Number(row.in_span),
    }))
  },
  async findNumbers({ series, scope, words, voidedOnly, limit }) {
    const conditions = [
      ...(series === undefined ? [] : ['n.series = ?']),
      ...(scope === undefined ? [] : ['n.scope = ?']),
      ...(voidedOnly ? ['n.voided_at IS NOT NULL'] : []),
      ...words.map(
        () =>
          `LOWER(n.text || ' ' || COALESCE(a.registration_number || ' ' || a.holder_name, '')) LIKE ? ESCAPE '\\'`,
      ),
    ]
    const rows = await rowsOf<FoundRow>(
      reader,
      `SELECT n.*, a.registration_number, a.holder_name FROM official_numbers n
        LEFT JOIN applications a ON a.id = n.application_id
        ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
        ORDER BY n.taken_at DESC, n.series, n.serial DESC LIMIT ?`,
      [
        ...(series === undefined ? [] : [series]),
        ...(scope === undefined ? [] : [scope]),
        ...words.map((word) => `%${plain(word)}%`),
        limit,
      ],
    )
    return rows.map((row) => ({
      ...toNumberLine(row),
      serial: Number(row.serial),
      registrationNumber: row.registration_number,
      holderName: row.holder_name,
    }))
  },
})
