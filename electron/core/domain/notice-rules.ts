import type { ApplicationState } from './application-state.ts'
import type { ApplicationEvent } from './application-event.ts'
import { isSameTime } from './appointment.ts'
import { isReadyForHandover } from './issuance.ts'
import type { AppointmentNews, Notice, NoticeFacts } from './notice.ts'
import { isMobile, parsePhone, type Phone } from './phone.ts'
import type { OfficeDate } from './office-date.ts'
import type { ActionKind, Stage, StageNoticeKind } from './stage-table.ts'

/**
 * What a stage that is entered has the applicant told; null: nothing. A stage may carry several words (*ready* and
 * *refused*): the one that fits the way of the dossier is meant. Entered by a step back, it says nothing anew.
 */
export function noticeOnEntering(
  stages: readonly Pick<Stage, 'notifies'>[],
  via: ActionKind,
  { track, accepted }: { readonly track: ApplicationState['track']; readonly accepted: boolean },
): StageNoticeKind | null {
  const fits: Readonly<Record<StageNoticeKind, boolean>> = {
    returned: via === 'return-to-applicant',
    accepted: via === 'forward' && accepted && track === 'permit',
    ready: via === 'forward' && track === 'permit',
    refused: (via === 'forward' || via === 'refuse') && track === 'refusal',
  }
  return stages.flatMap((one) => one.notifies).find((kind) => fits[kind]) ?? null
}

const isDecided = ({ issuedAt, refusedAt, withdrawnAt }: ApplicationState): boolean =>
  issuedAt !== null || refusedAt !== null || withdrawnAt !== null

/** Whether a dossier still is as a notice of that kind says. */
function stillHolds(kind: StageNoticeKind, state: ApplicationState): boolean {
  switch (kind) {
    case 'returned':
      return state.returned && state.withdrawnAt === null
    case 'accepted':
      return state.acceptedAt !== null && !state.returned && state.track === 'permit' && !isDecided(state)
    case 'ready':
      return state.track === 'permit' && isReadyForHandover(state)
    case 'refused':
      return state.track === 'refusal' && isReadyForHandover(state)
  }
}

/** What a notice of that kind says of a dossier as it is now. */
function noticeFacts(kind: StageNoticeKind, state: ApplicationState): NoticeFacts {
  const repair = kind === 'returned' ? (state.repair ?? null) : null
  const own = repair?.items.filter((one) => one.requirementCode === null).map((one) => one.reason)
  return {
    dueOn: kind === 'accepted' ? state.dueOn : null,
    items: (repair?.items ?? []).flatMap(({ requirementCode, reason, label }) =>
      requirementCode === null ? [] : [{ requirementCode, reason, label }],
    ),
    // What is said of requirements stands in their own lines.
    note: own ? own.join('\n') || null : kind === 'returned' ? state.note : null,
    until: repair?.until ?? null,
  }
}

// Between two words of acceptance lies a return, or the second one says nothing new.
const saysNothingNew = (kind: StageNoticeKind, known: readonly Notice[]): boolean =>
  kind === 'accepted' &&
  known.findLast((one) => one.kind !== 'ready' && one.kind !== 'appointment')?.kind === 'accepted'

/**
 * What an event says about a meeting or visit. The holder is told of a visit as soon as it is planned, because they must be
 * there; of a meeting, at which they are not, only that it moved. null: nothing.
 */
function appointmentNews({ body }: ApplicationEvent, after: ApplicationState): AppointmentNews | null {
  if (body.action === 'appointment-made') {
    const { id, kind, time } = body.appointment
    return kind === 'site-inspection' ? { id, kind, change: 'made', time, movedFrom: null } : null
  }
  if (body.action !== 'appointment-postponed' && body.action !== 'appointment-cancelled') return null
  const { appointmentId: id } = body
  const kind = after.appointments?.find((one) => one.id === id)?.kind
  if (kind === undefined) return null
  if (body.action === 'appointment-postponed')
    return { id, kind, change: 'postponed', time: body.to, movedFrom: body.from.date }
  const time = after.appointments?.find((one) => one.id === id)?.time
  return time && kind === 'site-inspection' ? { id, kind, change: 'cancelled', time, movedFrom: null } : null
}

/** Whether what is said about a meeting or visit is still so. */
function newsHolds({ id, change, time }: AppointmentNews, state: ApplicationState): boolean {
  const now = state.appointments?.find((one) => one.id === id)
  if (!now || isDecided(state)) return false
  return change === 'cancelled'
    ? now.state === 'cancelled'
    : now.state === 'planned' && isSameTime(now.time, time)
}

/** Whether a permit still ends on the day that was told. */
const endHolds = (until: OfficeDate | null, { permitEnd, product }: ApplicationState): boolean =>
  permitEnd === null && product?.validUntil === until

/** What a holder is told by mail or a call; a letter and a message through the portal have told it already. */
function expiryNews({ body }: ApplicationEvent, after: ApplicationState): NoticeFacts | null {
  if (body.action !== 'expiry-noticed' || (body.way !== 'email' && body.way !== 'call')) return null
  const { validUntil: until } = body
  return endHolds(until, after) ? { dueOn: null, items: [], note: null, until } : null
}

const waitingFor = (event: ApplicationEvent, kind: Notice['kind'], facts: NoticeFacts): Notice => ({
  id: event.id,
  applicationId: event.applicationId,
  kind,
  madeAt: event.at,
  facts,
  state: 'waiting',
  stateAt: event.at,
  tries: [],
})

/**
 * What becomes of an application's notices by what has just happened to it: new ones that still hold when all is done, those
 * that nobody needs any more, and those that wait on and say something else by now (another promised day).
 *
 * @param known   every notice of the application, the first one first
 * @param events  the events just added, in order
 * @param after   the state behind them
 * @returns those to be stored; empty: nothing changes. The same call again gives the same.
 */
export function noticesAfter(
  known: readonly Notice[],
  events: readonly ApplicationEvent[],
  after: ApplicationState,
): readonly Notice[] {
  const at = events.at(-1)?.at
  if (at === undefined) return []
  const atCounter = events.some((one) => one.body.action === 'registered') && after.data.channel === 'counter'
  const made = events.flatMap((event): Notice[] => {
    if (known.some((one) => one.id === event.id)) return []
    const ending = expiryNews(event, after)
    if (ending !== null) return [waitingFor(event, 'expiring', ending)]
    const news = appointmentNews(event, after)
    if (news !== null)
      return newsHolds(news, after)
        ? [
            waitingFor(event, 'appointment', {
              dueOn: null,
              items: [],
              note: news.change === 'made' ? null : event.note,
              until: null,
              appointment: news,
            }),
          ]
        : []
    const kind = event.body.action === 'moved' ? (event.body.tells ?? null) : null
    // Who stands at the counter reads it on the receipt.
    if (kind === null || atCounter || !stillHolds(kind, after)) return []
    if (saysNothingNew(kind, known)) return []
    return [waitingFor(event, kind, noticeFacts(kind, after))]
  })
  const waiting = known.filter((one) => one.state === 'waiting')
  const changed = waiting.flatMap((one): Notice[] => {
    if (one.kind === 'appointment') {
      const news = one.facts.appointment
      return news && newsHolds(news, after) ? [] : [{ ...one, state: 'obsolete', stateAt: at }]
    }
    const holds = one.kind === 'expiring' ? endHolds(one.facts.until, after) : stillHolds(one.kind, after)
    if (made.some((later) => later.kind === one.kind) || !holds)
      return [{ ...one, state: 'obsolete', stateAt: at }]
    if (one.kind === 'expiring') return []
    const facts = noticeFacts(one.kind, after)
    return JSON.stringify(facts) === JSON.stringify(one.facts) ? [] : [{ ...one, facts }]
  })
  return [...changed, ...made]
}

/** Somebody who may be told, with what can be done with the number. */
export interface NoticeContact {
  readonly who: 'holder' | 'representative'
  readonly name: string
  readonly phone: Phone
  /** A landline can be rung up and takes no messages. */
  readonly mobile: boolean
}

/** Whom to call, the holder first; empty: nobody left a number, only a slip or a letter reaches them. */
export function noticeContacts({
  applicant,
  data,
}: Pick<ApplicationState, 'applicant' | 'data'>): readonly NoticeContact[] {
  const holderName = applicant.company?.responsibleName ?? applicant.nameOnPermit ?? applicant.name
  const { representative } = data
  const all = [
    { who: 'holder' as const, name: holderName, phone: applicant.phone },
    ...(representative
      ? [{ who: 'representative' as const, name: representative.name, phone: representative.phone }]
      : []),
  ]
  return all.flatMap((one) => {
    // A number taken over from elsewhere may never have been read.
    const phone = parsePhone(one.phone ?? '')
    return phone.ok ? [{ ...one, phone: phone.value, mobile: isMobile(phone.value) }] : []
  })
}

/** Whether a number was found wrong. One that was mended since is another; a try that kept no number speaks of any. */
export const wasWrong = ({ tries }: Pick<Notice, 'tries'>, phone: Phone): boolean =>
  tries.some((one) => one.outcome === 'wrong-number' && (one.numbers?.includes(phone) ?? true))
