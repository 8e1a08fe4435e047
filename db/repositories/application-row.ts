import { statusOf, type ApplicationState } from '#domain/application-state.ts'
import type { ApplicationEvent, EventBody } from '#domain/application-event.ts'
import { addDays } from '#domain/office-date.ts'
import { startOfDay, type ZoneName } from '#domain/office-zone.ts'
import { owedOldPermit } from '#domain/handover.ts'
import { originalsKept } from '#domain/kept-originals.ts'
import type { Product } from '#domain/permit.ts'
import { approvedErratumAt } from '#domain/erratum.ts'
import type { ApplicationRow, EventRow, ProductRow } from '../rows/application-rows.ts'
import { flagOf, jsonOf, objectOf } from './reading.ts'
import { searchTextOf } from './search-words.ts'

/** Columns of `applications` that follow from the state. */
export function toApplicationRow(state: ApplicationState, zone: ZoneName): Omit<ApplicationRow, 'position'> {
  const { applicant, data, product } = state
  const kept = originalsKept(state)
  const owed = owedOldPermit(state)
  return {
    id: state.id,
    seq: state.seq,
    registration_number: state.registrationNumber.text,
    tracking_code: state.trackingCode,
    applicant_id: applicant.id,
    holder_name: applicant.nameOnPermit ?? applicant.name,
    nik: applicant.nik,
    permit_type_code: data.permitTypeCode,
    kind: data.kind,
    practice_ordinal: data.practiceOrdinal,
    facility_name: data.facility?.name ?? null,
    channel: data.channel,
    collective_filing_id: data.collective?.filingId ?? null,
    target_permit_id: data.targetPermitId,
    profile_code: state.profileCode,
    filed_on: state.filedOn,
    status: statusOf(state),
    clock: state.clock,
    open_stages: jsonOf(state.openStages, 'open stages'),
    submitted_at: state.submittedAt,
    entered_at: state.late?.enteredAt ?? null,
    carried_book: state.carried?.book ?? null,
    carried_at: state.carried?.enteredAt ?? null,
    accepted_at: state.acceptedAt,
    due_on: state.dueOn,
    first_due_on: state.firstDueOn,
    promise_change: state.promiseChange && jsonOf(state.promiseChange, 'promise change'),
    due_before: state.dueOn && startOfDay(addDays(state.dueOn, 1), zone),
    returned_at: state.returned ? (state.lastMove?.at ?? null) : null,
    repair_until: state.returned ? (state.repair?.until ?? null) : null,
    closed_by_office: flagOf(state.closing !== undefined),
    note: state.note,
    product_id: product?.id ?? null,
    product_kind: product?.kind ?? null,
    product_number: product?.number?.text ?? null,
    product_issued_on: product?.issuedOn ?? null,
    product_valid_until: product?.validUntil ?? null,
    signed: flagOf(Boolean(product?.signature)),
    issued_at: state.issuedAt,
    refused_at: state.refusedAt,
    withdrawn_at: state.withdrawnAt,
    handed_over_at: state.handedOverAt,
    erratum_approved_at: approvedErratumAt(state),
    representative:
      data.representative &&
      jsonOf(
        {
          name: data.representative.name,
          nik: data.representative.nik,
          phone: data.representative.phone,
        },
        'representative',
      ),
    rack_place: state.rackPlace ?? null,
    reminders: state.reminders?.length ?? 0,
    reminded_at: state.reminders?.at(-1)?.at ?? null,
    papers_back_at: state.papersBack?.at ?? null,
    originals_kept: kept.length === 0 ? null : jsonOf(kept, 'originals'),
    owed_permit: owed && jsonOf(owed, 'owed permit'),
    search_text: searchTextOf(state),
    state: jsonOf(state, 'state'),
  }
}

/** The state as it was stored. Throws when the JSON does not belong to the row. */
export function fromStateJson(row: Pick<ApplicationRow, 'id' | 'seq' | 'state'>): ApplicationState {
  const state = objectOf<ApplicationState>(
    row.state,
    [
      'id',
      'seq',
      'registrationNumber',
      'applicant',
      'data',
      'documents',
      'outputs',
      'openStages',
      'formerProducts',
    ],
    'state',
  )
  if (state.id !== row.id || state.seq !== row.seq)
    throw new Error(`the stored state of ${row.id} belongs to another row`)
  return state
}

export const toProductRow = (applicationId: string, product: Product, givenUp: boolean): ProductRow => ({
  id: product.id,
  application_id: applicationId,
  kind: product.kind,
  verification_code: product.verificationCode,
  given_up: flagOf(givenUp),
  number_series: product.number?.series ?? null,
  number_scope: product.number?.scope ?? null,
  number_serial: product.number?.serial ?? null,
  number_text: product.number?.text ?? null,
  number_kept: flagOf(product.numberKept === true),
  issued_on: product.issuedOn,
  valid_until: product.validUntil,
  signature_method: product.signature?.method ?? null,
  signed_on: product.signature?.on ?? null,
  signed_at: product.signature?.recordedAt ?? null,
  activated_at: product.activatedAt,
})

export const toEventRow = (event: ApplicationEvent): EventRow => ({
  id: event.id,
  application_id: event.applicationId,
  seq: event.seq,
  at: event.at,
  action: event.body.action,
  actor_user_id: event.actor.userId,
  actor_name: event.actor.name,
  actor_role: event.actor.role,
  stands_for_user_id: event.actor.standsFor?.userId ?? null,
  stands_for_name: event.actor.standsFor?.name ?? null,
  station: event.actor.station,
  from_stage: event.fromStage,
  to_stage: event.toStage,
  note: event.note,
  move_kind: event.body.action === 'moved' ? event.body.kind : null,
  document: event.body.action === 'print-requested' ? event.body.document : null,
  body: jsonOf(event.body, 'event'),
})

function fromActorColumns(row: EventRow): ApplicationEvent['actor'] {
  const actor = {
    userId: row.actor_user_id,
    name: row.actor_name,
    role: row.actor_role,
    station: row.station,
  }
  const { stands_for_user_id: userId, stands_for_name: name } = row
  return userId === null || name === null ? actor : { ...actor, standsFor: { userId, name } }
}

export function fromEventRow(row: EventRow): ApplicationEvent {
  const body = objectOf<EventBody>(row.body, ['action'], 'event')
  if (body.action !== row.action) throw new Error(`the stored event ${row.id} belongs to another row`)
  return {
    id: row.id,
    applicationId: row.application_id,
    seq: row.seq,
    at: row.at as ApplicationEvent['at'],
    actor: fromActorColumns(row),
    fromStage: row.from_stage,
    toStage: row.to_stage,
    note: row.note,
    body,
  }
}
