import type { OfficeCalendar } from './calendar.ts'
import { complaintChannels, type ComplaintChannel, type ComplaintRule } from './complaint-rule.ts'
import type { Instant } from './instant.ts'
import { addDays, type OfficeDate } from './office-date.ts'
import type { OfficialNumber } from './permit.ts'
import { ok, refuse, type Result } from './result.ts'
import { parseTypedDate, type TypedDateRefusal } from './typed-date.ts'
import { addWorkingDaysTo, workingDaysBetween } from './working-days.ts'

export const complaintActions = ['acknowledged', 'forwarded', 'answered', 'closed'] as const
/** What an office does with a complaint after it was taken in. */
export type ComplaintAction = (typeof complaintActions)[number]

/** One thing that was done, and by whom. */
export interface ComplaintAct {
  readonly id: string
  readonly action: ComplaintAction
  /** The answer, the instruction for a unit, or why it is closed; null: nothing was written. */
  readonly text: string | null
  /** Of a forwarding the unit; of an acknowledgement and an answer how it went out; null: of a closing. */
  readonly via: string | null
  readonly at: Instant
  readonly by: string
  readonly userId: string
}

/** A complaint about the service, from its taking in to its closing. */
export interface Complaint {
  readonly id: string
  /** In a gap-free series of its own. */
  readonly number: OfficialNumber
  readonly channel: ComplaintChannel
  /** Who complains; null: nobody gave a name, and nobody is asked for one. */
  readonly complainant: { readonly name: string; readonly contact: string | null } | null
  /** Code of the office's list of topics. */
  readonly topic: string
  readonly text: string
  /** The dossier that it is about; null: none. */
  readonly dossier: { readonly applicationId: string; readonly registrationNumber: string } | null
  /** The day on which it reached the office: a box is not opened every day. */
  readonly receivedOn: OfficeDate
  readonly dueOn: OfficeDate
  readonly enteredAt: Instant
  readonly enteredBy: string
  /** The first one first. */
  readonly acts: readonly ComplaintAct[]
}

/** A new complaint as typed. */
export interface ComplaintForm {
  readonly channel: ComplaintChannel
  readonly receivedOn: string
  readonly anonymous: boolean
  readonly name: string
  readonly contact: string
  readonly topic: string
  readonly text: string
  /** null: about no dossier. */
  readonly applicationId: string | null
}

export type ComplaintField = 'channel' | 'receivedOn' | 'name' | 'topic' | 'text' | 'dossier'

export type ComplaintFieldRefusal =
  | { readonly code: 'complaint-field-needed'; readonly field: ComplaintField }
  | { readonly code: 'complaint-not-yet' }
  | { readonly code: 'complaint-long-ago'; readonly earliest: OfficeDate }
  | { readonly code: 'complaint-dossier-unknown' }
  | TypedDateRefusal

/** Everything that is wrong with what was typed, each beside its field. */
export interface EnterComplaintRefusal {
  readonly code: 'complaint-incomplete'
  readonly fields: readonly { readonly field: ComplaintField; readonly refusal: ComplaintFieldRefusal }[]
}

export type ComplaintWords = Pick<
  Complaint,
  'channel' | 'complainant' | 'topic' | 'text' | 'receivedOn' | 'dueOn'
>

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

// What lay longer than a year unseen is taken in as of today.
const longestDays = 366

/** The last working day on which a complaint that came on a day is answered in time; the day itself is not counted. */
export const complaintDueOn = (
  { answerWithin }: Pick<ComplaintRule, 'answerWithin'>,
  calendar: OfficeCalendar,
  receivedOn: OfficeDate,
): OfficeDate => addWorkingDaysTo(calendar, receivedOn, answerWithin)

/**
 * Reads a new complaint. A name is asked of everybody who does not want to stay unnamed; nothing else of a person is.
 *
 * Refuses with everything at once: an unknown channel or topic, an empty text, a day that cannot be read, is to come, or
 * is more than a year ago.
 */
export function readComplaint(
  form: ComplaintForm,
  rule: ComplaintRule,
  calendar: OfficeCalendar,
  today: OfficeDate,
): Result<ComplaintWords, EnterComplaintRefusal> {
  const name = tidy(form.name)
  const text = form.text.trim()
  const day = parseTypedDate(form.receivedOn)
  const needed = (field: ComplaintField) => ({
    field,
    refusal: { code: 'complaint-field-needed', field } as const,
  })
  const fields: { field: ComplaintField; refusal: ComplaintFieldRefusal }[] = []
  if (!rule.channels.some(({ kind }) => kind === form.channel)) fields.push(needed('channel'))
  const earliest = addDays(today, -longestDays)
  if (!day.ok) fields.push({ field: 'receivedOn', refusal: day.refusal })
  else if (day.value > today) fields.push({ field: 'receivedOn', refusal: { code: 'complaint-not-yet' } })
  else if (day.value < earliest)
    fields.push({ field: 'receivedOn', refusal: { code: 'complaint-long-ago', earliest } })
  if (!form.anonymous && name === '') fields.push(needed('name'))
  if (!rule.topics.some(({ code }) => code === form.topic)) fields.push(needed('topic'))
  if (text === '') fields.push(needed('text'))
  if (fields.length > 0 || !day.ok) return refuse({ code: 'complaint-incomplete', fields })
  return ok({
    channel: form.channel,
    complainant: form.anonymous ? null : { name, contact: tidy(form.contact) || null },
    topic: form.topic,
    text,
    receivedOn: day.value,
    dueOn: complaintDueOn(rule, calendar, day.value),
  })
}

export const complaintStates = ['new', 'acknowledged', 'forwarded', 'answered', 'closed'] as const
export type ComplaintState = (typeof complaintStates)[number]

/** How far it has come: the last thing that was done with it. */
export const complaintState = ({ acts }: Pick<Complaint, 'acts'>): ComplaintState =>
  acts.at(-1)?.action ?? 'new'

export const answerOf = ({ acts }: Pick<Complaint, 'acts'>): ComplaintAct | undefined =>
  acts.find(({ action }) => action === 'answered')

/** When nothing more is awaited: it was answered, or closed without an answer; null: it is open. */
export const settledAt = ({ acts }: Pick<Complaint, 'acts'>): Instant | null =>
  acts.find(({ action }) => action === 'answered' || action === 'closed')?.at ?? null

/**
 * Working days left until it is due, on a day: 0 on the due day itself, negative behind it. null: nothing is awaited any
 * more.
 */
export const daysLeft = (
  complaint: Pick<Complaint, 'acts' | 'dueOn'>,
  calendar: OfficeCalendar,
  today: OfficeDate,
): number | null =>
  settledAt(complaint) === null ? workingDaysBetween(calendar, today, complaint.dueOn) : null

/** Whether it lies beyond its day without an answer. */
export const isOverdue = (complaint: Pick<Complaint, 'acts' | 'dueOn'>, today: OfficeDate): boolean =>
  settledAt(complaint) === null && today > complaint.dueOn

export interface ComplaintOrder {
  /** Made with the first try: a repeat is the same act. */
  readonly actId: string
  /** How many acts were seen: whoever comes second is told of the first. */
  readonly after: number
  readonly action: ComplaintAction
  readonly text: string
  readonly via: string
}

export type ActOnComplaintRefusal =
  | { readonly code: 'complaint-unknown' }
  | {
      readonly code: 'complaint-moved'
      readonly action: ComplaintAction
      readonly by: string
      readonly at: Instant
    }
  | { readonly code: 'complaint-closed'; readonly by: string; readonly at: Instant }
  | { readonly code: 'complaint-answered'; readonly by: string; readonly at: Instant }
  | { readonly code: 'complaint-nobody-to-tell' }
  | { readonly code: 'complaint-via-needed'; readonly action: ComplaintAction }
  | { readonly code: 'complaint-text-needed'; readonly action: ComplaintAction }

/** Whether somebody can be told: a complaint without a name or a contact is answered where everybody can read it. */
export const canBeTold = ({ complainant }: Pick<Complaint, 'complainant'>): boolean =>
  complainant !== null && complainant.contact !== null

/**
 * Adds one act to a complaint. Repeatable by the id of the act.
 *
 * Refuses whoever acts on what somebody else has changed meanwhile, naming who and what; what is closed, and a second
 * answer; an acknowledgement to nobody; a forwarding without its unit, an answer without its words, and a closing that
 * was never answered without its reason.
 */
export function actOnComplaint(
  complaint: Complaint,
  order: ComplaintOrder,
  who: { readonly by: string; readonly userId: string },
  at: Instant,
): Result<Complaint, ActOnComplaintRefusal> {
  const { acts } = complaint
  if (acts.some(({ id }) => id === order.actId)) return ok(complaint)
  const last = acts.at(-1)
  if (last && acts.length !== order.after)
    return refuse({ code: 'complaint-moved', action: last.action, by: last.by, at: last.at })
  if (last?.action === 'closed') return refuse({ code: 'complaint-closed', by: last.by, at: last.at })
  const answer = answerOf(complaint)
  if (answer && order.action !== 'closed')
    return refuse({ code: 'complaint-answered', by: answer.by, at: answer.at })
  if (order.action === 'acknowledged' && !canBeTold(complaint))
    return refuse({ code: 'complaint-nobody-to-tell' })
  const text = order.text.trim()
  const via = tidy(order.via)
  if (order.action !== 'closed' && via === '')
    return refuse({ code: 'complaint-via-needed', action: order.action })
  if (text === '' && (order.action === 'answered' || (order.action === 'closed' && !answer)))
    return refuse({ code: 'complaint-text-needed', action: order.action })
  const act: ComplaintAct = {
    id: order.actId,
    action: order.action,
    text: text || null,
    via: order.action === 'closed' ? null : via,
    at,
    by: who.by,
    userId: who.userId,
  }
  return ok({ ...complaint, acts: [...acts, act] })
}

/** What may be done next, in the order in which it is usually done. */
export function actsOpenTo(complaint: Pick<Complaint, 'acts' | 'complainant'>): readonly ComplaintAction[] {
  const done = complaint.acts.map(({ action }) => action)
  if (done.includes('closed')) return []
  if (done.includes('answered')) return ['closed']
  return complaintActions.filter(
    (action) => action !== 'acknowledged' || (!done.includes(action) && canBeTold(complaint)),
  )
}

/**
 * A person's name with little more than its initials, for lists that many people see: `R**** P*****`.
 */
export const maskName = (name: string): string =>
  name.replace(/\S+/g, (word) => `${[...word][0] ?? ''}${'*'.repeat(Math.max(2, [...word].length - 1))}`)

export const isComplaintChannel = (text: string): text is ComplaintChannel =>
  complaintChannels.some((one) => one === text)
