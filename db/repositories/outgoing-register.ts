import { outgoingLineOf } from '#domain/outgoing-line.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import type { OutgoingLine, ReportQueries } from '#ports/report-queries.ts'
import type { Knex } from 'knex'
import type { ApplicationRow, EventRow, ProductRow } from '../rows/application-rows.ts'
import type { HandoverRow } from '../rows/office-rows.ts'
import { applicationKindOf, productKindOf } from './dossier-line.ts'
import { historiesBefore } from './known-before.ts'
import { rowsOf } from './reading.ts'
import { factsStanding } from './report-standing.ts'

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
  readonly number_text: string | null
  readonly product_issued_on: string | null
  readonly received_by: HandoverRow['received_by'] | null
  readonly method: HandoverRow['method'] | null
  readonly printed_by: EventRow['actor_name'] | null
}

/**
 * A *Ralat* makes a paper anew, but the day on which the first one went out stays as it was: who printed that and who took it
 * home is asked of the time before, and of the time after only where nobody did.
 */
const beforeErratum = (at: string): string => `${at} < COALESCE(
  (SELECT min(x.at) FROM application_events x WHERE x.application_id = a.id AND x.action = 'erratum-approved'), '9')`

const outgoingSql = (standing: string): string => `
  SELECT a.id AS application_id, a.product_id, a.product_kind, a.product_number AS number_text,
    a.product_issued_on, a.holder_name, a.permit_type_code, a.kind, a.facility_name,
    a.issued_at, a.refused_at, COALESCE(h.handed_over_at, a.handed_over_at) AS handed_over_at,
    a.accepted_at, a.due_on, h.received_by, h.method,
    (SELECT e.actor_name FROM application_events e
      WHERE e.application_id = a.id AND e.action = 'print-requested' AND e.document = a.product_kind
      ORDER BY CASE WHEN ${beforeErratum('e.at')} THEN 0 ELSE 1 END, e.seq DESC LIMIT 1) AS printed_by
  FROM report_facts f
  JOIN applications a ON a.id = f.application_id
  LEFT JOIN handovers h ON h.id = (
    SELECT last.id FROM handovers last WHERE last.application_id = a.id
    ORDER BY CASE WHEN ${beforeErratum('last.handed_over_at')} THEN 0 ELSE 1 END,
      last.handed_over_at DESC, last.id DESC LIMIT 1)
  WHERE f.kind IN ('issued', 'refused', 'revoked') AND f.day >= ? AND f.day <= ? AND ${standing}
  ORDER BY f.at, a.position`

/** The register of what went out. */
export const makeOutgoingRegister = (
  reader: Knex,
): Pick<ReportQueries, 'outgoingRegister' | 'linesBefore' | 'historiesBefore'> => ({
  async outgoingRegister({ from, through }, asOf) {
    const standing = factsStanding(asOf)
    const rows = await rowsOf<OutgoingRow>(reader, outgoingSql(standing.sql), [
      from,
      through,
      ...standing.bindings,
    ])
    const ids = rows.map((row) => row.application_id)
    const before = asOf === null ? null : await linesBefore(reader, ids, asOf)
    return rows.flatMap((row) => {
      const line = before?.get(row.application_id)
      return line === undefined ? fromOutgoingRow(row) : (line ?? [])
    })
  },
  linesBefore: (applicationIds, asOf) => linesBefore(reader, applicationIds, asOf),
  historiesBefore: (applicationIds, asOf) => historiesBefore(reader, applicationIds, asOf),
})

async function linesBefore(
  reader: Knex,
  applicationIds: readonly string[],
  asOf: Instant,
): Promise<ReadonlyMap<string, OutgoingLine | null>> {
  const known = await historiesBefore(reader, applicationIds, asOf)
  return new Map([...known].map(([id, events]) => [id, outgoingLineOf(events)]))
}

type Instant = NonNullable<OutgoingLine['issuedAt']>

// A refusal without a letter leaves no paper, so it has no line here.
const fromOutgoingRow = (row: OutgoingRow): readonly OutgoingLine[] =>
  row.number_text === null || row.product_issued_on === null
    ? []
    : [
        {
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
        },
      ]
