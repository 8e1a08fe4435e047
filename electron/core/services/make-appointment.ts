import type { ApplicationState } from '#domain/application-state.ts'
import type { Appointment } from '#domain/appointment.ts'
import {
  readAppointment,
  type AppointmentFieldRefusal,
  type AppointmentForm,
} from '#domain/appointment-form.ts'
import {
  appointmentWarnings,
  isAppointable,
  makingRoles,
  plannedOf,
  warningKey,
  type AppointmentWarning,
  type AppointmentWhy,
} from '#domain/appointment-rules.ts'
import { refuse, ok, type Result } from '#domain/result.ts'
import type { AppointmentKind } from '#domain/stage-table.ts'
import type { Stores } from '#ports/stores.ts'
import { lockDossiers, officeNow, roleAmong, tellDossiers, type RoleRefusal } from './appointment-work.ts'
import { addLetterJob, assignmentSigner, takeAssignmentNumber } from './assignment-letter.ts'
import type { DossierDeps } from './dossier-change.ts'
import type { Office, SignedIn } from './office.ts'
import type { ProductContentRefusal } from './print-content.ts'
import type { PrintRefusal } from './print-document.ts'

/** Something speaks against it that the clerk has not seen yet. */
export type AppointmentWarned = {
  readonly code: 'appointment-warned'
  readonly warnings: readonly AppointmentWarning[]
}

export type AppointmentUnfit = {
  readonly code: 'appointment-unfit'
  readonly fields: readonly AppointmentFieldRefusal[]
}

export type MakeAppointmentRefusal =
  AppointmentWhy | AppointmentUnfit | AppointmentWarned | RoleRefusal | PrintRefusal | ProductContentRefusal

export interface MakeAppointmentOrder {
  /** Made with the first try: a repeat gives the same appointment. */
  readonly id: string
  readonly kind: AppointmentKind
  readonly form: AppointmentForm
  /** In the order of the letter. */
  readonly applicationIds: readonly string[]
  /** `warningKey` of what the clerk has seen and decided all the same. */
  readonly seen: readonly string[]
  readonly printerId: string | null
}

/** Warnings that the clerk has not seen, of a day and a team. */
export async function unseenWarnings(
  { profile }: Office,
  { appointments }: Pick<Stores, 'appointments'>,
  appointment: Pick<Appointment, 'id' | 'time' | 'team'>,
  states: readonly ApplicationState[],
  seen: readonly string[],
): Promise<readonly AppointmentWarning[]> {
  const { id, time, team } = appointment
  const busy = (await appointments.listPlannedOn(time.date)).filter((one) => one.id !== id)
  const promised = states.map(({ registrationNumber, dueOn }) => ({
    registrationNumber: registrationNumber.text,
    dueOn,
  }))
  return appointmentWarnings(profile.calendar, time, team, busy, promised).filter(
    (one) => !seen.includes(warningKey(one)),
  )
}

/** Refuses the first dossier that may not be in a new appointment of this kind; null: all may. */
function whyNot(
  office: Office,
  states: readonly ApplicationState[],
  kind: AppointmentKind,
): AppointmentWhy | null {
  for (const state of states) {
    const registrationNumber = state.registrationNumber.text
    if (!isAppointable(office.profile.stageTable, state, kind))
      return { code: 'stage-without-appointment', registrationNumber, kind }
    const planned = plannedOf(state, kind)
    if (planned) return { code: 'appointment-planned', registrationNumber, kind, time: planned.time }
  }
  return null
}

/**
 * Plans a review meeting or a visit for one dossier or several, with one numbered *Surat Tugas* that goes to the printer.
 * One transaction: the appointment, its number, a line in the history of each dossier, and what the holders are told.
 *
 * Repeatable by its id: nothing is planned, numbered or printed again. Refuses fields that need mending, a dossier that is
 * at another stage by now or in such an appointment already, and what speaks against day or team until it has been seen.
 */
export const makeAppointment =
  (deps: DossierDeps) =>
  (order: MakeAppointmentOrder, who: SignedIn): Promise<Result<Appointment, MakeAppointmentRefusal>> =>
    deps.work.run<Appointment, MakeAppointmentRefusal>(async (stores) => {
      const { office, ids, clock } = deps
      const { kind } = order
      const states = await lockDossiers(stores, [...new Set(order.applicationIds)])
      const known = await stores.appointments.find(order.id)
      if (known) return ok(known)
      const role = roleAmong(who, makingRoles(office.profile.stageTable, kind))
      if (!role.ok) return role
      const at = clock.now()
      const now = officeNow(office, at)
      const plan = readAppointment(order.form, now)
      if (!plan.ok) return refuse({ code: 'appointment-unfit', fields: plan.refusal })
      if (states.length === 0) return refuse({ code: 'appointment-needs-dossier' })
      const why = whyNot(office, states, kind)
      if (why) return refuse(why)
      const signer = assignmentSigner(office, now.date)
      if (!signer.ok) return signer
      // The number is taken before the day is looked at: whoever plans at the same moment waits for it, and then sees this one.
      const number = await takeAssignmentNumber(office, stores, now.date)
      const appointment: Appointment = {
        id: order.id,
        kind,
        ...plan.value,
        dossiers: states.map(({ id }) => ({ applicationId: id, leftAt: null })),
        letter: { id: ids.uuid(), number, issuedOn: now.date },
        state: 'planned',
        madeAt: at,
        madeBy: who.user.name,
        postponements: [],
        end: null,
      }
      const warnings = await unseenWarnings(office, stores, appointment, states, order.seen)
      if (warnings.length > 0) return refuse({ code: 'appointment-warned', warnings })
      await stores.numbers.record({
        number,
        document: 'assignment-letter',
        applicationId: states[0]?.id ?? '',
        subjectId: appointment.letter.id,
        takenAt: at,
      })
      await stores.appointments.add(appointment)
      const printed = await addLetterJob(
        deps,
        stores,
        appointment,
        states,
        { printerId: order.printerId, reason: null },
        who,
        at,
      )
      if (!printed.ok) return printed
      const body = {
        action: 'appointment-made',
        appointment: {
          id: appointment.id,
          kind,
          time: appointment.time,
          letter: number,
          others: states.length - 1,
        },
      } as const
      await tellDossiers(stores, deps, states, { body, note: appointment.purpose, role: role.value }, who, at)
      return ok(appointment)
    })
