import type { AppointmentTime, TeamMember } from './appointment.ts'
import { parseNip, type NipRefusal } from './nip.ts'
import type { OfficeDate } from './office-date.ts'
import { ok, refuse, type Result } from './result.ts'
import { parseTimeOfDay, type TimeOfDay, type TimeRefusal } from './time-of-day.ts'
import { parseTypedDate, type TypedDateRefusal } from './typed-date.ts'

/** Day, hours and place as typed. */
export interface AppointmentTimeForm {
  readonly date: string
  readonly from: string
  readonly until: string
  readonly place: string
}

export interface TeamMemberForm {
  readonly userId: string | null
  readonly name: string
  readonly nip: string
  readonly post: string
  readonly leads: boolean
}

/** An appointment as typed. */
export interface AppointmentForm extends AppointmentTimeForm {
  readonly purpose: string
  readonly team: readonly TeamMemberForm[]
}

/** What a clerk has typed, read. */
export interface AppointmentPlan {
  readonly time: AppointmentTime
  readonly purpose: string
  readonly team: readonly TeamMember[]
}

export type AppointmentField = 'date' | 'from' | 'until' | 'place' | 'purpose' | 'team'

export type AppointmentFieldReason =
  | TypedDateRefusal
  | TimeRefusal
  | NipRefusal
  | { readonly code: 'appointment-past'; readonly today: OfficeDate }
  | { readonly code: 'appointment-ends-before-start' }
  | { readonly code: 'appointment-place-empty' }
  | { readonly code: 'appointment-purpose-empty' }
  | { readonly code: 'team-empty' }
  | { readonly code: 'team-leader' }
  | { readonly code: 'team-twice'; readonly name: string }
  | { readonly code: 'member-name-empty' }
  | { readonly code: 'member-post-empty'; readonly name: string }

/** A field that needs mending; `row` counts the team from 0, null: not about one member. */
export interface AppointmentFieldRefusal {
  readonly field: AppointmentField
  readonly row: number | null
  readonly refusal: AppointmentFieldReason
}

/** The present day and hour at the office. */
export interface OfficeNow {
  readonly date: OfficeDate
  readonly time: TimeOfDay
}

type Refuse = (field: AppointmentField, refusal: AppointmentFieldReason, row?: number) => void

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Two names mean one person when they differ in nothing but spaces and the case of letters. */
const nameKey = (name: string): string => tidy(name).toLocaleLowerCase('id')

/** Whether two entries of teams are one person: the same user, or the same name. */
export const isSameMember = (
  one: Pick<TeamMember, 'userId' | 'name'>,
  other: Pick<TeamMember, 'userId' | 'name'>,
): boolean =>
  (one.userId !== null && one.userId === other.userId) || nameKey(one.name) === nameKey(other.name)

function readTime(form: AppointmentTimeForm, now: OfficeNow, mend: Refuse): AppointmentTime | null {
  const date = parseTypedDate(form.date)
  const from = parseTimeOfDay(form.from)
  const until = parseTimeOfDay(form.until)
  const place = tidy(form.place)
  if (!date.ok) mend('date', date.refusal)
  if (!from.ok) mend('from', from.refusal)
  if (!until.ok) mend('until', until.refusal)
  if (from.ok && until.ok && until.value <= from.value)
    mend('until', { code: 'appointment-ends-before-start' })
  else if (date.ok && isOver(date.value, until.ok ? until.value : null, now))
    mend('date', { code: 'appointment-past', today: now.date })
  if (place === '') mend('place', { code: 'appointment-place-empty' })
  if (!date.ok || !from.ok || !until.ok) return null
  return { date: date.value, from: from.value, until: until.value, place }
}

/** What is over cannot be planned any more; what goes on just now can. */
const isOver = (date: OfficeDate, until: TimeOfDay | null, now: OfficeNow): boolean =>
  date < now.date || (date === now.date && until !== null && until <= now.time)

function readMember(form: TeamMemberForm, row: number, mend: Refuse): TeamMember {
  const name = tidy(form.name)
  const post = tidy(form.post)
  const nip = form.nip.trim() === '' ? null : parseNip(form.nip)
  if (name === '') mend('team', { code: 'member-name-empty' }, row)
  if (post === '') mend('team', { code: 'member-post-empty', name }, row)
  if (nip !== null && !nip.ok) mend('team', nip.refusal, row)
  return {
    userId: form.userId,
    name,
    nip: nip !== null && nip.ok ? nip.value.nip : null,
    post,
    leads: form.leads,
  }
}

function readTeam(forms: readonly TeamMemberForm[], mend: Refuse): readonly TeamMember[] {
  const team = forms.map((one, row) => readMember(one, row, mend))
  if (team.length === 0) mend('team', { code: 'team-empty' })
  else if (team.filter((one) => one.leads).length !== 1) mend('team', { code: 'team-leader' })
  team.forEach((one, row) => {
    const first = team.findIndex((other) => isSameMember(one, other))
    if (one.name !== '' && first < row) mend('team', { code: 'team-twice', name: one.name }, row)
  })
  return team
}

/**
 * Reads day, hours and place, on the screen while they are typed and again on the server.
 *
 * Refuses with every field that needs mending, in the order of the form: no day, a day or hour that is over, an end before
 * the start, no place. A day off is no refusal: `appointmentWarnings` tells it.
 */
export function readAppointmentTime(
  form: AppointmentTimeForm,
  now: OfficeNow,
): Result<AppointmentTime, readonly AppointmentFieldRefusal[]> {
  const refusals: AppointmentFieldRefusal[] = []
  const time = readTime(form, now, (field, refusal, row) =>
    refusals.push({ field, row: row ?? null, refusal }),
  )
  return refusals.length > 0 || time === null ? refuse(refusals) : ok(time)
}

/** Reads a whole appointment as `readAppointmentTime` does, with its purpose and team: somebody leads, nobody stands in it twice. */
export function readAppointment(
  form: AppointmentForm,
  now: OfficeNow,
): Result<AppointmentPlan, readonly AppointmentFieldRefusal[]> {
  const refusals: AppointmentFieldRefusal[] = []
  const mend: Refuse = (field, refusal, row) => refusals.push({ field, row: row ?? null, refusal })
  const time = readTime(form, now, mend)
  const purpose = tidy(form.purpose)
  if (purpose === '') mend('purpose', { code: 'appointment-purpose-empty' })
  const team = readTeam(form.team, mend)
  return refusals.length > 0 || time === null ? refuse(refusals) : ok({ time, purpose, team })
}
