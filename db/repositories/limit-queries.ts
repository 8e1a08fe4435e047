import type { DossierLine } from '#ports/dossier-line.ts'
import type { ReportQueries } from '#ports/report-queries.ts'
import type { Knex } from 'knex'
import { fromLineRow, lineColumns, type LineRow } from './dossier-line.ts'
import { inPortions, marks, rowsOf } from './reading.ts'

type Names = 'listLines' | 'listNearLimits' | 'listOverdueAt' | 'latestFactAt'

const columns = lineColumns.map((column) => `a.${column}`).join(', ')

/** In the very words of the partial indexes, or they are not used. */
const undecided = 'issued_at IS NULL AND refused_at IS NULL AND withdrawn_at IS NULL'

/**
 * Dossiers by their limits: each part of a question has an index, so that only the open ones are read. UNION ALL, because UNION
 * has SQLite read each part in the order of its ids, by another index.
 */
export function makeLimitQueries(reader: Knex): Pick<ReportQueries, Names> {
  const among = async (
    parts: readonly { readonly sql: string; readonly bindings: readonly Knex.RawBinding[] }[],
  ): Promise<readonly DossierLine[]> => {
    const rows = await rowsOf<LineRow>(
      reader,
      `SELECT ${columns} FROM applications a WHERE a.id IN (${parts.map(({ sql }) => sql).join(' UNION ALL ')})
        ORDER BY a.due_on ASC NULLS LAST, a.accepted_at ASC NULLS LAST, a.position ASC`,
      parts.flatMap(({ bindings }) => bindings),
    )
    return rows.map(fromLineRow)
  }
  return {
    async listLines(ids) {
      const found: LineRow[] = []
      await inPortions([...new Set(ids)], async (portion) => {
        const sql = `SELECT ${columns} FROM applications a WHERE a.id IN (${marks(portion)})`
        found.push(...(await rowsOf<LineRow>(reader, sql, [...portion])))
      })
      return found.map(fromLineRow)
    },
    async latestFactAt() {
      const sql = 'SELECT max(recorded_at) AS at FROM report_facts'
      const [row] = await rowsOf<{ readonly at: string | null }>(reader, sql)
      return (row?.at ?? null) as DossierLine['issuedAt']
    },
    listNearLimits: ({ dueThrough, acceptedBefore, stays }) =>
      among([
        {
          sql: `SELECT id FROM applications WHERE ${undecided} AND due_on <= ?`,
          bindings: [dueThrough],
        },
        ...(acceptedBefore === null
          ? []
          : [
              {
                sql: `SELECT id FROM applications WHERE ${undecided} AND accepted_at < ?`,
                bindings: [acceptedBefore],
              },
            ]),
        ...stays.map(({ stages, enteredBefore }) => ({
          sql: `SELECT open.application_id FROM application_open_stages open
            JOIN applications o ON o.id = open.application_id
              AND o.issued_at IS NULL AND o.refused_at IS NULL AND o.withdrawn_at IS NULL
            WHERE open.stage IN (${marks(stages)}) AND EXISTS (SELECT 1 FROM report_spans s
              WHERE s.application_id = open.application_id AND s.stage IN (${marks(stages)}) AND s.entered_at < ?)`,
          bindings: [...stages, ...stages, enteredBefore],
        })),
      ]),
    listOverdueAt: (at, day) => {
      const overdue = 'accepted_at < ? AND (first_due_on < ? OR due_on < ?)'
      const bindings = [at, day, day]
      return among([
        {
          sql: `SELECT id FROM applications WHERE ${undecided} AND due_on IS NOT NULL AND ${overdue}`,
          bindings,
        },
        ...(['issued_at', 'refused_at', 'withdrawn_at'] as const).map((column) => ({
          sql: `SELECT id FROM applications WHERE ${column} >= ? AND ${overdue}`,
          bindings: [at, ...bindings],
        })),
      ])
    },
  }
}
