import type { DocumentKind } from '#domain/stage-table.ts'
import type { IssuanceCount, OutgoingLine, Queries, Span } from '#ports/queries.ts'
import type { Knex } from 'knex'
import type { ApplicationRow, EventRow, ProductRow } from '../rows/application-rows.ts'
import type { HandoverRow } from '../rows/office-rows.ts'
import { applicationKindOf, fromLineRow, lineColumns, productKindOf, type LineRow } from './dossier-line.ts'
import { rowsOf } from './reading.ts'

type Names = 'issuanceCounts' | 'listBehind' | 'outgoingRegister'
type Figure = Exclude<keyof IssuanceCount, 'permitTypeCode'>
type Instant = Span['from']

// What an old book says was done before it was entered: the book's own reports have counted it.
const doneHere = (column: string): string => `(a.carried_at IS NULL OR a.${column} > a.carried_at)`

/** What belongs to a figure: one condition for the count and for the list behind it. Each takes `from` and `until`. */
const figures: Readonly<Record<Figure, string>> = {
  received: 'a.submitted_at >= ? AND a.submitted_at < ? AND a.carried_at IS NULL',
  // A dossier returned twice in the span is one dossier.
  returned: `a.id IN (SELECT application_id FROM application_events
    WHERE move_kind = 'return-to-applicant' AND at >= ? AND at < ?)`,
  issued: `a.issued_at >= ? AND a.issued_at < ? AND a.product_kind = 'permit' AND ${doneHere('issued_at')}`,
  refused: `a.refused_at >= ? AND a.refused_at < ? AND ${doneHere('refused_at')}`,
  revoked: `a.issued_at >= ? AND a.issued_at < ? AND a.product_kind = 'revocation-decree'
    AND ${doneHere('issued_at')}`,
  handedOver: `a.handed_over_at >= ? AND a.handed_over_at < ? AND ${doneHere('handed_over_at')}`,
  late: `a.issued_at >= ? AND a.issued_at < ? AND a.issued_at >= a.due_before AND a.product_kind = 'permit'
    AND ${doneHere('issued_at')}`,
}
const figureNames = Object.keys(figures) as Figure[]

const countsSql = `${figureNames
  .map(
    (figure) =>
      `SELECT '${figure}' AS figure, a.permit_type_code, count(*) AS dossiers FROM applications a
        WHERE ${figures[figure]} GROUP BY a.permit_type_code`,
  )
  .join(' UNION ALL ')} ORDER BY permit_type_code`

const columns = lineColumns.map((column) => `a.${column}`).join(', ')

/** Counts, the dossiers behind them, and the outgoing register. */
export function makeReportQueries(reader: Knex): Pick<Queries, Names> {
  return {
    async issuanceCounts(span) {
      const bindings = figureNames.flatMap(() => [span.from, span.until])
      const rows = await rowsOf<CountRow>(reader, countsSql, bindings)
      return toCounts(rows)
    },
    async listBehind(span, figure, permitTypeCode) {
      const rows = await rowsOf<LineRow>(
        reader,
        `SELECT ${columns} FROM applications a WHERE ${figures[figure]}
          ${permitTypeCode === null ? '' : 'AND a.permit_type_code = ?'} ORDER BY a.submitted_at, a.position`,
        [span.from, span.until, ...(permitTypeCode === null ? [] : [permitTypeCode])],
      )
      return rows.map(fromLineRow)
    },
    async outgoingRegister(span) {
      const rows = await rowsOf<OutgoingRow>(reader, outgoingSql, [
        span.from,
        span.until,
        span.from,
        span.until,
      ])
      return rows.map(fromOutgoingRow)
    },
  }
}

interface CountRow {
  readonly figure: Figure
  readonly permit_type_code: string
  readonly dossiers: number
}

function toCounts(rows: readonly CountRow[]): readonly IssuanceCount[] {
  const byType = new Map<string, IssuanceCount>()
  for (const { figure, permit_type_code: permitTypeCode, dossiers } of rows) {
    const none = {
      permitTypeCode,
      received: 0,
      returned: 0,
      issued: 0,
      refused: 0,
      revoked: 0,
      handedOver: 0,
      late: 0,
    }
    byType.set(permitTypeCode, { ...(byType.get(permitTypeCode) ?? none), [figure]: dossiers })
  }
  return [...byType.values()]
}

type OutgoingRow = Pick<
  ApplicationRow,
  | 'holder_name'
  | 'permit_type_code'
  | 'kind'
  | 'facility_name'
  | 'issued_at'
  | 'refused_at'
  | 'handed_over_at'
  | 'accepted_at'
  | 'due_on'
> & {
  readonly application_id: string
  readonly product_id: string
  readonly product_kind: ProductRow['kind']
  readonly number_text: string
  readonly product_issued_on: string
  readonly received_by: HandoverRow['received_by'] | null
  readonly method: HandoverRow['method'] | null
  readonly printed_by: EventRow['actor_name'] | null
}

// A refusal without a letter leaves no paper, so it has no line here.
const outgoingSql = `
  SELECT a.id AS application_id, a.product_id, a.product_kind, a.product_number AS number_text,
    a.product_issued_on, a.holder_name, a.permit_type_code, a.kind, a.facility_name,
    a.issued_at, a.refused_at, a.handed_over_at, a.accepted_at, a.due_on, h.received_by, h.method,
    (SELECT e.actor_name FROM application_events e
      WHERE e.application_id = a.id AND e.action = 'print-requested' AND e.document = a.product_kind
      ORDER BY e.seq DESC LIMIT 1) AS printed_by
  FROM applications a
  LEFT JOIN handovers h ON h.id = (
    SELECT last.id FROM handovers last WHERE last.application_id = a.id
    ORDER BY last.handed_over_at DESC, last.id DESC LIMIT 1)
  WHERE ((a.issued_at >= ? AND a.issued_at < ? AND ${doneHere('issued_at')})
    OR (a.refused_at >= ? AND a.refused_at < ? AND ${doneHere('refused_at')}))
    AND a.product_number IS NOT NULL AND a.product_issued_on IS NOT NULL
  ORDER BY COALESCE(a.issued_at, a.refused_at), a.position`

const fromOutgoingRow = (row: OutgoingRow): OutgoingLine => ({
  applicationId: row.application_id,
  productId: row.product_id,
  productKind: productKindOf(row.product_kind) satisfies DocumentKind,
  number: row.number_text,
  issuedOn: row.product_issued_on as OutgoingLine['issuedOn'],
  holderName: row.holder_name,
  permitTypeCode: row.permit_type_code,
  kind: applicationKindOf(row.kind),
  facilityName: row.facility_name,
  issuedAt: row.issued_at as Instant | null,
  refusedAt: row.refused_at as Instant | null,
  handedOverAt: row.handed_over_at as Instant | null,
  receivedBy: row.received_by,
  method: row.method,
  acceptedAt: row.accepted_at as Instant | null,
  dueOn: row.due_on as OutgoingLine['dueOn'],
  printedBy: row.printed_by,
})
