import { isSameTime, type Appointment, type AppointmentTime } from '#domain/appointment.ts'
import { readAppointmentTime, type AppointmentTimeForm } from '#domain/appointment-form.ts'
import { arrangingRoles, holdingRoles, type AppointmentWhy } from '#domain/appointment-rules.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { PrintJob } from '#domain/print-job.ts'
import {
  endedWhy,
  officeNow,
  openAppointment,
  roleAmong,
  tellDossiers,
  type RoleRefusal,
} from './appointment-work.ts'
import { addLetterJob, callOffLetter } from './assignment-letter.ts'
import type { DossierDeps } from './dossier-change.ts'
import { unseenWarnings, type AppointmentUnfit, type AppointmentWarned } from './make-appointment.ts'
import type { SignedIn } from './office.ts'
import type { ProductContentRefusal } from './print-content.ts'
import type { PrintRefusal } from './print-document.ts'

export type PostponeRefusal =
  AppointmentWhy | AppointmentUnfit | AppointmentWarned | RoleRefusal | ProductContentRefusal

export interface PostponeOrder {
  readonly id: string
  /** As it stood on the clerk's screen. */
  readonly from: AppointmentTime
  readonly form: AppointmentTimeForm
  readonly reason: string
  /** `warningKey` of what the clerk has seen and decided all the same. */
  readonly seen: readonly string[]
  readonly printerId: string | null
}

/** Why the letter is printed again. */
const newTime = 'jadwal diundur'

/**
 * Puts an appointment off. Its *Surat Tugas* keeps its number and is printed anew, unless a sheet of it is still under way;
 * the holders are told; the clock runs on.
 *
 * Repeatable by whoever sent it: nothing happens a second time. Refuses to everybody else who looked at the old time, with
 * who was first (`appointment-moved`), and what is held or called off already.
 */
export const postponeAppointment =
  (deps: DossierDeps) =>
  (order: PostponeOrder, who: SignedIn): Promise<Result<Appointment, PostponeRefusal>> =>
    deps.work.run<Appointment, PostponeRefusal>(async (stores) => {
      const { office, clock } = deps
      const found = await openAppointment(stores, order.id)
      if (!found.ok) return found
      const { appointment, all, states } = found.value
      const role = roleAmong(who, arrangingRoles(office.profile.stageTable, appointment.kind))
      if (!role.ok) return role
      const at = clock.now()
      const time = readAppointmentTime(order.form, officeNow(office, at))
      const last = appointment.postponements.at(-1)
      const isRepeat =
        time.ok &&
        last?.userId === who.user.id &&
        isSameTime(last.from, order.from) &&
        isSameTime(last.to, time.value) &&
        isSameTime(appointment.time, time.value)
      if (isRepeat) return ok(appointment)
      const ended = endedWhy(appointment)
      if (ended) return refuse(ended)
      if (last && !isSameTime(appointment.time, order.from))
        return refuse({ code: 'appointment-moved', to: appointment.time, by: last.by, at: last.at })
      if (!time.ok) return refuse({ code: 'appointment-unfit', fields: time.refusal })
      const reason = order.reason.trim()
      if (reason === '') return refuse({ code: 'appointment-reason-needed' })
      if (isSameTime(appointment.time, time.value)) return refuse({ code: 'appointment-same-time' })
      if (states.length === 0) return refuse({ code: 'appointment-empty' })
      const moved: Appointment = {
        ...appointment,
        time: time.value,
        postponements: [
          ...appointment.postponements,
          { from: appointment.time, to: time.value, reason, at, by: who.user.name, userId: who.user.id },
        ],
      }
      const warnings = await unseenWarnings(office, stores, moved, states, order.seen)
      if (warnings.length > 0) return refuse({ code: 'appointment-warned', warnings })
      await stores.appointments.save(moved)
      await callOffLetter(stores, appointment.letter.id, at)
      const printed = await addLetterJob(
        deps,
        stores,
        moved,
        all,
        { printerId: order.printerId, reason: newTime },
        who,
        at,
      )
      // A sheet of which nobody knows yet does not hold the appointment up: the new one is asked for later.
      if (!printed.ok && printed.refusal.code === 'post-vacant') return refuse(printed.refusal)
      const body = {
        action: 'appointment-postponed',
        appointmentId: appointment.id,
        from: appointment.time,
        to: moved.time,
      } as const
      await tellDossiers(stores, deps, states, { body, note: reason, role: role.value }, who, at)
      return ok(moved)
    })

export type EndAppointmentRefusal = AppointmentWhy | RoleRefusal

export interface HoldOrder {
  readonly id: string
  /** Names of who was there. */
  readonly present: readonly string[]
  readonly result: string
}

/**
 * Writes down that it took place: who was there and what came of it. What the stage asks for (BA, recommendation) is
 * recorded as ever, and then points to it.
 *
 * Repeatable by whoever sent it. Refuses before its day, when every dossier has left, and what another clerk has ended.
 */
export const holdAppointment =
  (deps: DossierDeps) =>
  (order: HoldOrder, who: SignedIn): Promise<Result<Appointment, EndAppointmentRefusal>> =>
    deps.work.run<Appointment, EndAppointmentRefusal>(async (stores) => {
      const { office, clock } = deps
      const found = await openAppointment(stores, order.id)
      if (!found.ok) return found
      const { appointment, states } = found.value
      const role = roleAmong(who, holdingRoles(office.profile.stageTable, appointment.kind))
      if (!role.ok) return role
      if (appointment.state === 'held' && appointment.end?.userId === who.user.id) return ok(appointment)
      const ended = endedWhy(appointment)
      if (ended) return refuse(ended)
      const at = clock.now()
      const now = officeNow(office, at)
      const { time } = appointment
      if (time.date > now.date || (time.date === now.date && time.from > now.time))
        return refuse({ code: 'appointment-not-yet', time })
      if (states.length === 0) return refuse({ code: 'appointment-empty' })
      const present = [...new Set(order.present.map((one) => one.trim()).filter((one) => one !== ''))]
      if (present.length === 0) return refuse({ code: 'appointment-present-needed' })
      const text = order.result.trim()
      if (text === '') return refuse({ code: 'appointment-result-needed' })
      const held: Appointment = {
        ...appointment,
        state: 'held',
        end: { text, present, at, by: who.user.name, userId: who.user.id },
      }
      await stores.appointments.save(held)
      const body = { action: 'appointment-held', appointmentId: appointment.id, present } as const
      await tellDossiers(stores, deps, states, { body, note: text, role: role.value }, who, at)
      return ok(held)
    })

/**
 * Calls it off; the number of its letter stays used. Repeatable by whoever sent it. Refuses what another clerk has ended
 * and a press without a reason.
 */
export const cancelAppointment =
  (deps: DossierDeps) =>
  (
    order: { readonly id: string; readonly reason: string },
    who: SignedIn,
  ): Promise<Result<Appointment, EndAppointmentRefusal>> =>
    deps.work.run<Appointment, EndAppointmentRefusal>(async (stores) => {
      const { office, clock } = deps
      const found = await openAppointment(stores, order.id)
      if (!found.ok) return found
      const { appointment, states } = found.value
      const role = roleAmong(who, arrangingRoles(office.profile.stageTable, appointment.kind))
      if (!role.ok) return role
      if (appointment.state === 'cancelled' && appointment.end?.userId === who.user.id) return ok(appointment)
      const ended = endedWhy(appointment)
      if (ended) return refuse(ended)
      const text = order.reason.trim()
      if (text === '') return refuse({ code: 'appointment-reason-needed' })
      const at = clock.now()
      const cancelled: Appointment = {
        ...appointment,
        state: 'cancelled',
        end: { text, present: [], at, by: who.user.name, userId: who.user.id },
      }
      await stores.appointments.save(cancelled)
      await callOffLetter(stores, appointment.letter.id, at)
      const body = { action: 'appointment-cancelled', appointmentId: appointment.id } as const
      await tellDossiers(stores, deps, states, { body, note: text, role: role.value }, who, at)
      return ok(cancelled)
    })

export type PrintAssignmentRefusal = AppointmentWhy | RoleRefusal | PrintRefusal | ProductContentRefusal

/** Prints the *Surat Tugas* once more, with its reason. Not repeatable: refused while a sheet of it is under way. */
export const printAssignment =
  (deps: DossierDeps) =>
  (
    order: { readonly id: string; readonly printerId: string | null; readonly reason: string },
    who: SignedIn,
  ): Promise<Result<PrintJob, PrintAssignmentRefusal>> =>
    deps.work.run<PrintJob, PrintAssignmentRefusal>(async (stores) => {
      const { office, clock } = deps
      const found = await openAppointment(stores, order.id)
      if (!found.ok) return found
      const { appointment, all } = found.value
      const role = roleAmong(who, arrangingRoles(office.profile.stageTable, appointment.kind))
      if (!role.ok) return role
      if (appointment.state === 'cancelled') {
        const ended = endedWhy(appointment)
        if (ended) return refuse(ended)
      }
      return addLetterJob(deps, stores, appointment, all, order, who, clock.now())
    })
