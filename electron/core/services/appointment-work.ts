import type { EventBody } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { dossiersIn, type Appointment } from '#domain/appointment.ts'
import type { OfficeNow } from '#domain/appointment-form.ts'
import type { AppointmentWhy } from '#domain/appointment-rules.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Stores } from '#ports/stores.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { actorOf, rolesOf, type Office, type SignedIn } from './office.ts'

/** The present day and hour at the office. */
export const officeNow = ({ profile }: Pick<Office, 'profile'>, at: Instant): OfficeNow => ({
  date: officeDateOf(at, profile.timeZone),
  time: officeTimeOf(at, profile.timeZone),
})

export type RoleRefusal = { readonly code: 'role-not-allowed'; readonly role: string }

/** The role of a person that is among these. Refuses `role-not-allowed` with the first of them. */
export function roleAmong(who: SignedIn, roles: readonly string[]): Result<string, RoleRefusal> {
  const role = rolesOf(who).find((one) => roles.includes(one))
  return role === undefined ? refuse({ code: 'role-not-allowed', role: roles[0] ?? '' }) : ok(role)
}

/**
 * Locks dossiers in the order of their ids, so that two clerks with lists in another order do not wait for each other, and
 * returns them in the order asked for. One that does not exist is left out.
 */
export async function lockDossiers(
  { applications }: Stores,
  ids: readonly string[],
): Promise<readonly ApplicationState[]> {
  const found = new Map<string, ApplicationState>()
  for (const id of [...new Set(ids)].sort()) {
    const state = await applications.find(id)
    if (state) found.set(id, state)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** An appointment with all its dossiers, under their locks. */
export interface OpenAppointment {
  readonly appointment: Appointment
  /** Every dossier, those that have left too: the letter names them all. */
  readonly all: readonly ApplicationState[]
  /** Those that are still in it. */
  readonly states: readonly ApplicationState[]
}

/** Finds an appointment and locks it by its dossiers. Refuses `appointment-unknown`. */
export async function openAppointment(
  stores: Stores,
  id: string,
): Promise<Result<OpenAppointment, AppointmentWhy>> {
  const seen = await stores.appointments.find(id)
  if (!seen) return refuse({ code: 'appointment-unknown' })
  const all = await lockDossiers(
    stores,
    seen.dossiers.map((one) => one.applicationId),
  )
  const appointment = await stores.appointments.find(id)
  if (!appointment) return refuse({ code: 'appointment-unknown' })
  const staying = new Set(dossiersIn(appointment).map((one) => one.applicationId))
  return ok({ appointment, all, states: all.filter((one) => staying.has(one.id)) })
}

/** Refuses what another clerk has ended already, with who and when; null: it is still planned. */
export const endedWhy = ({ state, end }: Appointment): AppointmentWhy | null =>
  state === 'planned' || end === null ? null : { code: 'appointment-ended', state, by: end.by, at: end.at }

/** Writes one event into the history of each dossier, in the caller's transaction. */
export async function tellDossiers(
  stores: Stores,
  { ids }: Pick<DossierDeps, 'ids'>,
  states: readonly ApplicationState[],
  event: { readonly body: EventBody; readonly note: string | null; readonly role: string },
  who: SignedIn,
  at: Instant,
): Promise<void> {
  const entry = { body: event.body, actor: actorOf(who, event.role), note: event.note }
  for (const state of states)
    await commitHistory(stores, continueHistory({ state, events: [] }, [entry], at, ids, state.id), ids)
}
