import type { ApplicationState } from '#domain/application-state.ts'
import { dossiersIn, type Appointment } from '#domain/appointment.ts'
import type { OfficeNow } from '#domain/appointment-form.ts'
import { arrangingRoles, holdingRoles } from '#domain/appointment-rules.ts'
import { dayStatus } from '#domain/calendar.ts'
import { eachDay, type OfficeDate } from '#domain/office-date.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { appointmentLabel } from '#domain/wording/application.ts'
import type {
  AgendaDayView,
  AppointableView,
  AppointmentLineView,
  AppointmentView,
  TeamChoiceView,
} from '#contract/appointments.ts'
import type { User } from '#ports/records.ts'
import { practicePlace } from '#services/assignment-content.ts'
import { rolesOf, type Office, type SignedIn } from '#services/office.ts'
import { cityName, holderName } from '#services/paper-words.ts'
import { roleLabel } from './office-view.ts'

export function appointmentLineView(appointment: Appointment, now: OfficeNow): AppointmentLineView {
  const { id, kind, time, state, purpose, team, dossiers } = appointment
  const staying = dossiersIn(appointment).length
  return {
    id,
    kind,
    kindLabel: appointmentLabel(kind),
    time,
    state,
    overdue:
      state === 'planned' && (time.date < now.date || (time.date === now.date && time.until <= now.time)),
    purpose,
    leader: team.find((one) => one.leads)?.name ?? '',
    dossiers: staying,
    left: dossiers.length - staying,
  }
}

export const agendaDays = (office: Office, from: OfficeDate, through: OfficeDate): AgendaDayView[] =>
  eachDay(from, through).map((date) => {
    const { working, name } = dayStatus(office.profile.calendar, date)
    return { date, working, name }
  })

export const appointableView = (office: Office, state: ApplicationState): AppointableView => ({
  applicationId: state.id,
  registrationNumber: state.registrationNumber.text,
  holderName: holderName(state),
  permitTypeCode: state.data.permitTypeCode,
  place: practicePlace(office, state, cityName(office)),
  dueOn: state.dueOn,
})

/**
 * @param states  its dossiers, in their order
 * @param jobs    sheets of its letter, the last one asked for first
 */
export function appointmentView(
  office: Office,
  appointment: Appointment,
  states: readonly ApplicationState[],
  jobs: readonly PrintJob[],
  who: SignedIn,
  now: OfficeNow,
): AppointmentView {
  const table = office.profile.stageTable
  const mine = (roles: readonly string[]) => roles.some((one) => rolesOf(who).includes(one))
  const { kind, letter, dossiers, postponements, end } = appointment
  const last = postponements.at(-1)
  const sheets = jobs.filter((one) => one.subjectId === letter.id)
  return {
    ...appointmentLineView(appointment, now),
    team: [...appointment.team],
    dossierList: dossiers.flatMap(({ applicationId, leftAt }) => {
      const state = states.find((one) => one.id === applicationId)
      return state ? [{ ...appointableView(office, state), leftAt }] : []
    }),
    letter: {
      number: letter.number.text,
      issuedOn: letter.issuedOn,
      jobId: sheets[0]?.id ?? null,
      printed: sheets.some((one) => one.state === 'printed'),
      outdated:
        last !== undefined && !sheets.some((one) => one.requestedAt >= last.at && one.state !== 'cancelled'),
    },
    madeAt: appointment.madeAt,
    madeBy: appointment.madeBy,
    postponements: postponements.map(({ from, to, reason, at, by }) => ({ from, to, reason, at, by })),
    end: end && { text: end.text, present: [...end.present], at: end.at, by: end.by },
    mayArrange: mine(arrangingRoles(table, kind)),
    mayHold: mine(holdingRoles(table, kind)),
  }
}

/**
 * Who may be sent: the users that work here, with NIP and post as they stood on the last letter that names them, then
 * people of former letters who do not sign in here.
 *
 * @param latest  appointments, the newest first
 */
export function teamChoices(
  office: Office,
  users: readonly User[],
  latest: readonly Appointment[],
): TeamChoiceView[] {
  const former = latest.flatMap((one) => one.team)
  const own = users
    .filter((one) => one.active && one.roles.some((role) => role !== 'administrator'))
    .map((user): TeamChoiceView => {
      const known = former.find((one) => one.userId === user.id)
      const post = known?.post ?? roleLabel(office, user.roles[0] ?? '')
      return { userId: user.id, name: user.name, nip: known?.nip ?? null, post }
    })
  const others = former
    .filter((one) => one.userId === null)
    .map(({ name, nip, post }): TeamChoiceView => ({ userId: null, name, nip, post }))
  return [...new Map([...own, ...others].map((one) => [one.userId ?? one.name, one])).values()]
}
