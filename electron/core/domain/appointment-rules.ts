import type { ApplicationState } from './application-state.ts'
import { overlapInTime, type Appointment, type AppointmentTime, type TeamMember } from './appointment.ts'
import { isSameMember } from './appointment-form.ts'
import { dayStatus, type OfficeCalendar } from './calendar.ts'
import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import type { AppointmentKind, Stage, StageTable } from './stage-table.ts'
import { appointmentKinds } from './stage-table.ts'
import type { TimeOfDay } from './time-of-day.ts'

const knows = (stage: Pick<Stage, 'schedules' | 'holds'> | undefined, kind: AppointmentKind): boolean =>
  stage !== undefined && (stage.schedules.includes(kind) || stage.holds.includes(kind))

const rolesWith = (table: Pick<StageTable, 'stages'>, fits: (stage: Stage) => boolean): readonly string[] => [
  ...new Set(table.stages.filter(fits).map((one) => one.role)),
]

/** Roles that make an appointment of this kind. */
export const makingRoles = (table: Pick<StageTable, 'stages'>, kind: AppointmentKind): readonly string[] =>
  rolesWith(table, (one) => one.schedules.includes(kind))

/** Roles that say what came of it. */
export const holdingRoles = (table: Pick<StageTable, 'stages'>, kind: AppointmentKind): readonly string[] =>
  rolesWith(table, (one) => one.holds.includes(kind))

/** Roles that put it off or call it off: whoever makes it, and whoever holds it. */
export const arrangingRoles = (table: Pick<StageTable, 'stages'>, kind: AppointmentKind): readonly string[] =>
  rolesWith(table, (one) => knows(one, kind))

/** Kinds that this office's procedure has; empty: it knows no appointments. */
export const kindsOf = (table: Pick<StageTable, 'stages'>): readonly AppointmentKind[] =>
  appointmentKinds.filter((kind) => makingRoles(table, kind).length > 0)

/** Codes of the stages at which a dossier may be in an appointment of this kind. */
export const stagesWith = (table: Pick<StageTable, 'stages'>, kind: AppointmentKind): readonly string[] =>
  table.stages.filter((one) => knows(one, kind)).map((one) => one.code)

/** Whether a dossier lies where an appointment of this kind is made or held. */
export const isAppointable = (
  table: Pick<StageTable, 'stages'>,
  state: Pick<ApplicationState, 'openStages'>,
  kind: AppointmentKind,
): boolean => state.openStages.some(({ stage }) => stagesWith(table, kind).includes(stage))

/** The planned appointment of this kind that a dossier has; undefined: none. A dossier has one of a kind at a time. */
export const plannedOf = (state: Pick<ApplicationState, 'appointments'>, kind: AppointmentKind) =>
  state.appointments?.find((one) => one.kind === kind && one.state === 'planned')

/**
 * Planned appointments that a dossier leaves by a move: those of kinds that none of its open stages behind it knows.
 *
 * @param open  codes of the stages that are open behind the move
 */
export const appointmentsLeft = (
  table: Pick<StageTable, 'stages'>,
  state: Pick<ApplicationState, 'appointments'>,
  open: readonly string[],
): readonly string[] =>
  (state.appointments ?? [])
    .filter((one) => one.state === 'planned')
    .filter(({ kind }) => !stagesWith(table, kind).some((stage) => open.includes(stage)))
    .map((one) => one.id)

/** What should be seen before it is decided all the same. */
export type AppointmentWarning =
  | { readonly code: 'appointment-day-off'; readonly date: OfficeDate; readonly name: string | null }
  | {
      readonly code: 'appointment-outside-hours'
      readonly opens: TimeOfDay
      readonly closes: TimeOfDay
    }
  | {
      readonly code: 'member-elsewhere'
      readonly name: string
      readonly kind: AppointmentKind
      readonly time: AppointmentTime
    }
  | {
      readonly code: 'appointment-after-promise'
      readonly registrationNumber: string
      readonly dueOn: OfficeDate
    }

/**
 * What speaks against a day and hour: the office is closed, somebody of the team is elsewhere, a dossier was promised for
 * an earlier day. Nothing of it forbids the appointment.
 *
 * @param busy      other planned appointments of that day
 * @param promised  dossiers with their promised day; null: none
 */
export function appointmentWarnings(
  calendar: OfficeCalendar,
  time: AppointmentTime,
  team: readonly TeamMember[],
  busy: readonly Pick<Appointment, 'kind' | 'time' | 'team'>[],
  promised: readonly { readonly registrationNumber: string; readonly dueOn: OfficeDate | null }[],
): readonly AppointmentWarning[] {
  const { hours, name } = dayStatus(calendar, time.date)
  const closed: AppointmentWarning[] =
    hours === null
      ? [{ code: 'appointment-day-off', date: time.date, name }]
      : time.from < hours.opens || time.until > hours.closes
        ? [{ code: 'appointment-outside-hours', opens: hours.opens, closes: hours.closes }]
        : []
  const elsewhere = busy
    .filter((other) => overlapInTime(time, other.time))
    .flatMap((other) =>
      team
        .filter((one) => other.team.some((member) => isSameMember(one, member)))
        .map((one): AppointmentWarning => {
          const { kind, time: taken } = other
          return { code: 'member-elsewhere', name: one.name, kind, time: taken }
        }),
    )
  const late = promised.flatMap(({ registrationNumber, dueOn }): AppointmentWarning[] =>
    dueOn !== null && time.date > dueOn
      ? [{ code: 'appointment-after-promise', registrationNumber, dueOn }]
      : [],
  )
  return [...closed, ...elsewhere, ...late]
}

/** By which a warning is known again: whoever has seen it is not asked about the same once more. */
export const warningKey = (warning: AppointmentWarning): string => {
  switch (warning.code) {
    case 'appointment-day-off':
      return `day-off ${warning.date}`
    case 'appointment-outside-hours':
      return `hours ${warning.opens} ${warning.closes}`
    case 'member-elsewhere':
      return `elsewhere ${warning.name} ${warning.time.date} ${warning.time.from}`
    case 'appointment-after-promise':
      return `promise ${warning.registrationNumber} ${warning.dueOn}`
  }
}

/** Refusals of making, putting off, holding or calling off an appointment. */
export type AppointmentWhy =
  | { readonly code: 'appointment-unknown' }
  /** Another clerk was first. */
  | {
      readonly code: 'appointment-ended'
      readonly state: 'held' | 'cancelled'
      readonly by: string
      readonly at: Instant
    }
  | {
      readonly code: 'appointment-moved'
      readonly to: AppointmentTime
      readonly by: string
      readonly at: Instant
    }
  | {
      readonly code: 'appointment-planned'
      readonly registrationNumber: string
      readonly kind: AppointmentKind
      readonly time: AppointmentTime
    }
  | {
      readonly code: 'stage-without-appointment'
      readonly registrationNumber: string
      readonly kind: AppointmentKind
    }
  | { readonly code: 'appointment-needs-dossier' }
  /** Every dossier has left it: there is nothing to hold. */
  | { readonly code: 'appointment-empty' }
  | { readonly code: 'appointment-not-yet'; readonly time: AppointmentTime }
  | { readonly code: 'appointment-same-time' }
  | { readonly code: 'appointment-reason-needed' }
  | { readonly code: 'appointment-result-needed' }
  | { readonly code: 'appointment-present-needed' }
