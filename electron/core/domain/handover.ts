import type { ApplicationData } from './application.ts'
import type { IdentitySeen } from './identity-seen.ts'
import type { Instant } from './instant.ts'
import type { Product } from './permit.ts'
import { ok, refuse, type Result } from './result.ts'

/**
 * What became of the earlier paper when the new one was handed over: it may not go on being shown at two places
 * (domain 5.6). `not-yet`: the holder brings it later, for the reason given.
 */
export type OldPermitAnswer =
  | { readonly outcome: 'handed-in' }
  | { readonly outcome: 'lost'; readonly policeLetter: string }
  | { readonly outcome: 'not-yet'; readonly reason: string }

export const oldPermitOutcomes = ['handed-in', 'lost', 'not-yet'] as const

/** What decides about it: the paper that goes out, and the one from which it began. */
interface TakingOver {
  readonly data: Pick<ApplicationData, 'earlierPermit'>
  readonly product: Pick<Product, 'kind'> | null
}

/** Whether somebody who fetches this paper is asked for the one that it takes the place of. A refusal takes none away. */
export const asksOldPermit = ({ data, product }: TakingOver): boolean =>
  product?.kind !== 'refusal-letter' &&
  data.earlierPermit !== null &&
  data.earlierPermit !== undefined &&
  data.earlierPermit.effect !== 'none'

export type OldPermitRefusal =
  | { readonly code: 'old-permit-unanswered' }
  | { readonly code: 'old-permit-words-needed'; readonly of: 'lost' | 'not-yet' }

/**
 * What is written down about the earlier paper; null: nobody is asked for one.
 * Refuses an answer that lacks, and one without the number of the police letter or the reason.
 */
export function readOldPermit(
  state: TakingOver,
  answer: OldPermitAnswer | null,
): Result<OldPermitAnswer | null, OldPermitRefusal> {
  if (!asksOldPermit(state)) return ok(null)
  if (answer === null) return refuse({ code: 'old-permit-unanswered' })
  if (answer.outcome === 'handed-in') return ok({ outcome: 'handed-in' })
  const words = (answer.outcome === 'lost' ? answer.policeLetter : answer.reason).trim()
  if (words === '') return refuse({ code: 'old-permit-words-needed', of: answer.outcome })
  return ok(
    answer.outcome === 'lost'
      ? { outcome: 'lost', policeLetter: words }
      : { outcome: 'not-yet', reason: words },
  )
}

/** What is known of an earlier paper that was asked for: the last answer, when and who wrote it down. */
export interface OldPermitStanding {
  readonly answer: OldPermitAnswer
  readonly at: Instant
  readonly by: string
}

/** How an earlier paper that was still to come was settled. */
export type OldPermitSettlement = Exclude<OldPermitAnswer, { readonly outcome: 'not-yet' }>

export type SettleOldPermitRefusal =
  | OldPermitRefusal
  /** Nobody owes one; `settled` says who settled it first, null: none was ever owed. */
  | {
      readonly code: 'old-permit-not-owed'
      readonly settled: { readonly at: Instant; readonly by: string } | null
    }

/** An earlier paper that the holder still has to bring. */
export interface OwedPermit {
  /** Its number; null: not known. */
  readonly number: string | null
  readonly reason: string
  /** Since when, and who wrote it down. */
  readonly at: Instant
  readonly by: string
}

interface AskedForOldPermit {
  readonly oldPermit?: OldPermitStanding | undefined
  readonly data: Pick<ApplicationData, 'targetPermitNumber'>
}

/** The earlier paper that is still to come; null: none. */
export const owedOldPermit = ({ oldPermit, data }: AskedForOldPermit): OwedPermit | null =>
  oldPermit?.answer.outcome === 'not-yet'
    ? {
        number: data.targetPermitNumber,
        reason: oldPermit.answer.reason,
        at: oldPermit.at,
        by: oldPermit.by,
      }
    : null

/**
 * Settles an earlier paper that was still to come: it is handed in, or lost with its police letter.
 * Refuses where none is owed, naming whoever settled it, and a loss without the number of the letter.
 */
export function readSettlement(
  state: AskedForOldPermit,
  answer: OldPermitSettlement,
): Result<OldPermitSettlement, SettleOldPermitRefusal> {
  if (!owedOldPermit(state)) {
    const settled = state.oldPermit ? { at: state.oldPermit.at, by: state.oldPermit.by } : null
    return refuse({ code: 'old-permit-not-owed', settled })
  }
  if (answer.outcome === 'handed-in') return ok(answer)
  const policeLetter = answer.policeLetter.trim()
  return policeLetter === ''
    ? refuse({ code: 'old-permit-words-needed', of: 'lost' })
    : ok({ outcome: 'lost', policeLetter })
}

const longestPlace = 12
export type RackRefusal = { readonly code: 'rack-place-wrong'; readonly typed: string }

/**
 * A place on the rack as it is written on the folder: letters, figures and single signs between them, in capitals (*A-12*).
 * null: taken off the rack. Refuses what is longer than 12 signs or no such code.
 */
export function readRackPlace(typed: string | null): Result<string | null, RackRefusal> {
  const place = (typed ?? '').trim().toUpperCase().replace(/\s+/g, ' ')
  if (place === '') return ok(null)
  const isCode = place.length <= longestPlace && /^[A-Z0-9]+(?:[ ./-][A-Z0-9]+)*$/.test(place)
  return isCode ? ok(place) : refuse({ code: 'rack-place-wrong', typed: (typed ?? '').trim() })
}

/** A paper that lies ready is looked after by how long it has lain (in days, both ends counted). */
export const pickupAges = [
  { key: 'week', from: 0, to: 7 },
  { key: 'month', from: 8, to: 30 },
  { key: 'quarter', from: 31, to: 90 },
  { key: 'older', from: 91, to: null },
] as const
export type PickupAge = (typeof pickupAges)[number]['key']

/** The group of a paper by its whole days of waiting; a clock that was set back counts as today. */
export const pickupAge = (days: number): PickupAge =>
  pickupAges.find((one) => one.to === null || days <= one.to)?.key ?? 'older'

export const reminderChannels = ['whatsapp', 'phone', 'sms', 'letter'] as const
export type ReminderChannel = (typeof reminderChannels)[number]

/** One time that somebody was told that their paper waits. */
export interface Reminder {
  readonly at: Instant
  readonly channel: ReminderChannel
  readonly by: string
}

/** Papers of a dossier that went back to whoever had brought them. */
export interface PaperGivenBack {
  readonly requirementCode: string
  /** As the requirement was called that day. */
  readonly label: string
  /** Sheets or copies, at least 1. */
  readonly count: number
}

/** Who took something home from the counter, and what was seen of them. */
export interface ReceivedAtCounter {
  readonly receivedBy: string
  /** `self` or the relation of the representative. */
  readonly relation: string
  readonly receiverNik: string | null
  readonly identity: IdentitySeen
}
