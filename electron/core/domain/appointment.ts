import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import type { OfficialNumber } from './permit.ts'
import type { AppointmentKind } from './stage-table.ts'
import type { TimeOfDay } from './time-of-day.ts'

/** When and where, on the office's clock. */
export interface AppointmentTime {
  readonly date: OfficeDate
  readonly from: TimeOfDay
  readonly until: TimeOfDay
  readonly place: string
}

/** Somebody who is sent: a user of the office, or anybody by name. */
export interface TeamMember {
  /** null: somebody who does not sign in here. */
  readonly userId: string | null
  readonly name: string
  /** 18 digits; null: none is known. */
  readonly nip: string | null
  /** *Jabatan*, as it stands on the letter. */
  readonly post: string
  /** Exactly one of a team leads it. */
  readonly leads: boolean
}

/** A dossier of an appointment; the order is that of the letter. */
export interface AppointedDossier {
  readonly applicationId: string
  /** When it left by itself, because its procedure went another way; null: it did not. */
  readonly leftAt: Instant | null
}

export const appointmentStates = ['planned', 'held', 'cancelled'] as const
export type AppointmentState = (typeof appointmentStates)[number]

/** A *rapat kajian teknis* or *peninjauan lapangan*, for one dossier or several, under one *Surat Tugas*. */
export interface Appointment {
  readonly id: string
  readonly kind: AppointmentKind
  readonly time: AppointmentTime
  readonly purpose: string
  readonly team: readonly TeamMember[]
  /** Never changes: a dossier that leaves stays in the list. */
  readonly dossiers: readonly AppointedDossier[]
  /** Number and day of the *Surat Tugas*; both stay when the appointment is put off. */
  readonly letter: { readonly id: string; readonly number: OfficialNumber; readonly issuedOn: OfficeDate }
  readonly state: AppointmentState
  readonly madeAt: Instant
  readonly madeBy: string
  /** The first one first. */
  readonly postponements: readonly Postponement[]
  /** null: still planned. */
  readonly end: AppointmentEnd | null
}

export interface Postponement {
  readonly from: AppointmentTime
  readonly to: AppointmentTime
  readonly reason: string
  readonly at: Instant
  readonly by: string
  /** Whoever sends the same press again is not refused. */
  readonly userId: string
}

/** How it was held, or why it was called off. */
export interface AppointmentEnd {
  /** What came of it, or the reason. */
  readonly text: string
  /** Names; empty: it was called off. */
  readonly present: readonly string[]
  readonly at: Instant
  readonly by: string
  readonly userId: string
}

/** An appointment as one of its dossiers knows it. */
export interface DossierAppointment {
  readonly id: string
  readonly kind: AppointmentKind
  readonly time: AppointmentTime
  readonly letter: OfficialNumber
  /** How many other dossiers are in it. */
  readonly others: number
  /** `left`: the dossier went another way before it was held. */
  readonly state: AppointmentState | 'left'
}

/** A dossier's appointments with one of them changed; one that it does not know is a damaged history. */
export function changeAppointment(
  all: readonly DossierAppointment[] | undefined,
  id: string,
  change: Partial<Pick<DossierAppointment, 'time' | 'state'>>,
): readonly DossierAppointment[] {
  if (!all?.some((one) => one.id === id)) throw new Error(`a history changes the unknown appointment ${id}`)
  return all.map((one) => (one.id === id ? { ...one, ...change } : one))
}

/** A dossier's appointments after it has left some of them. */
export const leaveAppointments = (
  all: readonly DossierAppointment[] | undefined,
  ids: readonly string[],
): readonly DossierAppointment[] =>
  (all ?? []).map((one) => (ids.includes(one.id) ? { ...one, state: 'left' } : one))

/** The dossiers that are still in it. */
export const dossiersIn = ({ dossiers }: Pick<Appointment, 'dossiers'>): readonly AppointedDossier[] =>
  dossiers.filter((one) => one.leftAt === null)

export const isSameTime = (one: AppointmentTime, other: AppointmentTime): boolean =>
  one.date === other.date && one.from === other.from && one.until === other.until && one.place === other.place

/** Whether two appointments share a moment; one that begins when the other ends does not. */
export const overlapInTime = (
  one: Pick<AppointmentTime, 'date' | 'from' | 'until'>,
  other: Pick<AppointmentTime, 'date' | 'from' | 'until'>,
): boolean => one.date === other.date && one.from < other.until && other.from < one.until
