import type { FieldReader } from './intake-refusal.ts'
import type { Instant } from './instant.ts'
import { readLateMoment, type LateLimits, type TypedLateMoment } from './late-entry.ts'

/** *Entri Susulan* on the form of an application. */
export interface LateFields extends TypedLateMoment {
  /** false: a walk-in, who stands at the counter now. */
  readonly lateEntry: boolean
  readonly lateReason: string
  readonly lateComplete: boolean
  readonly formNumber: string
}

export interface LateReading {
  readonly takenAt: Instant
  readonly reason: string
  readonly declaredComplete: boolean
  /** Number of the blank form that was used, as typed; null: a number of the series comes with saving. */
  readonly formNumber: string | null
}

/**
 * Reads the late part of a form. null: the application is a walk-in, or something was noted.
 *
 * @param limits  absent: not known here (yet), as on a screen that waits for the station
 */
export function readLateFields(
  form: LateFields,
  limits: LateLimits | undefined,
  reader: FieldReader,
): LateReading | null {
  if (!form.lateEntry) return null
  const moment = limits ? readLateMoment(form, limits) : null
  if (moment?.ok === false) for (const { field, refusal } of moment.refusal) reader.note(field, refusal)
  const reason = reader.needed('lateReason', form.lateReason, 'Alasan', 'Listrik padam pukul 09.10–14.00')
  return moment?.ok === true
    ? {
        takenAt: moment.value,
        reason,
        declaredComplete: form.lateComplete,
        formNumber: form.formNumber.trim() || null,
      }
    : null
}
