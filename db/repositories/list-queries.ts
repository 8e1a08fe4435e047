import type { Queries } from '#ports/queries.ts'
import type { Knex } from 'knex'
import { fromLineRow, lineColumns, type LineRow } from './dossier-line.ts'
import { marks, rowsOf } from './reading.ts'
import { searchDossiers } from './search-dossiers.ts'

type Names =
  | 'listAtStages'
  | 'countAtStages'
  | 'listReturned'
  | 'search'
  | 'listByApplicant'
  | 'listReadyForHandover'
  | 'countReadyForHandover'
  | 'listByCollectiveFiling'
  | 'listCollectiveReady'
  | 'listPapersToGiveBack'
  | 'listOpenEnds'
  | 'listOpenErrata'

const columns = lineColumns.map((column) => `a.${column}`).join(', ')

/** Lists of dossiers. Every order ends with `position`, so that it is the same each time. */
export function makeListQueries(reader: Knex): Pick<Queries, Names> {
  const list = async (tail: string, bindings: readonly Knex.RawBinding[]) =>
    (await rowsOf<LineRow>(reader, `SELECT ${columns} FROM applications a ${tail}`, bindings)).map(
      fromLineRow,
    )
  return {
    async listAtStages(stages, limit) {
      if (stages.length === 0) return []
      return list(
        `JOIN (
            SELECT application_id, min(since) AS waits_since FROM application_open_stages
            WHERE stage IN (${marks(stages)}) GROUP BY application_id
          ) open ON open.application_id = a.id
          ORDER BY a.due_on ASC NULLS LAST, open.waits_since ASC, a.position ASC LIMIT ?`,
        [...stages, limit],
      )
    },
    async countAtStages(stages) {
      if (stages.length === 0) return 0
      const rows = await rowsOf<{ dossiers: number }>(
        reader,
        `SELECT count(DISTINCT application_id) AS dossiers FROM application_open_stages WHERE stage IN (${marks(stages)})`,
        stages,
      )
      return rows[0]?.dossiers ?? 0
    },
    /** The one returned longest ago first. */
    listReturned: (limit) =>
      list(
        `WHERE a.returned_at IS NOT NULL AND a.status = 'returned' ORDER BY a.returned_at, a.position LIMIT ?`,
        [limit],
      ),
    search: (tokens, limit, readings) => searchDossiers(reader, tokens, limit, readings),
    listByApplicant: (applicantId) =>
      list('WHERE a.applicant_id = ? ORDER BY a.submitted_at DESC, a.position DESC', [applicantId]),
    /** What became ready last comes first: who comes was told lately. */
    listReadyForHandover: async (stages, limit) =>
      stages.length === 0
        ? []
        : list(
            `${readyAt(stages)} ORDER BY COALESCE(a.issued_at, a.refused_at) DESC, a.position DESC LIMIT ?`,
            [...stages, limit],
          ),
    /** In the order of arrival, as the list of the filing is printed. */
    listByCollectiveFiling: (filingId) =>
      list('WHERE a.collective_filing_id = ? ORDER BY a.position', [filingId]),
    listCollectiveReady: async (filingId, stages) =>
      stages.length === 0
        ? []
        : list(`${readyAt(stages)} AND a.collective_filing_id = ? ORDER BY a.position`, [
            ...stages,
            filingId,
          ]),
    async countReadyForHandover(stages) {
      if (stages.length === 0) return 0
      const rows = await rowsOf<{ dossiers: number }>(
        reader,
        `SELECT count(*) AS dossiers FROM applications a ${readyAt(stages)}`,
        stages,
      )
      return rows[0]?.dossiers ?? 0
    },
    listPapersToGiveBack: (limit) =>
      list(
        `WHERE a.papers_back_at IS NULL AND a.status IN ('returned', 'refused', 'withdrawn')
          ORDER BY COALESCE(a.withdrawn_at, a.refused_at, a.returned_at) DESC, a.position DESC LIMIT ?`,
        [limit],
      ),
    /** The one asked for longest ago first. */
    listOpenErrata: (limit) =>
      list(
        `JOIN application_events asked ON asked.application_id = a.id AND asked.action = 'erratum-asked'
          WHERE NOT EXISTS (SELECT 1 FROM application_events later
            WHERE later.application_id = a.id AND later.seq > asked.seq
              AND later.action IN ('erratum-asked', 'erratum-approved', 'erratum-declined'))
          ORDER BY asked.at, a.position LIMIT ?`,
        [limit],
      ),
    /** What is owed longest first. */
    listOpenEnds: (limit) =>
      list(
        `WHERE a.owed_permit IS NOT NULL OR (a.originals_kept IS NOT NULL
            AND (a.handed_over_at IS NOT NULL OR a.papers_back_at IS NOT NULL))
          ORDER BY COALESCE(a.handed_over_at, a.papers_back_at), a.position LIMIT ?`,
        [limit],
      ),
  }
}

const readyAt = (stages: readonly string[]): string =>
  `WHERE a.handed_over_at IS NULL AND a.withdrawn_at IS NULL
    AND (a.issued_at IS NOT NULL OR (a.refused_at IS NOT NULL AND a.product_kind = 'refusal-letter' AND a.signed = 1))
    AND EXISTS (SELECT 1 FROM application_open_stages open
      WHERE open.application_id = a.id AND open.stage IN (${marks(stages)}))`
