import { z } from 'zod'
import { appointmentStates } from '#domain/appointment.ts'
import { appointmentKinds } from '#domain/stage-table.ts'
import type { TimeOfDay } from '#domain/time-of-day.ts'
import { IdField, InstantOut, OfficeDateField, OfficeDateOut, typedText } from './common.ts'

const KindField = z.enum(appointmentKinds)
const TimeOut = z.custom<TimeOfDay>((value) => typeof value === 'string')

/** Where and when. */
const AppointmentTimeView = z.object({
  date: OfficeDateOut,
  from: TimeOut,
  until: TimeOut,
  place: z.string(),
})

const MemberView = z.object({
  userId: z.string().nullable(),
  name: z.string(),
  nip: z.string().nullable(),
  post: z.string(),
  leads: z.boolean(),
})

/** One appointment in calendar and list. */
export const AppointmentLineView = z.object({
  id: z.string(),
  kind: KindField,
  kindLabel: z.string(),
  time: AppointmentTimeView,
  state: z.enum(appointmentStates),
  /** true: planned, and its hour is over; what came of it is still to be written down. */
  overdue: z.boolean(),
  purpose: z.string(),
  leader: z.string(),
  /** Those that are still in it. */
  dossiers: z.number(),
  /** Those that have left it by themselves. */
  left: z.number(),
})
export type AppointmentLineView = z.infer<typeof AppointmentLineView>

/** A day of the calendar. */
export const AgendaDayView = z.object({
  date: OfficeDateOut,
  working: z.boolean(),
  /** Name of the holiday, or why the office works otherwise; null: an ordinary day. */
  name: z.string().nullable(),
})
export type AgendaDayView = z.infer<typeof AgendaDayView>

/** A span of the agenda: as long as a month with the weeks at its edges. */
export const AgendaInput = z.object({ from: OfficeDateField, through: OfficeDateField })
export const AgendaView = z.object({
  today: OfficeDateOut,
  days: z.array(AgendaDayView),
  appointments: z.array(AppointmentLineView),
  /** Kinds that this person may plan; empty: none. */
  mayMake: z.array(KindField),
})
export type AgendaView = z.infer<typeof AgendaView>

/** A dossier that may be in an appointment, or is in one. */
export const AppointableView = z.object({
  applicationId: z.string(),
  registrationNumber: z.string(),
  holderName: z.string(),
  permitTypeCode: z.string(),
  /** Name and address of the place of practice; empty: none. */
  place: z.string(),
  dueOn: OfficeDateOut.nullable(),
})
export type AppointableView = z.infer<typeof AppointableView>

/** The whole of it, with what this person may do. */
export const AppointmentView = AppointmentLineView.extend({
  team: z.array(MemberView),
  dossierList: z.array(AppointableView.extend({ leftAt: InstantOut.nullable() })),
  letter: z.object({
    number: z.string(),
    issuedOn: OfficeDateOut,
    /** The last sheet that was asked for; null: none. */
    jobId: z.string().nullable(),
    printed: z.boolean(),
    /** true: no sheet was asked for since the appointment was put off last. */
    outdated: z.boolean(),
  }),
  madeAt: InstantOut,
  madeBy: z.string(),
  postponements: z.array(
    z.object({
      from: AppointmentTimeView,
      to: AppointmentTimeView,
      reason: z.string(),
      at: InstantOut,
      by: z.string(),
    }),
  ),
  end: z
    .object({ text: z.string(), present: z.array(z.string()), at: InstantOut, by: z.string() })
    .nullable(),
  /** Whether this person may put it off, call it off, or print its letter. */
  mayArrange: z.boolean(),
  /** Whether this person writes down what came of it. */
  mayHold: z.boolean(),
})
export type AppointmentView = z.infer<typeof AppointmentView>

/** Who may be sent: users of the office, and people of former teams. */
export const TeamChoiceView = z.object({
  userId: z.string().nullable(),
  name: z.string(),
  nip: z.string().nullable(),
  post: z.string(),
})
export type TeamChoiceView = z.infer<typeof TeamChoiceView>

const timeForm = { date: typedText(40), from: typedText(10), until: typedText(10), place: typedText(200) }
const MemberInput = z.object({
  userId: IdField.nullable(),
  name: typedText(150),
  nip: typedText(40),
  post: typedText(150),
  leads: z.boolean(),
})
const seen = z.array(typedText(300)).max(100)

export const MakeAppointmentInput = z.object({
  id: IdField,
  kind: KindField,
  form: z.object({ ...timeForm, purpose: typedText(500), team: z.array(MemberInput).max(20) }),
  applicationIds: z.array(IdField).max(50),
  seen,
  printerId: IdField.nullable(),
})

const TimeInput = z.object({
  date: OfficeDateField,
  from: z.string().transform((text) => text as TimeOfDay),
  until: z.string().transform((text) => text as TimeOfDay),
  place: typedText(200),
})

export const PostponeInput = z.object({
  id: IdField,
  from: TimeInput,
  form: z.object(timeForm),
  reason: typedText(500),
  seen,
  printerId: IdField.nullable(),
})

export const HoldInput = z.object({
  id: IdField,
  present: z.array(typedText(150)).max(60),
  result: typedText(2000),
})

export const CancelAppointmentInput = z.object({ id: IdField, reason: typedText(500) })
export const PrintAssignmentInput = z.object({
  id: IdField,
  printerId: IdField.nullable(),
  reason: typedText(500),
})
