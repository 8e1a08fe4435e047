import type { CarriedOver } from './carried-over.ts'
import type { ApplicationEvent } from './application-event.ts'
import type { ApplicationState } from './application-state.ts'
import type { Correction, DataEntry } from './correction.ts'
import type { Erratum } from './erratum.ts'
import { changeAppointment, type DossierAppointment } from './appointment.ts'
import { afterContact, withExpiryNotice } from './expiry-rules.ts'
import { handoverAfter } from './handover-state.ts'
import { isIssued, isLetterDone } from './issuance.ts'
import { applyMove } from './moved-application.ts'
import type { DossierMessage } from './online.ts'
import type { Product } from './permit.ts'
import { withoutFiles } from './removed-file.ts'

type Body<A> = Extract<ApplicationEvent['body'], { action: A }>

/**
 * Folds one event into the state. Pure and total: the same events always give the same state.
 * Throws on a gap in `seq`, on a first event that is not `registered`, and on a second `registered`:
 * each means a damaged history, never a clerk's mistake.
 */
export function evolve(before: ApplicationState | null, event: ApplicationEvent): ApplicationState {
  if (event.seq !== (before?.seq ?? 0) + 1)
    throw new Error(`history of ${event.applicationId} has a gap before event ${event.seq}`)
  if (event.body.action === 'registered') {
    if (before) throw new Error(`history of ${event.applicationId} registers twice`)
    return begin(event, event.body)
  }
  if (!before) throw new Error(`history of ${event.applicationId} does not begin with its registration`)
  return settle({ ...apply(before, event), seq: event.seq }, event)
}

/** Makes the state again from a whole history; null for no events. */
export function rebuildState(events: readonly ApplicationEvent[]): ApplicationState | null {
  return events.reduce<ApplicationState | null>(evolve, null)
}

const begin = (event: ApplicationEvent, body: Body<'registered'>): ApplicationState => ({
  id: event.applicationId,
  seq: 1,
  registrationNumber: body.registrationNumber,
  trackingCode: body.trackingCode,
  filedOn: body.filedOn,
  submittedAt: body.online?.submittedAt ?? event.at,
  ...(body.online ? { online: body.online } : undefined),
  ...(body.late ? { late: body.late } : undefined),
  ...(body.incomplete ? { incomplete: body.incomplete } : undefined),
  registeredBy: { name: event.actor.name, station: event.actor.station },
  catalogueVersion: body.catalogueVersion,
  profileCode: body.profileCode,
  workflowCode: body.workflowCode,
  applicant: body.applicant,
  data: body.data,
  documents: body.documents,
  outputs: [],
  openStages: [{ stage: body.startStage, since: event.at }],
  track: 'permit',
  returned: false,
  clock: 'off',
  acceptedAt: null,
  pauses: [],
  firstDueOn: null,
  dueOn: null,
  promiseChange: null,
  product: null,
  permitEnd: null,
  formerProducts: [],
  voidNumbers: [],
  prints: {},
  issuedAt: null,
  refusedAt: null,
  withdrawnAt: null,
  handedOverAt: null,
  lastMove: null,
  note: null,
  ...(body.carried ? carriedState(body.carried, event) : undefined),
})

/** What the old books say, in place of what a walk-in begins with. */
function carriedState(carried: CarriedOver, { at, actor }: ApplicationEvent): Partial<ApplicationState> {
  const { book, enteredAt, importedFrom, lawOn, promisedOn } = carried
  const { filedAt, stages, acceptedAt, dueOn, returned } = carried
  return {
    carried: { book, enteredAt, importedFrom, lawOn, promisedOn },
    submittedAt: filedAt,
    openStages: stages.map((stage) => ({ stage, since: at })),
    outputs: carried.outputs,
    clock: carried.clock,
    returned,
    acceptedAt,
    pauses: carried.clock === 'paused' && acceptedAt !== null ? [{ from: at, until: null }] : [],
    firstDueOn: dueOn,
    dueOn,
    product: carried.product,
    permitEnd: carried.permitEnd,
    issuedAt: carried.issuedAt,
    handedOverAt: carried.handedOverAt,
    lastMove: returned ? { via: 'carried-over', actorName: actor.name, at } : null,
  }
}

const withProduct = (state: ApplicationState, change: Partial<Product>): ApplicationState => {
  if (!state.product) throw new Error(`history of ${state.id} changes a product that was never drafted`)
  return { ...state, product: { ...state.product, ...change } }
}

const withAppointment = (
  state: ApplicationState,
  id: string,
  change: Partial<Pick<DossierAppointment, 'time' | 'state'>>,
): ApplicationState => ({
  ...state,
  appointments: changeAppointment(state.appointments, id, change),
})

function apply(state: ApplicationState, event: ApplicationEvent): ApplicationState {
  const body = event.body
  switch (body.action) {
    case 'registered':
      return state
    case 'moved':
      return applyMove(state, event, body)
    case 'document-added':
      return {
        ...state,
        documents: [
          ...state.documents.map((one) =>
            one.id === body.replaces ? { ...one, replacedBy: body.document.id } : one,
          ),
          body.document,
        ],
      }
    case 'document-checked':
      return {
        ...state,
        documents: state.documents.map((one) =>
          one.id === body.documentId ? { ...one, check: body.check, checkNote: event.note } : one,
        ),
      }
    case 'promise-changed':
      return {
        ...state,
        dueOn: body.to,
        promiseChange: { from: body.from, to: body.to, at: event.at, why: body.why },
      }
    case 'output-recorded':
      return { ...state, outputs: [...state.outputs, body.output] }
    case 'product-drafted':
      return {
        ...state,
        product: body.product,
        formerProducts: state.product ? [...state.formerProducts, state.product] : state.formerProducts,
      }
    case 'letter-made':
      return { ...state, letters: [...(state.letters ?? []), body.letter] }
    case 'appointment-made':
      return {
        ...state,
        appointments: [...(state.appointments ?? []), { ...body.appointment, state: 'planned' }],
      }
    case 'appointment-postponed':
      return withAppointment(state, body.appointmentId, { time: body.to })
    case 'appointment-held':
      return withAppointment(state, body.appointmentId, { state: 'held' })
    case 'appointment-cancelled':
      return withAppointment(state, body.appointmentId, { state: 'cancelled' })
    case 'numbered':
      return withProduct(state, {
        number: body.number,
        issuedOn: body.issuedOn,
        validUntil: body.validUntil,
        ...(body.kept ? { numberKept: true } : undefined),
      })
    case 'permit-ended':
      return { ...state, permitEnd: body.end }
    case 'delay-explained':
      return { ...state, explainedDelays: [...(state.explainedDelays ?? []), body.reasonId] }
    case 'expiry-noticed':
      return { ...state, expiryNotices: withExpiryNotice(state, event, body) }
    case 'applicant-contacted':
      return body.kind === 'expiring' ? { ...state, expiryNotices: afterContact(state, body) } : state
    case 'applicant-renamed':
    case 'print-consented':
    case 'copy-printed':
      return state
    case 'intake-corrected':
      return applyCorrection(state, event, body)
    case 'data-entered':
      return applyEntry(state, event, body)
    case 'changed-online':
    case 'conflict-settled':
      return { ...state, applicant: body.applicant, data: body.data }
    case 'applicant-joined':
      return { ...state, applicant: body.applicant }
    case 'message-received':
    case 'message-sent':
      return { ...state, messages: [...(state.messages ?? []), messageOf(event, body)] }
    case 'file-removed':
      return applyRemoval(state, event, body)
    case 'erratum-asked':
      return { ...state, errata: [...(state.errata ?? []), askedErratum(event, body)] }
    case 'erratum-approved':
      return approvedErratum(state, event, body)
    case 'erratum-declined':
      return {
        ...state,
        errata: answered(state, body.erratumId, {
          kind: 'declined',
          by: event.actor.name,
          at: event.at,
          reason: event.note ?? '',
        }),
      }
    case 'legalised': {
      const legalisation = { ...body.legalisation, at: event.at, by: event.actor.name, voided: null }
      return { ...state, legalisations: [...(state.legalisations ?? []), legalisation] }
    }
    case 'legalisation-voided':
      return voidedLegalisation(state, event, body)
    case 'number-voided':
      return { ...state, voidNumbers: [...state.voidNumbers, body.number] }
    case 'print-requested':
      return { ...state, prints: { ...state.prints, [body.document]: body.copy } }
    case 'signed':
      return withProduct(state, {
        signature: {
          method: body.method,
          by: body.by,
          on: body.on,
          recordedAt: event.at,
          fileSha256: body.fileSha256,
          ...(body.scanSha256 !== undefined && { scanSha256: body.scanSha256 }),
          ...(body.certificate && { certificate: body.certificate }),
        },
      })
    case 'handed-over':
    case 'originals-kept':
    case 'originals-returned':
    case 'originals-left':
    case 'old-permit-settled':
    case 'rack-placed':
    case 'reminded':
    case 'papers-given-back':
    case 'mail-asked':
    case 'mail-ended':
      return { ...state, ...handoverAfter(state, event, body) }
  }
}

function applyCorrection(
  state: ApplicationState,
  event: ApplicationEvent,
  body: Body<'intake-corrected'>,
): ApplicationState {
  const { ordinal } = body
  const correction: Correction = {
    id: body.correctionId,
    ordinal,
    at: event.at,
    by: event.actor.name,
    reason: event.note ?? '',
    formerWords: body.formerWords,
  }
  return {
    ...withData(state, body),
    corrections: [...(state.corrections ?? []), correction],
  }
}

function applyEntry(
  state: ApplicationState,
  event: ApplicationEvent,
  body: Body<'data-entered'>,
): ApplicationState {
  const { entryId, formerWords } = body
  const entry: DataEntry = { id: entryId, at: event.at, by: event.actor.name, formerWords }
  return { ...withData(state, body), dataEntries: [...(state.dataEntries ?? []), entry] }
}

function withData(
  { incomplete, ...state }: ApplicationState,
  { applicant, data, documents, whole }: Body<'intake-corrected' | 'data-entered'>,
): ApplicationState {
  return {
    ...state,
    ...(incomplete && !whole ? { incomplete } : undefined),
    applicant,
    data,
    documents: [...state.documents, ...documents],
  }
}

const messageOf = (
  { at, actor }: ApplicationEvent,
  body: Body<'message-received' | 'message-sent'>,
): DossierMessage => {
  const { messageId: id, text } = body
  return body.action === 'message-sent'
    ? { id, from: 'office', text, at, by: actor.name }
    : { id, from: 'applicant', text, at: body.sentAt, by: actor.name }
}

function applyRemoval(
  state: ApplicationState,
  event: ApplicationEvent,
  body: Body<'file-removed'>,
): ApplicationState {
  const { applicant } = state
  const removal = {
    at: event.at,
    by: event.actor.name,
    consentBy: body.consentBy,
    reason: event.note ?? '',
  }
  return {
    ...state,
    documents: withoutFiles(state.documents, body.documentIds, removal),
    applicant: applicant.photoSha256 === body.sha256 ? { ...applicant, photoSha256: null } : applicant,
  }
}

function voidedLegalisation(
  state: ApplicationState,
  { at, actor, note }: ApplicationEvent,
  body: Body<'legalisation-voided'>,
): ApplicationState {
  const voided = { at, by: actor.name, reason: note ?? '' }
  return {
    ...state,
    legalisations: (state.legalisations ?? []).map((one) =>
      one.id === body.legalisationId ? { ...one, voided } : one,
    ),
  }
}

const askedErratum = (event: ApplicationEvent, body: Body<'erratum-asked'>): Erratum => ({
  id: body.erratumId,
  ordinal: body.ordinal,
  reason: event.note ?? '',
  askedBy: { userId: event.actor.userId, name: event.actor.name },
  askedAt: event.at,
  sheet: body.sheet,
  answer: null,
})

const answered = (
  { errata = [] }: ApplicationState,
  id: string,
  answer: NonNullable<Erratum['answer']>,
): readonly Erratum[] => errata.map((one) => (one.id === id ? { ...one, answer } : one))

/** The paper that bears the error is given up; the new one has its number and is printed, signed and handed over anew. */
function approvedErratum(
  state: ApplicationState,
  event: ApplicationEvent,
  body: Body<'erratum-approved'>,
): ApplicationState {
  if (!state.product) throw new Error(`history of ${state.id} mends a product that was never drafted`)
  const answer = {
    kind: 'approved',
    by: body.signer,
    at: event.at,
    formerProductId: state.product.id,
  } as const
  return {
    ...state,
    errata: answered(state, body.erratumId, answer),
    formerProducts: [...state.formerProducts, state.product],
    product: body.product,
    openStages: [{ stage: body.opens, since: event.at }],
    handedOverAt: null,
  }
}

/** What follows from facts, whichever event completed them: *terbit* and *ditolak* have no event of their own. */
function settle(state: ApplicationState, event: ApplicationEvent): ApplicationState {
  const product = state.product
  if (product?.kind !== 'refusal-letter' && product && isIssued(product) && state.issuedAt === null)
    return { ...state, issuedAt: event.at, clock: 'off' }
  if (state.track === 'refusal' && state.refusedAt === null) {
    const letterDone = product?.kind === 'refusal-letter' && isLetterDone(product)
    if (letterDone || state.openStages.length === 0) return { ...state, refusedAt: event.at, clock: 'off' }
  }
  return state
}
