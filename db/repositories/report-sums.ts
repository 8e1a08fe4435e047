import { groupOf, sumOfAll, summedDimensions, type ReportFact } from '#domain/report-facts.ts'
import type { Knex } from 'knex'
import type { ReportSumRow } from '../rows/report-rows.ts'
import { inPortions, rowsOf } from './reading.ts'

/**
 * What one transaction changes in the daily sums. All transactions of a day change the same few lines, so nothing is
 * written before their end, and then in one order: two stations never wait for each other in a circle, and one waits for
 * another no longer than its commit takes.
 */
export interface SumChanges {
  /** Counts a standing fact in, or (−1) out. */
  count(fact: ReportFact, by: 1 | -1): void
  /** Writes the changes; called once, as the last statements of the transaction. */
  write(): Promise<void>
}

const keyOf = (row: ReportSumRow): string => [row.dimension, row.kind, row.day, row.value].join('\u0000')

export function collectSums(trx: Knex): SumChanges {
  const changes = new Map<string, ReportSumRow>()
  return {
    count(fact, by) {
      if (fact.reversed !== null) return
      for (const row of sumRowsOf(fact)) {
        const key = keyOf(row)
        const before = changes.get(key) ?? { ...row, n: 0, late: 0 }
        changes.set(key, { ...before, n: before.n + by * row.n, late: before.late + by * row.late })
      }
    },
    async write() {
      const rows = [...changes]
        .filter(([, row]) => row.n !== 0 || row.late !== 0)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, row]) => row)
      changes.clear()
      await inPortions(rows, (portion) =>
        trx.raw(
          `INSERT INTO report_sums (dimension, kind, day, value, n, late)
            VALUES ${portion.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}
            ON CONFLICT (dimension, kind, day, value)
            DO UPDATE SET n = report_sums.n + excluded.n, late = report_sums.late + excluded.late`,
          portion.flatMap((row) => [row.dimension, row.kind, row.day, row.value, row.n, row.late]),
        ),
      )
    },
  }
}

/** The lines of the sums in which a fact counts, each with its own share. */
function sumRowsOf(fact: ReportFact): readonly ReportSumRow[] {
  const share = { kind: fact.kind, day: fact.day, n: 1, late: fact.late ? 1 : 0 }
  return [
    { ...share, dimension: sumOfAll, value: '' },
    ...summedDimensions.map((dimension) => ({ ...share, dimension, value: groupOf(fact, dimension) })),
  ]
}

/** Columns of `report_facts` by what is summed; empty text where there is none. */
export const groupColumns = {
  'permit-type': 'f.permit_type_code',
  'application-kind': 'f.application_kind',
  'practice-ordinal': "COALESCE(CAST(f.practice_ordinal AS TEXT), '')",
  channel: 'f.channel',
  clerk: "COALESCE(f.user_id, '')",
  counter: 'f.counter',
  district: "COALESCE(f.district, '')",
  facility: "COALESCE(f.facility, '')",
  profession: "COALESCE(f.profession, '')",
} as const

/** What the standing facts sum up to, in the columns of the sums, without their empty lines. */
export const sumsOfFactsSql = [
  [sumOfAll, "''"],
  ...summedDimensions.map((dimension) => [dimension, groupColumns[dimension]]),
]
  .map(
    ([dimension, column]) => `SELECT '${dimension}' AS dimension, f.kind, f.day, ${column} AS value,
      count(*) AS n, sum(f.late) AS late FROM report_facts f WHERE f.reversed_at IS NULL
      GROUP BY f.kind, f.day, ${column === "''" ? 'f.kind' : column}`,
  )
  .join(' UNION ALL ')

/** Where the sums say something else than the standing facts, at most so many lines; empty: nowhere. */
export function sumsThatDiffer(
  reader: Knex,
  limit: number,
): Promise<readonly Pick<ReportSumRow, 'dimension' | 'kind' | 'day' | 'value'>[]> {
  return rowsOf(
    reader,
    `SELECT dimension, kind, day, value FROM (
      SELECT dimension, kind, day, value, n, late FROM report_sums
      UNION ALL SELECT dimension, kind, day, value, -n, -late FROM (${sumsOfFactsSql}) c
    ) both_sides GROUP BY dimension, kind, day, value HAVING sum(n) <> 0 OR sum(late) <> 0
    ORDER BY day, kind, dimension, value LIMIT ?`,
    [limit],
  )
}
