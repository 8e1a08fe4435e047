import type { ApplicationState } from '#domain/application-state.ts'
import type { Appointment } from '#domain/appointment.ts'
import { isAppointable, makingRoles, holdingRoles, plannedOf, warningKey } from '#domain/appointment-rules.ts'
import { dayStatus } from '#domain/calendar.ts'
import { numericDate } from '#domain/indonesian.ts'
import { addDays, type OfficeDate } from '#domain/office-date.ts'
import type { Result } from '#domain/result.ts'
import type { AppointmentKind } from '#domain/stage-table.ts'
import type { AppointmentWarned } from '#services/make-appointment.ts'
import { officeNow } from '#services/appointment-work.ts'
import type { CaseDesk } from './sample-case.ts'

const team = [
  { name: 'Retno Wulandari, S.K.M.', nip: '', post: 'Penata Perizinan Ahli Muda' },
  { name: 'Agung Prasetya, A.Md.Kes.', nip: '', post: 'Pengelola Kesehatan Lingkungan' },
] as const

/** The next day on which the office works, so many working days ahead. */
function workingDayAfter(desk: CaseDesk, ahead: number): OfficeDate {
  let day = desk.today()
  for (let left = ahead; left > 0;) {
    day = addDays(day, 1)
    if (dayStatus(desk.office.profile.calendar, day).working) left -= 1
  }
  return day
}

const fits = (desk: CaseDesk, kind: AppointmentKind) => (state: ApplicationState) =>
  isAppointable(desk.office.profile.stageTable, state, kind) && plannedOf(state, kind) === undefined

export interface Planned {
  readonly made: Appointment
  /** Its dossiers; they are the case's own until `letGo`. */
  readonly taken: readonly ApplicationState[]
}

/** Plans for as many dossiers as wished; undefined: none waits for it. */
export async function planAppointment(
  desk: CaseDesk,
  kind: AppointmentKind,
  wanted: number,
  ahead: number,
  hour: number,
): Promise<Planned | undefined> {
  const taken: ApplicationState[] = []
  while (taken.length < wanted) {
    const state = desk.take(fits(desk, kind))
    if (!state) break
    taken.push(state)
  }
  if (taken.length === 0) return undefined
  const place = taken[0]?.data.facility?.name ?? 'Ruang Rapat Lantai 2'
  const role = desk.as(makingRoles(desk.office.profile.stageTable, kind)[0] ?? '')
  const order = {
    id: desk.ids.uuid(),
    kind,
    form: {
      date: numericDate(workingDayAfter(desk, ahead)),
      from: `${String(hour).padStart(2, '0')}.00`,
      until: `${String(hour + 2).padStart(2, '0')}.00`,
      place: kind === 'site-inspection' ? place : 'Ruang Rapat Lantai 2',
      purpose: 'pemeriksaan kesesuaian sarana, prasarana, dan peralatan',
      team: team.map((one, index) => ({ ...one, userId: null, leads: index === 0 })),
    },
    applicationIds: taken.map((one) => one.id),
    printerId: null,
  }
  const made = await seenAndDone((seen) => desk.services.makeAppointment({ ...order, seen: [...seen] }, role))
  if (made === undefined) letGo(desk, taken)
  return made && { made, taken }
}

/** An act whose warnings are seen and that is done all the same; undefined: it is refused. */
async function seenAndDone<Refusal extends { readonly code: string }>(
  act: (seen: readonly string[]) => Promise<Result<Appointment, Refusal | AppointmentWarned>>,
): Promise<Appointment | undefined> {
  const first = await act([])
  const refused = first.ok ? null : first.refusal
  const isWarned = refused !== null && refused.code === 'appointment-warned' && 'warnings' in refused
  const done = isWarned ? await act(refused.warnings.map(warningKey)) : first
  return done.ok ? done.value : undefined
}

/** Puts it off to a working day so far ahead. */
export const postpone = (desk: CaseDesk, { id, kind, time }: Appointment, ahead: number, reason: string) =>
  seenAndDone((seen) =>
    desk.services.postponeAppointment(
      {
        id,
        from: time,
        form: {
          date: numericDate(workingDayAfter(desk, ahead)),
          from: '09.00',
          until: '11.00',
          place: time.place,
        },
        reason,
        seen: [...seen],
        printerId: null,
      },
      desk.as(makingRoles(desk.office.profile.stageTable, kind)[0] ?? ''),
    ),
  )

/** Writes down what came of it, and the dossiers go on. */
export async function hold(desk: CaseDesk, { made, taken }: Planned, result: string): Promise<void> {
  const role = desk.as(holdingRoles(desk.office.profile.stageTable, made.kind)[0] ?? '')
  const present = made.team.map((one) => one.name)
  await desk.services.holdAppointment({ id: made.id, present, result }, role)
  letGo(desk, taken)
}

export const letGo = (desk: CaseDesk, taken: readonly ApplicationState[]): void => {
  for (const { id } of taken) desk.letGo(id)
}

/** Calls it off, and the dossiers go on. */
export async function callOff(desk: CaseDesk, { made, taken }: Planned, reason: string): Promise<void> {
  const role = desk.as(makingRoles(desk.office.profile.stageTable, made.kind)[0] ?? '')
  await desk.services.cancelAppointment({ id: made.id, reason }, role)
  letGo(desk, taken)
}

/** Whether its hour has come. */
export function hasBegun(desk: CaseDesk, { time }: Appointment): boolean {
  const now = officeNow(desk.office, desk.now())
  return time.date < now.date || (time.date === now.date && time.from <= now.time)
}
