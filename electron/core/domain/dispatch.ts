import type { Instant } from './instant.ts'
import { daysBetween, type OfficeDate } from './office-date.ts'
import { instantAt, officeDateOf, type ZoneName } from './office-zone.ts'
import type { OfficialNumber } from './permit.ts'
import { ok, refuse, type Result } from './result.ts'
import { parseTimeOfDay, type TimeRefusal } from './time-of-day.ts'
import { parseTypedDate, type TypedDateRefusal } from './typed-date.ts'

export const dispatchKinds = ['dossier-copy', 'request-letter', 'recommendation', 'permit', 'other'] as const
/** What is brought to somebody. */
export type DispatchKind = (typeof dispatchKinds)[number]

/** How the receiver signed: in the book, or on a slip of which a scan is kept. */
export const receiptWays = ['book', 'slip'] as const
export type ReceiptWay = (typeof receiptWays)[number]

/** A line of the *Buku Ekspedisi*: a paper that left the office by hand, and who took it. */
export interface Dispatch {
  readonly id: string
  /** Number in the book, in a gap-free series of its own. */
  readonly number: OfficialNumber
  readonly kind: DispatchKind
  /** Number of the letter; null: it has none. */
  readonly letterNumber: string | null
  /** What it is, in words; null: the kind says all. */
  readonly subject: string | null
  /** The dossier that it is about; null: none. */
  readonly dossier: { readonly applicationId: string; readonly registrationNumber: string } | null
  readonly recipient: string
  readonly broughtBy: string
  readonly sentOn: OfficeDate
  readonly enteredAt: Instant
  readonly enteredBy: string
  /** null: nobody has confirmed it yet. */
  readonly received: DispatchReceipt | null
  /** null: it stands. A line that was voided keeps its number. */
  readonly voided: DispatchMark | null
}

/** Who wrote it down, and when. */
interface Written {
  readonly at: Instant
  readonly by: string
  readonly userId: string
}

export interface DispatchReceipt extends Written {
  readonly receiver: string
  readonly receivedAt: Instant
  /** Scan of the signed slip in the cabinet; null: signed in the book. */
  readonly slipSha256: string | null
}

export interface DispatchMark extends Written {
  readonly reason: string
}

/** A new line as typed. */
export interface DispatchForm {
  readonly kind: DispatchKind
  readonly letterNumber: string
  readonly subject: string
  /** Registration number of its dossier; empty: none. */
  readonly registrationNumber: string
  readonly recipient: string
  readonly broughtBy: string
}

export type DispatchField = 'subject' | 'recipient' | 'broughtBy'

export type EnterDispatchRefusal =
  | { readonly code: 'dispatch-incomplete'; readonly fields: readonly DispatchField[] }
  | { readonly code: 'dispatch-dossier-unknown'; readonly typed: string }

export type DispatchSettledRefusal =
  | { readonly code: 'dispatch-unknown' }
  | {
      readonly code: 'dispatch-received'
      readonly receiver: string
      readonly by: string
      readonly at: Instant
    }
  | { readonly code: 'dispatch-voided'; readonly reason: string; readonly by: string; readonly at: Instant }

export type ConfirmDispatchRefusal =
  | DispatchSettledRefusal
  | { readonly code: 'dispatch-receiver-needed' }
  | { readonly code: 'dispatch-slip-missing' }
  | { readonly code: 'dispatch-received-early'; readonly sentOn: OfficeDate }
  | { readonly code: 'dispatch-received-later-than-now' }
  | TypedDateRefusal
  | TimeRefusal

export type VoidDispatchRefusal = DispatchSettledRefusal | { readonly code: 'dispatch-reason-needed' }

/** What was typed of a line, its spaces in order. */
export interface DispatchWords {
  readonly letterNumber: string | null
  readonly subject: string | null
  readonly recipient: string
  readonly broughtBy: string
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Reads a new line. Refuses with every field that lacks; a kind of its own name needs no further words. */
export function readDispatch(form: DispatchForm): Result<DispatchWords, EnterDispatchRefusal> {
  const words = {
    letterNumber: tidy(form.letterNumber) || null,
    subject: tidy(form.subject) || null,
    recipient: tidy(form.recipient),
    broughtBy: tidy(form.broughtBy),
  }
  const fields: DispatchField[] = [
    ...(form.kind === 'other' && words.subject === null ? (['subject'] as const) : []),
    ...(words.recipient === '' ? (['recipient'] as const) : []),
    ...(words.broughtBy === '' ? (['broughtBy'] as const) : []),
  ]
  return fields.length > 0 ? refuse({ code: 'dispatch-incomplete', fields }) : ok(words)
}

/** What stands in the way of settling a line: it was received, or voided, by somebody and at a time. */
export function settledRefusal({ received, voided }: Dispatch): DispatchSettledRefusal | null {
  if (voided) return { code: 'dispatch-voided', reason: voided.reason, by: voided.by, at: voided.at }
  if (received)
    return { code: 'dispatch-received', receiver: received.receiver, by: received.by, at: received.at }
  return null
}

export interface ConfirmDispatchForm {
  readonly receiver: string
  readonly day: string
  readonly time: string
  readonly slipSha256: string | null
}

/**
 * Confirms that a line was received. Repeatable by whoever confirmed it.
 *
 * Refuses what is settled already, naming who did it, an unreadable or impossible moment, and a missing name.
 */
export function confirmDispatch(
  dispatch: Dispatch,
  form: ConfirmDispatchForm,
  by: Pick<Written, 'by' | 'userId'>,
  now: Instant,
  zone: ZoneName,
): Result<Dispatch, ConfirmDispatchRefusal> {
  if (dispatch.received?.userId === by.userId) return ok(dispatch)
  const settled = settledRefusal(dispatch)
  if (settled) return refuse(settled)
  const receiver = tidy(form.receiver)
  if (receiver === '') return refuse({ code: 'dispatch-receiver-needed' })
  const day = parseTypedDate(form.day)
  if (!day.ok) return day
  const time = parseTimeOfDay(form.time)
  if (!time.ok) return time
  if (day.value < dispatch.sentOn) return refuse({ code: 'dispatch-received-early', sentOn: dispatch.sentOn })
  const receivedAt = instantAt(day.value, time.value, zone)
  if (receivedAt > now) return refuse({ code: 'dispatch-received-later-than-now' })
  return ok({ ...dispatch, received: { receiver, receivedAt, slipSha256: form.slipSha256, at: now, ...by } })
}

/**
 * Voids a line that was written wrongly; its number stays in the book. Repeatable by whoever voided it.
 *
 * Refuses what is settled already, naming who did it, and an empty reason.
 */
export function voidDispatch(
  dispatch: Dispatch,
  reason: string,
  by: Pick<Written, 'by' | 'userId'>,
  now: Instant,
): Result<Dispatch, VoidDispatchRefusal> {
  if (dispatch.voided?.userId === by.userId) return ok(dispatch)
  const settled = settledRefusal(dispatch)
  if (settled) return refuse(settled)
  const words = tidy(reason)
  return words === ''
    ? refuse({ code: 'dispatch-reason-needed' })
    : ok({ ...dispatch, voided: { reason: words, at: now, ...by } })
}

export const dispatchStates = ['open', 'overdue', 'received', 'void'] as const
export type DispatchState = (typeof dispatchStates)[number]

/**
 * How a line stands on a day.
 *
 * @param confirmWithinDays  calendar days in which the office expects its confirmation
 */
export function dispatchState(
  { received, voided, sentOn }: Pick<Dispatch, 'received' | 'voided' | 'sentOn'>,
  today: OfficeDate,
  confirmWithinDays: number,
): DispatchState {
  if (voided) return 'void'
  if (received) return 'received'
  return daysBetween(sentOn, today) > confirmWithinDays ? 'overdue' : 'open'
}

/** The office day on which it was received; null: not yet. */
export const receivedOn = ({ received }: Pick<Dispatch, 'received'>, zone: ZoneName): OfficeDate | null =>
  received && officeDateOf(received.receivedAt, zone)
