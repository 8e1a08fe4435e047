import { leaveAppointments } from './appointment.ts'
import type { ApplicationEvent } from './application-event.ts'
import { acceptanceMoment, type ApplicationState } from './application-state.ts'
import type { Product } from './permit.ts'
import { passedAfter } from './vacant-stage.ts'

type Moved = Extract<ApplicationEvent['body'], { action: 'moved' }>

const acceptedAfter = (state: ApplicationState, event: ApplicationEvent, body: Moved) =>
  body.accepts ? (state.acceptedAt ?? acceptanceMoment(state, event.at)) : state.acceptedAt

/** The clock's pauses and the promised day after a move. */
function promiseAfter(
  state: ApplicationState,
  event: ApplicationEvent,
  body: Moved,
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

const passedStages = (
  { passedStages: before }: ApplicationState,
  { at }: ApplicationEvent,
  { stage, vacant }: Moved,
): Pick<ApplicationState, 'passedStages'> =>
  before === undefined && vacant === undefined
    ? {}
    : {
        passedStages: passedAfter(before, stage, vacant === undefined ? null : { stage, reason: vacant, at }),
      }

/** What a move through the stage table makes of an application: stages, clock, promise, and how it ended if it did. */
export function applyMove(state: ApplicationState, event: ApplicationEvent, body: Moved): ApplicationState {
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
    ...passedStages(state, event, body),
    ...(body.repair ? { repair: body.repair } : undefined),
    ...(body.withdrawal ? { withdrawal: body.withdrawal } : undefined),
    ...(body.closing ? { closing: body.closing } : undefined),
    ...(body.leaves ? { appointments: leaveAppointments(state.appointments, body.leaves) } : undefined),
    // What is *terbit* has no clock any more, also while its paper is put right.
    clock: state.issuedAt === null ? body.clock : 'off',
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
