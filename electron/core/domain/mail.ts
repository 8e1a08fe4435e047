import type { Actor } from './application-event.ts'
import type { Email } from './email.ts'
import { addMs, msBetween, type Instant } from './instant.ts'

export const mailStates = [
  'waiting',
  'sending',
  'sent',
  'failed',
  'uncertain',
  'wrong-address',
  'bounced',
  'cancelled',
] as const
/**
 * Where a mail stands. `sending`: this very moment; a restart reads from `handedAt` whether the server may have it.
 * `sent`: the server took it. `failed`: certain that it did not, and nobody tries any more. `uncertain`: the connection broke
 * after the whole text had gone; never sent again by itself. `wrong-address`: the server knows no such address. `bounced`: it
 * came back, as a clerk says. `cancelled`: nobody wants it any more.
 */
export type MailState = (typeof mailStates)[number]

export const mailReasons = [
  'name-unknown',
  'unreachable',
  'connection-lost',
  'timed-out',
  'tls-missing',
  'tls-failed',
  'sign-in-refused',
  'sender-refused',
  'recipient-refused',
  'message-refused',
  'server-busy',
  'odd-answer',
  'no-password',
  'file-missing',
  'file-elsewhere',
  'file-broken',
  'paper-unsound',
  'not-ready',
  'not-needed',
  'by-clerk',
  'station-stopped',
] as const
export type MailReason = (typeof mailReasons)[number]

/** What a server did with a mail, as far as it can be known. `answer`: its own words, shortened; null: none. */
export type MailVerdict =
  | { readonly outcome: 'sent'; readonly answer: string }
  /** Certain that it was not taken; `server`: whatever is sent next would meet the same. */
  | {
      readonly outcome: 'later'
      readonly reason: MailReason
      readonly answer: string | null
      readonly of: 'server' | 'mail'
    }
  | { readonly outcome: 'wrong-address'; readonly answer: string | null }
  | { readonly outcome: 'failed'; readonly reason: MailReason; readonly answer: string | null }
  | { readonly outcome: 'uncertain'; readonly reason: MailReason; readonly answer: string | null }

export const mailPurposes = ['delivery', 'notice'] as const
export type MailPurpose = (typeof mailPurposes)[number]

export const mailSettlements = ['sent-again', 'given-otherwise'] as const
/** How a mail that did not arrive was settled: a new one took its place, or the paper reached its holder another way. */
export type MailSettlement = (typeof mailSettlements)[number]

/** One mail of the office, made in the transaction of the act that asks for it. Never changed in what it says. */
export interface Mail {
  readonly id: string
  readonly applicationId: string
  readonly purpose: MailPurpose
  /** The product that it brings, or the notice that it says. */
  readonly subjectId: string
  readonly to: Email
  /** Made with the mail and the same at every try, so that whoever gets it twice can see that it is one. */
  readonly messageId: string
  /** The signed file in the cabinet; null: nothing is attached. */
  readonly fileSha256: string | null
  /** The mail whose place it takes; null: the first one. */
  readonly replaces: string | null
  readonly askedAt: Instant
  readonly askedBy: Actor
  readonly state: MailState
  readonly stateAt: Instant
  readonly reason: MailReason | null
  readonly answer: string | null
  readonly attempts: number
  /** Not before; only while it waits. */
  readonly nextTryAt: Instant
  /** From when tries are counted against the limit: when it was asked for, or sent again by a clerk. */
  readonly tryingSince: Instant
  /** When the last piece of it was about to go to the server; null: not in this try. */
  readonly handedAt: Instant | null
  readonly settled: { readonly how: MailSettlement; readonly at: Instant; readonly by: string } | null
}

/** Whether a mail is on its way by itself. */
export const isUnderWay = ({ state }: Pick<Mail, 'state'>): boolean =>
  state === 'waiting' || state === 'sending'

/** States from which a paper does not reach its holder unless somebody does something. */
export const troubledMailStates = ['failed', 'uncertain', 'wrong-address', 'bounced'] as const

/** Whether a mail waits for somebody's decision. A notice that does not arrive waits among the notices. */
export const needsSomebody = ({ purpose, state, settled }: Mail): boolean =>
  purpose === 'delivery' && settled === null && troubledMailStates.some((one) => one === state)

const firstDelayMs = 30_000
const longestDelayMs = 30 * 60_000
/** A password that is refused again and again locks the account. */
const patientReasons: readonly MailReason[] = [
  'sign-in-refused',
  'sender-refused',
  'tls-missing',
  'tls-failed',
  'no-password',
]
const leastPatientMs = 10 * 60_000
/** After three days nobody expects it any more: it fails and waits for somebody. */
export const mailPatienceMs = 3 * 24 * 3_600_000

/**
 * How long to wait before the next try: full jitter, so that stations that lost the same line do not come back together.
 *
 * @param attempts  tries so far, from 1
 * @param chance    0 up to 1
 * @returns milliseconds, at least a second, at most half an hour
 */
export function mailDelayMs(attempts: number, reason: MailReason, chance: number): number {
  const most = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempts - 1, 12))
  if (patientReasons.includes(reason))
    return Math.round(leastPatientMs + chance * (longestDelayMs - leastPatientMs))
  return Math.max(1_000, Math.round(chance * most))
}

/**
 * What becomes of a mail by what its server did.
 * A verdict of `later` waits for another try until `mailPatienceMs` are over, then it has failed; nothing else is tried again.
 */
export function afterVerdict(mail: Mail, verdict: MailVerdict, at: Instant, chance: number): Mail {
  const { answer } = verdict
  const base = { ...mail, answer, stateAt: at }
  switch (verdict.outcome) {
    case 'sent':
      return { ...base, state: 'sent', reason: null }
    case 'uncertain':
      return { ...base, state: 'uncertain', reason: verdict.reason }
    case 'wrong-address':
      return { ...base, state: 'wrong-address', reason: 'recipient-refused', handedAt: null }
    case 'failed':
      return { ...base, state: 'failed', reason: verdict.reason, handedAt: null }
    case 'later': {
      const delay = mailDelayMs(mail.attempts, verdict.reason, chance)
      const over = msBetween(mail.tryingSince, at) + delay > mailPatienceMs
      return over
        ? { ...base, state: 'failed', reason: verdict.reason, handedAt: null }
        : {
            ...base,
            state: 'waiting',
            reason: verdict.reason,
            handedAt: null,
            nextTryAt: addMs(at, delay),
          }
    }
  }
}

/** What a stopped station left half sent: back in the queue as long as the end of it had not gone out, else uncertain. */
export const afterInterruption = (mail: Mail, at: Instant): Mail =>
  mail.handedAt === null
    ? { ...mail, state: 'waiting', stateAt: at, reason: 'station-stopped', nextTryAt: at }
    : { ...mail, state: 'uncertain', stateAt: at, reason: 'station-stopped' }

/** Whether a verdict still belongs to this try: a station that was taken for dead may yet bring the server's answer. */
export const isStillThisTry = (present: Mail, tried: Mail): boolean =>
  present.attempts === tried.attempts &&
  (present.state === 'sending' || (present.state === 'uncertain' && present.reason === 'station-stopped'))
