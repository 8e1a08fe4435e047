import { applicationStatuses } from '#domain/application.ts'
import { applicationKinds } from '#domain/permit-type.ts'
import type { StageClock } from '#domain/stage-table.ts'
import type { DossierLine } from '#ports/dossier-line.ts'
import type { ApplicationRow } from '../rows/application-rows.ts'
import { oneOf } from './reading.ts'

type Instant = DossierLine['submittedAt']
type ProductKind = NonNullable<DossierLine['productKind']>

const clocks: readonly StageClock[] = ['off', 'running', 'paused']
const channels: readonly DossierLine['channel'][] = ['counter', 'online']
const productKinds: readonly ProductKind[] = ['permit', 'refusal-letter', 'revocation-decree']

/** The columns of `applications` that a list shows. */
export const lineColumns = [
  'id',
  'applicant_id',
  'registration_number',
  'holder_name',
  'nik',
  'permit_type_code',
  'kind',
  'practice_ordinal',
  'facility_name',
  'channel',
  'collective_filing_id',
  'status',
  'open_stages',
  'clock',
  'submitted_at',
  'entered_at',
  'accepted_at',
  'due_on',
  'first_due_on',
  'promise_change',
  'returned_at',
  'refused_at',
  'withdrawn_at',
  'repair_until',
  'closed_by_office',
  'note',
  'product_id',
  'product_kind',
  'product_number',
  'signed',
  'issued_at',
  'handed_over_at',
  'erratum_approved_at',
  'representative',
  'rack_place',
  'reminders',
  'reminded_at',
  'originals_kept',
  'owed_permit',
] as const satisfies readonly (keyof ApplicationRow)[]

export type LineRow = Pick<ApplicationRow, (typeof lineColumns)[number]>

export const productKindOf = (text: string): ProductKind => oneOf(productKinds, text, 'product kind')
export const applicationKindOf = (text: string): DossierLine['kind'] => oneOf(applicationKinds, text, 'kind')

export const fromLineRow = (row: LineRow): DossierLine => ({
  id: row.id,
  applicantId: row.applicant_id,
  registrationNumber: row.registration_number,
  holderName: row.holder_name,
  nik: row.nik,
  permitTypeCode: row.permit_type_code,
  kind: applicationKindOf(row.kind),
  practiceOrdinal: row.practice_ordinal,
  facilityName: row.facility_name,
  channel: oneOf(channels, row.channel, 'channel'),
  collectiveFilingId: row.collective_filing_id,
  status: oneOf(applicationStatuses, row.status, 'status'),
  stages: JSON.parse(row.open_stages) as DossierLine['stages'],
  clock: oneOf(clocks, row.clock, 'clock'),
  submittedAt: row.submitted_at as Instant,
  enteredAt: row.entered_at as Instant | null,
  acceptedAt: row.accepted_at as Instant | null,
  dueOn: row.due_on as DossierLine['dueOn'],
  firstDueOn: row.first_due_on as DossierLine['firstDueOn'],
  promiseChange:
    row.promise_change === null ? null : (JSON.parse(row.promise_change) as DossierLine['promiseChange']),
  returnedAt: row.returned_at as Instant | null,
  endedAt: (row.withdrawn_at ?? row.refused_at) as Instant | null,
  repairUntil: row.repair_until as DossierLine['repairUntil'],
  closedByOffice: row.closed_by_office === 1,
  note: row.note,
  productId: row.product_id,
  productKind: row.product_kind === null ? null : productKindOf(row.product_kind),
  productNumber: row.product_number,
  signed: row.signed === 1,
  issuedAt: row.issued_at as Instant | null,
  handedOverAt: row.handed_over_at as Instant | null,
  erratumAt: row.erratum_approved_at as Instant | null,
  representative:
    row.representative === null ? null : (JSON.parse(row.representative) as DossierLine['representative']),
  rackPlace: row.rack_place,
  reminders: row.reminders,
  remindedAt: row.reminded_at as Instant | null,
  originals: row.originals_kept === null ? [] : (JSON.parse(row.originals_kept) as DossierLine['originals']),
  owedPermit: row.owed_permit === null ? null : (JSON.parse(row.owed_permit) as DossierLine['owedPermit']),
})
