import type { ApplicationEvent } from './application-event.ts'
import type {
  Applicant,
  ApplicationData,
  ApplicationStatus,
  OutputRecord,
  RequirementDocument,
} from './application.ts'
import type { Correction } from './correction.ts'
import type { Reminder } from './handover.ts'
import type { Instant } from './instant.ts'
import { giveOriginalsBack, keepOriginals, type KeptOriginal } from './kept-originals.ts'
import type { LateIntake } from './late-entry.ts'
import type { Letter } from './letter.ts'
import { isIssued, isLetterDone } from './issuance.ts'
import type { OfficeDate } from './office-date.ts'
import type { OfficialNumber, PermitEnd, Product } from './permit.ts'
import { withoutFiles } from './removed-file.ts'
import type { PromiseChange } from './promise-change.ts'
import type { Repair } from './repair.ts'
import type { DocumentKind, StageClock } from './stage-table.ts'
import type { Closing, Withdrawal } from './withdrawal.ts'
import type { Pause } from './working-days.ts'

/** A stage that waits for somebody, and since when. */
export interface OpenStage {
  readonly stage: string
  readonly since: Instant
}

/** The last move of a dossier: what the later one of two clerks is told. */
export interface LastMove {
  readonly via: string
  readonly actorName: string
  readonly at: Instant
}

/**
 * What an application is, derived from its events and from nothing else. It is stored beside them for
 * queries and can be thrown away: `rebuildState` makes the same again.
 */
export interface ApplicationState {
  readonly id: string
  /** Number of events folded in; the next event carries `seq + 1`. */
  readonly seq: number
  readonly registrationNumber: OfficialNumber
  readonly trackingCode: string
  readonly filedOn: OfficeDate
  readonly submittedAt: Instant
  /** Taken in on paper and entered later: then `submittedAt` is the real moment. Absent: a walk-in. */
  readonly late?: LateIntake | undefined
  /** Who took it in and at which counter, as the receipt says. */
  readonly registeredBy: { readonly name: string; readonly station: string }
  readonly catalogueVersion: string
  readonly profileCode: string
  readonly workflowCode: string
  readonly applicant: Applicant
  readonly data: ApplicationData
  readonly documents: readonly RequirementDocument[]
  readonly outputs: readonly OutputRecord[]
  readonly openStages: readonly OpenStage[]
  /** `refusal`: on the way to a refusal letter. */
  readonly track: 'permit' | 'refusal'
  readonly returned: boolean
  /** What the last return asked for; holds while `returned`. Absent: never returned, or before this was asked. */
  readonly repair?: Repair | undefined
  /** How it ended without a product; absent: it did not. */
  readonly withdrawal?: Withdrawal | undefined
  readonly closing?: Closing | undefined
  readonly clock: StageClock
  readonly acceptedAt: Instant | null
  /** With the applicant since acceptance; the clock stood still. */
  readonly pauses: readonly Pause[]
  /** What was promised first, at acceptance; null: nothing was. */
  readonly firstDueOn: OfficeDate | null
  /** What holds now; while the clock stands still, what would hold if it ran on at once. */
  readonly dueOn: OfficeDate | null
  /** The last time that `dueOn` moved; null: it never did. */
  readonly promiseChange: PromiseChange | null
  readonly product: Product | null
  /** Letters sent on the way, with their numbers; absent: none. */
  readonly letters?: readonly Letter[] | undefined
  /** Mends of a wrong intake, the first one first; absent: it was right. */
  readonly corrections?: readonly Correction[] | undefined
  /** Originals that the office took, given back or not; absent: none. See `originalsToReturn`. */
  readonly originals?: readonly KeptOriginal[] | undefined
  /** How the permit came to its end before its last day; null: it did not. */
  readonly permitEnd: PermitEnd | null
  /** Products given up on the way, for example a draft permit of a dossier refused later. */
  readonly formerProducts: readonly Product[]
  readonly voidNumbers: readonly OfficialNumber[]
  /** How often each document was asked to be printed. */
  readonly prints: Readonly<Partial<Record<DocumentKind, number>>>
  readonly issuedAt: Instant | null
  readonly refusedAt: Instant | null
  readonly withdrawnAt: Instant | null
  readonly handedOverAt: Instant | null
  /** Where the finished paper lies; absent: on no rack. Gone with the handover. */
  readonly rackPlace?: string | undefined
  /** Times that the holder was told that it waits, the first one first; absent: never. */
  readonly reminders?: readonly Reminder[] | undefined
  /** The papers of a returned, refused or withdrawn dossier went back; absent: not since it came. */
  readonly papersBack?: { readonly returnId: string; readonly at: Instant } | undefined
  /** Pictures of signatures given on the screen; absent: none. */
  readonly receiverSignatures?: readonly string[] | undefined
  readonly lastMove: LastMove | null
  /** The last words to or about the applicant: why it was returned or refused. */
  readonly note: string | null
}

/** The one word for where an application stands (domain 2.8). */
export function statusOf(state: ApplicationState): ApplicationStatus {
  if (state.withdrawnAt !== null) return 'withdrawn'
  if (state.refusedAt !== null) return 'refused'
  if (state.handedOverAt !== null) return 'handed-over'
  if (state.issuedAt !== null) return 'issued'
  if (state.returned) return 'returned'
  return state.acceptedAt !== null ? 'in-process' : 'submitted'
}

/** The requirement files in force, without those that were replaced or removed. */
export function currentDocuments(state: ApplicationState): readonly RequirementDocument[] {
  return state.documents.filter((one) => one.replacedBy === null && !one.removed)
}

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

type Body<A> = Extract<ApplicationEvent['body'], { action: A }>

const begin = (event: ApplicationEvent, body: Body<'registered'>): ApplicationState => ({
  id: event.applicationId,
  seq: 1,
  registrationNumber: body.registrationNumber,
  trackingCode: body.trackingCode,
  filedOn: body.filedOn,
  submittedAt: event.at,
  ...(body.late ? { late: body.late } : undefined),
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
})

const withProduct = (state: ApplicationState, change: Partial<Product>): ApplicationState => {
  if (!state.product) throw new Error(`history of ${state.id} changes a product that was never drafted`)
  return { ...state, product: { ...state.product, ...change } }
}

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
    case 'numbered':
      return withProduct(state, {
        number: body.number,
        issuedOn: body.issuedOn,
        validUntil: body.validUntil,
        ...(body.kept ? { numberKept: true } : undefined),
      })
    case 'permit-ended':
      return { ...state, permitEnd: body.end }
    case 'applicant-contacted':
    case 'applicant-renamed':
      return state
    case 'intake-corrected':
      return applyCorrection(state, event, body)
    case 'file-removed':
      return applyRemoval(state, event, body)
    case 'originals-kept':
      return {
        ...state,
        originals: keepOriginals(state.originals, body.originals, event.at, event.actor.name),
      }
    case 'originals-returned': {
      const { receivedBy, relation } = body
      const returned = { at: event.at, by: event.actor.name, receivedBy, relation }
      return { ...state, originals: giveOriginalsBack(state.originals, body.originalIds, returned) }
    }
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
        },
      })
    case 'handed-over': {
      const { rackPlace: _, ...rest } = state
      return withSignature({ ...rest, handedOverAt: event.at }, body.signatureSha256)
    }
    case 'rack-placed': {
      const { rackPlace: _, ...rest } = state
      return body.place === null ? rest : { ...rest, rackPlace: body.place }
    }
    case 'reminded': {
      const reminder = { at: event.at, channel: body.channel, by: event.actor.name }
      return { ...state, reminders: [...(state.reminders ?? []), reminder] }
    }
    case 'papers-given-back':
      return withSignature(
        { ...state, papersBack: { returnId: body.returnId, at: event.at } },
        body.signatureSha256,
      )
  }
}

/**
 * From when the clock counts if the dossier is accepted at a moment: what was declared complete on paper counts from there,
 * unless it went back to the applicant since.
 */
export const acceptanceMoment = ({ late, submittedAt }: ApplicationState, at: Instant): Instant =>
  late?.declaredComplete ? submittedAt : at

function applyCorrection(
  state: ApplicationState,
  event: ApplicationEvent,
  body: Body<'intake-corrected'>,
): ApplicationState {
  const { applicant, data, documents, ordinal } = body
  const correction: Correction = {
    id: body.correctionId,
    ordinal,
    at: event.at,
    by: event.actor.name,
    reason: event.note ?? '',
    formerWords: body.formerWords,
  }
  return {
    ...state,
    applicant,
    data,
    documents: [...state.documents, ...documents],
    corrections: [...(state.corrections ?? []), correction],
  }
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

const withSignature = (state: ApplicationState, sha256: string | undefined): ApplicationState =>
  sha256 === undefined
    ? state
    : { ...state, receiverSignatures: [...(state.receiverSignatures ?? []), sha256] }

const acceptedAfter = (state: ApplicationState, event: ApplicationEvent, body: Body<'moved'>) =>
  body.accepts ? (state.acceptedAt ?? acceptanceMoment(state, event.at)) : state.acceptedAt

/** The clock's pauses and the promised day after a move. */
function promiseAfter(
  state: ApplicationState,
  event: ApplicationEvent,
  body: Body<'moved'>,
): Pick<ApplicationState, 'pauses' | 'firstDueOn' | 'dueOn' | 'promiseChange'> {
  const standing = state.pauses.some((one) => one.until === null)
  const stands = acceptedAfter(state, event, body) !== null && body.clock === 'paused'
  const pauses =
    standing === stands
      ? state.pauses
      : stands
        ? [...state.pauses, { from: event.at, until: null }]
        : state.pauses.map((one) => (one.until === null ? { ...one, until: event.at } : one))
  const dueOn = body.dueOn ?? state.dueOn
  const moved = state.dueOn !== null && dueOn !== null && dueOn !== state.dueOn
  return {
    pauses,
    dueOn,
    firstDueOn: state.firstDueOn ?? dueOn,
    promiseChange: moved ? { from: state.dueOn, to: dueOn, at: event.at, why: [] } : state.promiseChange,
  }
}

function applyMove(state: ApplicationState, event: ApplicationEvent, body: Body<'moved'>): ApplicationState {
  const stay = state.openStages.filter((one) => !body.closes.includes(one.stage))
  const opened = body.opens.map((stage) => ({ stage, since: event.at }))
  const speaks = body.kind === 'return-to-applicant' || body.kind === 'refuse' || body.kind === 'withdraw'
  const product =
    body.activates && state.product
      ? { ...state.product, activatedAt: event.at }
      : body.kind === 'back' && state.product
        ? withoutElectronicSignature(state.product)
        : state.product
  // A returned dossier that is brought again brings its papers again.
  const { papersBack, ...kept } = state
  const brought = state.returned && body.kind === 'forward'
  return {
    ...kept,
    ...(papersBack === undefined || brought ? undefined : { papersBack }),
    openStages: [...stay, ...opened],
    track: body.kind === 'refuse' ? 'refusal' : state.track,
    returned: body.kind === 'return-to-applicant',
    ...(body.kind === 'return-to-applicant' && state.late
      ? { late: { ...state.late, declaredComplete: false } }
      : undefined),
    ...(body.repair ? { repair: body.repair } : undefined),
    ...(body.withdrawal ? { withdrawal: body.withdrawal } : undefined),
    ...(body.closing ? { closing: body.closing } : undefined),
    clock: body.clock,
    acceptedAt: acceptedAfter(state, event, body),
    ...promiseAfter(state, event, body),
    product,
    withdrawnAt: body.kind === 'withdraw' ? event.at : state.withdrawnAt,
    lastMove: { via: body.via, actorName: event.actor.name, at: event.at },
    note: speaks ? event.note : state.note,
  }
}

/**
 * A permit that goes back before it is active is worked on again: the signed file is kept, but what comes of it is signed
 * anew. A signed refusal is a decision that was made, and stays.
 */
const withoutElectronicSignature = (product: Product): Product =>
  product.signature?.method === 'electronic' &&
  product.kind !== 'refusal-letter' &&
  product.activatedAt === null
    ? { ...product, signature: null }
    : product

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
