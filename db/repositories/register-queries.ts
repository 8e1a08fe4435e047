import type { FoundNumber, NumberSpan, Queries } from '#ports/queries.ts'
import type { Knex } from 'knex'
import type { OfficialNumberRow } from '../rows/office-rows.ts'
import { makeApplicationQueries } from './application-queries.ts'
import { toNumberLine } from './office-queries.ts'
import { rowsOf } from './reading.ts'

type VoidRow = OfficialNumberRow & {
  readonly registration_number: string | null
  readonly holder_name: string | null
}

interface SpanRow {
  readonly series: string
  readonly scope: string
  readonly first: number | string
  readonly last: number | string
  readonly given: number | string
  readonly voided: number | string
}

type Names =
  'listVoidedNumbers' | 'numberSpans' | 'listSignedElectronically' | 'listExpiring' | 'listFormerlyExpiring'

/** Registers that are read across every series, and the permits that come to their end. */
export function makeRegisterQueries(reader: Knex): Pick<Queries, Names> {
  const { findApplications } = makeApplicationQueries(reader)
  const statesOf = async (sql: string, values: readonly string[]) => {
    const rows = await rowsOf<{ application_id: string }>(reader, sql, [...values])
    const ids = [...new Set(rows.map((row) => row.application_id))]
    const states = new Map((await findApplications(ids)).map((one) => [one.id, one]))
    return ids.flatMap((id) => states.get(id) ?? [])
  }
  return {
    async listVoidedNumbers({ from, until }) {
      const rows = await rowsOf<VoidRow>(
        reader,
        `SELECT n.*, a.registration_number, a.holder_name FROM official_numbers n
          LEFT JOIN applications a ON a.id = n.application_id
          WHERE n.voided_at >= ? AND n.voided_at < ?
          ORDER BY n.voided_at, n.series, n.scope, n.serial`,
        [from, until],
      )
      return rows.map((row): FoundNumber => ({
        ...toNumberLine(row),
        serial: Number(row.serial),
        registrationNumber: row.registration_number,
        holderName: row.holder_name,
      }))
    },
    async numberSpans({ from, until }, asOf) {
      const rows = await rowsOf<SpanRow>(
        reader,
        `SELECT series, scope, MIN(serial) AS first, MAX(serial) AS last, COUNT(*) AS given,
            SUM(CASE WHEN voided_at < ? THEN 1 ELSE 0 END) AS voided
          FROM official_numbers WHERE taken_at >= ? AND taken_at < ?
          GROUP BY series, scope ORDER BY series, scope`,
        [asOf, from, asOf < until ? asOf : until],
      )
      return rows.map(({ series, scope, ...row }): NumberSpan => ({
        series,
        scope,
        first: Number(row.first),
        last: Number(row.last),
        given: Number(row.given),
        voided: Number(row.voided),
      }))
    },
    listSignedElectronically: ({ from, until }) =>
      statesOf(
        `SELECT application_id FROM products
          WHERE signature_method = 'electronic' AND signed_at >= ? AND signed_at < ?
          ORDER BY signed_at, id`,
        [from, until],
      ),
    listExpiring: (from, through) =>
      statesOf(
        `SELECT id AS application_id FROM applications
          WHERE product_kind = 'permit' AND issued_at IS NOT NULL
            AND product_valid_until >= ? AND product_valid_until <= ?
          ORDER BY product_valid_until, position`,
        [from, through],
      ),
    listFormerlyExpiring: (from, through) =>
      statesOf(
        `SELECT application_id FROM products
          WHERE given_up = 1 AND kind = 'permit' AND valid_until >= ? AND valid_until <= ?
          ORDER BY valid_until, id`,
        [from, through],
      ),
  }
}
