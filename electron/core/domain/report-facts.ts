import type { ApplicationEvent } from './application-event.ts'
import { evolve } from './application-history.ts'
import type { ApplicationState } from './application-state.ts'
import type { Instant } from './instant.ts'
import { isIssued } from './issuance.ts'
import type { OfficeDate } from './office-date.ts'
import { officeDateOf, type ZoneName } from './office-zone.ts'
import type { ApplicationKind } from './permit-type.ts'

/** What a report counts. The first eight are of the dossier's way, the rest belongs to its papers. */
export const factKinds = [
  'received',
  'carried',
  'accepted',
  'returned',
  'resubmitted',
  'withdrawn',
  'closed',
  'refused',
  'issued',
  'revoked',
  'amended',
  'handed-over',
  'voided',
  'signed',
  'copied',
] as const
/**
 * `carried`: taken over from the running book of before, in which it was received, on the day of that entry; `closed`: ended by the office, because it was not mended; `issued`: a permit that became *terbit*; `revoked`: a
 * revocation decree that did; `amended`: the new paper of a *Ralat* is complete; `voided`: an official number; `signed`:
 * electronically; `copied`: a SALINAN.
 */
export type FactKind = (typeof factKinds)[number]

/** By what a fact can be grouped beside its clerk and counter: what the dossier is about, as it was last corrected. */
export interface FactSubject {
  readonly permitTypeCode: string
  readonly applicationKind: ApplicationKind
  /** Which practice place of its holder it is for; null: none is told. */
  readonly practiceOrdinal: 1 | 2 | 3 | null
  readonly channel: 'counter' | 'online'
  /** Kecamatan of the place of practice; null: none was given. */
  readonly district: string | null
  readonly facility: string | null
  readonly profession: string | null
}

/** Why a fact does not count any more: whoever mended the dossier, when, and in what words. */
export interface Reversal {
  readonly seq: number
  readonly at: Instant
  readonly by: string
  /** null: nobody gave a reason. */
  readonly reason: string | null
}

/**
 * One countable fact of a dossier's history. It never changes but for its reversal, so what was known at a moment T is
 * what was recorded before T and not reversed before T.
 */
export interface ReportFact extends FactSubject {
  readonly applicationId: string
  /** Place among the facts of its dossier, from 0. */
  readonly ordinal: number
  readonly kind: FactKind
  /** The event from which it comes. */
  readonly seq: number
  /** The office day on which it counts: a late entry counts on the day on which it happened on paper. */
  readonly day: OfficeDate
  readonly at: Instant
  /** When the office's books knew it. */
  readonly recordedAt: Instant
  readonly recordedBy: string
  /** Why the books knew it later, or know it otherwise than before; null: at once. */
  readonly reason: string | null
  /** Whose act it was; null: the system's or the applicant's. */
  readonly userId: string | null
  readonly userName: string
  /** The station at which it was done. */
  readonly counter: string
  /** A decision after the day that was promised. */
  readonly late: boolean
  /** Ordinal of the fact in whose place it stands; null: of none. */
  readonly replaces: number | null
  readonly reversed: Reversal | null
}

const subjectOf = ({ data }: ApplicationState): FactSubject => ({
  permitTypeCode: data.permitTypeCode,
  applicationKind: data.kind,
  practiceOrdinal: data.practiceOrdinal,
  channel: data.channel,
  district: data.facility?.district ?? null,
  facility: data.facility?.name ?? null,
  profession: data.str?.profession ?? null,
})

const isSameSubject = (one: FactSubject, other: FactSubject): boolean =>
  one.permitTypeCode === other.permitTypeCode &&
  one.applicationKind === other.applicationKind &&
  one.practiceOrdinal === other.practiceOrdinal &&
  one.channel === other.channel &&
  one.district === other.district &&
  one.facility === other.facility &&
  one.profession === other.profession

/** When an event was written down: what was done on paper bears the moment of the act itself. */
export function writtenAt({ at, body }: ApplicationEvent): Instant {
  const enteredAt =
    body.action === 'registered'
      ? (body.late ?? body.carried)?.enteredAt
      : body.action === 'handed-over'
        ? body.late?.enteredAt
        : undefined
  return enteredAt !== undefined && enteredAt > at ? enteredAt : at
}

/** The part of a history that the office's books knew before a moment. */
export function knownBefore(events: readonly ApplicationEvent[], asOf: Instant): readonly ApplicationEvent[] {
  // The books are written forward: nobody knew what stands behind the first that was not known.
  const first = events.findIndex((event) => writtenAt(event) >= asOf)
  return first === -1 ? events : events.slice(0, first)
}

interface Counted {
  readonly kind: FactKind
  readonly at: Instant
  readonly late?: boolean
}

/** What an event adds to the office's count, by what it made of the dossier. */
function countedBy(
  before: ApplicationState | null,
  { at, body }: ApplicationEvent,
  after: ApplicationState,
  day: (at: Instant) => OfficeDate,
): readonly Counted[] {
  const counted: Counted[] = []
  const isLate = after.dueOn !== null && day(at) > after.dueOn
  if (before === null) counted.push({ kind: 'received', at })
  if (body.action === 'registered' && body.carried?.book === 'running' && body.carried.issuedAt === null)
    counted.push({ kind: 'carried', at: body.carried.enteredAt })
  if (before?.acceptedAt === null && after.acceptedAt !== null)
    counted.push({ kind: 'accepted', at: after.acceptedAt })
  if (body.action === 'moved') {
    if (body.kind === 'return-to-applicant') counted.push({ kind: 'returned', at })
    if (body.kind === 'forward' && before?.returned) counted.push({ kind: 'resubmitted', at })
    if (body.kind === 'withdraw') counted.push({ kind: body.closing ? 'closed' : 'withdrawn', at })
  }
  if (before && before.refusedAt === null && after.refusedAt !== null)
    counted.push({ kind: 'refused', at, late: isLate })
  if (before && before.issuedAt === null && after.issuedAt !== null)
    counted.push({
      kind: after.product?.kind === 'revocation-decree' ? 'revoked' : 'issued',
      at,
      late: isLate,
    })
  const wasMadeAnew = before && before.issuedAt !== null && before.product && !isIssued(before.product)
  if (wasMadeAnew && after.product && isIssued(after.product)) counted.push({ kind: 'amended', at })
  if (body.action === 'handed-over') counted.push({ kind: 'handed-over', at })
  if (body.action === 'number-voided') counted.push({ kind: 'voided', at })
  if (body.action === 'signed' && body.method === 'electronic') counted.push({ kind: 'signed', at })
  if (body.action === 'copy-printed') counted.push({ kind: 'copied', at })
  return counted
}

/** What an old book says was done before it was entered: the book's own reports have counted it. */
const doneHere = ({ carried }: ApplicationState, { kind, at }: Counted): boolean =>
  !carried || kind === 'carried' || at > carried.enteredAt

const earliest = '' as Instant

/** These count once for a dossier on one day, however often it went to and fro. */
const onceADay: readonly FactKind[] = ['returned', 'resubmitted']

/**
 * The countable facts of a whole history, in the order in which the office came to know them. Pure; the facts of a part of
 * a history are the first ones of the whole, but for reversals that came later. A correction of what the dossier is about
 * (its type, kind, place …) reverses every standing fact and puts a new one on the same day in its place.
 *
 * *Ralat* reverses nothing: the permit was issued and handed over on those days, and the new paper is handed over again.
 *
 * @param zone  the office's own: it decides to which day a moment belongs
 */
export function factsOf(events: readonly ApplicationEvent[], zone: ZoneName): readonly ReportFact[] {
  const day = (at: Instant): OfficeDate => officeDateOf(at, zone)
  const facts: ReportFact[] = []
  let state: ApplicationState | null = null
  let recordedAt = earliest
  for (const event of events) {
    const before: ApplicationState | null = state
    state = evolve(before, event)
    const written = writtenAt(event)
    // The books are written forward: whoever knows an event knows those before it.
    if (written > recordedAt) recordedAt = written
    const known = { seq: event.seq, recordedAt, by: event.actor.name, reason: event.note }
    replaceWrong(facts, subjectOf(state), known)
    for (const counted of countedBy(before, event, state, day)) {
      if (!doneHere(state, counted)) continue
      const { kind, at, late = false } = counted
      const on = day(at)
      const isRepeat = (one: ReportFact) => one.kind === kind && one.day === on && one.reversed === null
      if (onceADay.includes(kind) && facts.some(isRepeat)) continue
      facts.push({
        ...subjectOf(state),
        applicationId: event.applicationId,
        ordinal: facts.length,
        kind,
        seq: event.seq,
        day: on,
        at,
        recordedAt,
        recordedBy: event.actor.name,
        reason: recordedAt > at ? lateReason(event, state) : null,
        userId: event.actor.userId,
        userName: event.actor.name,
        counter: event.actor.station,
        late,
        replaces: null,
        reversed: null,
      })
    }
  }
  return facts
}

const lateReason = ({ body }: ApplicationEvent, { late }: ApplicationState): string | null =>
  (body.action === 'handed-over' ? body.late : late)?.reason ?? null

interface Known {
  readonly seq: number
  readonly recordedAt: Instant
  readonly by: string
  readonly reason: string | null
}

function replaceWrong(
  facts: ReportFact[],
  subject: FactSubject,
  { seq, recordedAt, by, reason }: Known,
): void {
  const wrong = facts.filter((one) => one.reversed === null && !isSameSubject(one, subject))
  for (const one of wrong) {
    facts[one.ordinal] = { ...one, reversed: { seq, at: recordedAt, by, reason } }
    facts.push({
      ...one,
      ...subject,
      ordinal: facts.length,
      seq,
      recordedAt,
      recordedBy: by,
      reason,
      replaces: one.ordinal,
    })
  }
}

/** Whether a fact counted in what the office knew at a moment; `asOf` null: in what it knows now. */
export const stoodAt = (
  { recordedAt, reversed }: Pick<ReportFact, 'recordedAt' | 'reversed'>,
  asOf: Instant | null,
): boolean =>
  asOf === null ? reversed === null : recordedAt < asOf && (reversed === null || reversed.at >= asOf)

/** By what figures are grouped and narrowed down. `clerk` is the id of a person, `counter` the name of a station. */
export const factDimensions = [
  'permit-type',
  'application-kind',
  'practice-ordinal',
  'channel',
  'clerk',
  'counter',
  'district',
  'facility',
  'profession',
] as const
export type FactDimension = (typeof factDimensions)[number]

/** What a fact is grouped under; empty: nothing was told, or nobody of the office did it. */
export function groupOf(fact: ReportFact, dimension: FactDimension): string {
  switch (dimension) {
    case 'permit-type':
      return fact.permitTypeCode
    case 'application-kind':
      return fact.applicationKind
    case 'practice-ordinal':
      return fact.practiceOrdinal === null ? '' : String(fact.practiceOrdinal)
    case 'channel':
      return fact.channel
    case 'clerk':
      return fact.userId ?? ''
    case 'counter':
      return fact.counter
    case 'district':
      return fact.district ?? ''
    case 'facility':
      return fact.facility ?? ''
    case 'profession':
      return fact.profession ?? ''
  }
}

/** Days have sums by these; places are nearly as many as dossiers, so figures by place are counted from the facts. */
export const summedDimensions: readonly FactDimension[] = factDimensions.filter((one) => one !== 'facility')

/**
 * What ends a dossier's way to a decision: a dossier without any of these is in process. A permit that was brought to an end later
 * is another dossier's affair.
 */
export const endingKinds: readonly FactKind[] = ['issued', 'revoked', 'refused', 'withdrawn', 'closed']

/** The sums' name for all facts of a kind together, and its only value. */
export const sumOfAll = 'all'
