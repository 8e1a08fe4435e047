import type { ApplicationEvent, EventBody } from './application-event.ts'
import type { ApplicationState } from './application-state.ts'
import { permitStatusOn } from './earlier-permit.ts'
import { parseEmail, type Email } from './email.ts'
import type {
  ExpiryLetter,
  ExpiryNotice,
  ExpiryNoticeRefusal,
  ExpiryOutcome,
  ExpiryWay,
} from './expiry-notice.ts'
import { noticeContacts } from './notice-rules.ts'
import type { OfficeDate } from './office-date.ts'
import { ok, refuse, type Result } from './result.ts'

type Told = Pick<ApplicationState, 'product' | 'expiryNotices'>

/** What was last said of the permit's present end and has not failed; undefined: the holder knows nothing yet. */
export const standingExpiryNotice = ({ product, expiryNotices = [] }: Told): ExpiryNotice | undefined =>
  expiryNotices.findLast((one) => one.validUntil === product?.validUntil && one.outcome !== 'failed')

/** The letter that was written about the permit's present end; undefined: none. A further print keeps its number. */
export const expiryLetterOf = ({ product, expiryNotices = [] }: Told): ExpiryLetter | undefined =>
  expiryNotices.findLast((one) => one.validUntil === product?.validUntil && one.letter !== undefined)?.letter

/** Whether a holder can be written to on paper. */
export const hasAddress = ({ applicant }: Pick<ApplicationState, 'applicant'>): boolean =>
  (applicant.addressDomicile ?? applicant.addressKtp ?? '').trim() !== ''

/** The holder's e-mail address; null: none, or none that is one. */
export function emailOf({ applicant }: Pick<ApplicationState, 'applicant'>): Email | null {
  const read = parseEmail(applicant.email ?? '')
  return read.ok ? read.value : null
}

/**
 * The way of a message: by e-mail where the office sends mails and the holder gave an address, through the portal where the
 * application came from there, else somebody calls; null: nobody can be reached but by letter.
 */
export function messageWay(
  state: Pick<ApplicationState, 'applicant' | 'data'>,
  office: { readonly sendsMails: boolean; readonly hasPortal: boolean },
): Exclude<ExpiryWay, 'letter'> | null {
  if (office.sendsMails && emailOf(state) !== null) return 'email'
  if (office.hasPortal && state.data.channel === 'online') return 'portal'
  return noticeContacts(state).length > 0 ? 'call' : null
}

/**
 * Decides whether a holder is told of the end of the permit now, and of which day.
 *
 * @param reason  why it is said again; null or empty: it is the first time
 * Refuses a permit that is not in force or has no end, and what was said already, naming who and when.
 */
export function decideExpiryNotice(
  state: ApplicationState,
  today: OfficeDate,
  reason: string | null,
): Result<OfficeDate, ExpiryNoticeRefusal> {
  const validUntil = state.product?.validUntil ?? null
  if (validUntil === null || state.permitEnd !== null || permitStatusOn(state, today) !== 'active')
    return refuse({ code: 'expiry-not-in-force' })
  const before = standingExpiryNotice(state)
  if (before && !reason?.trim())
    return refuse({ code: 'expiry-written', by: before.by, at: before.at, way: before.way })
  return ok(validUntil)
}

type Body<A extends EventBody['action']> = Extract<EventBody, { action: A }>

/** Puts what was said into the state of its dossier; pure. */
export function withExpiryNotice(
  { expiryNotices = [] }: Pick<ApplicationState, 'expiryNotices'>,
  { id, at, actor }: ApplicationEvent,
  { orderId, way, validUntil, letter }: Body<'expiry-noticed'>,
): readonly ExpiryNotice[] {
  const outcome = way === 'letter' || way === 'portal' ? 'told' : 'open'
  return [
    ...expiryNotices,
    { id, orderId, way, validUntil, ...(letter && { letter }), at, by: actor.name, outcome },
  ]
}

const outcomeOf = (outcome: Body<'applicant-contacted'>['outcome'], before: ExpiryOutcome): ExpiryOutcome =>
  outcome === 'reached' || outcome === 'sent' || outcome === 'printed'
    ? 'told'
    : outcome === 'not-sent'
      ? 'failed'
      : before

/** What became of a try to tell; a try about anything else leaves the list as it is. */
export function afterContact(
  { expiryNotices }: Pick<ApplicationState, 'expiryNotices'>,
  { noticeId, outcome }: Pick<Body<'applicant-contacted'>, 'noticeId' | 'outcome'>,
): readonly ExpiryNotice[] | undefined {
  return expiryNotices?.map((one) =>
    one.id === noticeId ? { ...one, outcome: outcomeOf(outcome, one.outcome) } : one,
  )
}
