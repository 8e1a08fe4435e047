import type { Sex } from './application.ts'
import type { FormRefusal } from './blank-form.ts'
import type { EmailRefusal } from './email.ts'
import type { IntakeForm } from './intake-form.ts'
import type { EarlierPermitRefusal } from './earlier-permit.ts'
import type { LateMomentRefusal } from './late-entry.ts'
import type { NikFactsRefusal, NikRefusal } from './nik.ts'
import type { OfficeDate } from './office-date.ts'
import type { OldBookRefusal } from './old-book-form.ts'
import type { OldNumberRefusal } from './old-number.ts'
import type { OwnAnswerRefusal } from './own-answer.ts'
import type { PaperRefusal } from './paper-facts.ts'
import type { PersonNameRefusal } from './person-name.ts'
import type { PhoneRefusal } from './phone.ts'
import { ok, refuse, type Result } from './result.ts'
import type { RtRwRefusal } from './rt-rw.ts'
import type { ScheduleRefusal } from './schedule.ts'
import type { StrRefusal } from './str.ts'
import type { TimeRefusal } from './time-of-day.ts'
import type { TypedDateRefusal } from './typed-date.ts'
import type { UploadRefusal } from './upload-rule.ts'

/**
 * Where on the form a refusal belongs: the name of the field, a row of the schedule, a requirement, a fact of its paper
 * (`papers.KTP.date`), an own question (`answers.laboratory-date`), or a permit held elsewhere (`otherPermits.0.place`).
 */
export type IntakeField =
  | keyof IntakeForm
  | `schedule.${number}`
  | `documents.${string}`
  | `papers.${string}`
  | `answers.${string}`
  | `otherPermits.${string}`
  | `oldBook.${string}`

export type IntakeFieldRefusal =
  | NikRefusal
  | NikFactsRefusal
  | PersonNameRefusal
  | PhoneRefusal
  | EmailRefusal
  | RtRwRefusal
  | StrRefusal
  | TypedDateRefusal
  | TimeRefusal
  | LateMomentRefusal
  | FormRefusal
  | ScheduleRefusal
  | OwnAnswerRefusal
  | PaperRefusal
  | EarlierPermitRefusal
  | OldBookRefusal
  | OldNumberRefusal
  | { readonly code: 'field-empty'; readonly label: string; readonly example: string }
  | { readonly code: 'birth-date-differs-from-nik'; readonly typed: OfficeDate; readonly fromNik: OfficeDate }
  | { readonly code: 'sex-differs-from-nik'; readonly fromNik: Sex }
  | { readonly code: 'citizenship-unknown'; readonly typed: string }
  /** KITAS is for foreigners only. */
  | { readonly code: 'identity-unfit' }
  | { readonly code: 'identity-ended'; readonly validUntil: OfficeDate; readonly today: OfficeDate }
  | { readonly code: 'nib-malformed'; readonly typed: string }
  | { readonly code: 'npwp-malformed'; readonly typed: string }
  | { readonly code: 'type-not-offered'; readonly typed: string }
  | { readonly code: 'kind-not-offered'; readonly typed: string }
  | { readonly code: 'str-ended'; readonly validUntil: OfficeDate; readonly today: OfficeDate }
  | { readonly code: 'starter-not-allowed' }
  /** No such reason, or one that somebody else gives. */
  | { readonly code: 'reason-unknown' }
  | { readonly code: 'hours-overlap-elsewhere'; readonly place: string; readonly overlap: string }
  | { readonly code: 'requirement-missing'; readonly label: string }
  /** Seen on paper, but the office asks for a file. */
  | { readonly code: 'requirement-needs-file'; readonly label: string }
  /** The station has no such file: it was attached elsewhere, or its folder was exchanged. */
  | { readonly code: 'requirement-file-lost'; readonly label: string; readonly fileName: string }
  /** The file is not what this requirement asks for. */
  | {
      readonly code: 'requirement-file-unfit'
      readonly label: string
      readonly why: UploadRefusal
    }
  /** The photo on a permit is a picture, never a PDF. */
  | { readonly code: 'photo-not-a-picture'; readonly fileName: string }

export interface FieldRefusal {
  readonly field: IntakeField
  readonly refusal: IntakeFieldRefusal
}

/** Collects the refusals of a form while its fields are read, in the order in which they are read. */
export interface FieldReader {
  /** The value, or null after noting why there is none. */
  read<T>(field: IntakeField, result: Result<T, IntakeFieldRefusal>): T | null
  /** The text without blanks at its ends; empty after noting that it is needed. */
  needed(field: IntakeField, text: string, label: string, example: string): string
  note(field: IntakeField, refusal: IntakeFieldRefusal): void
  readonly refusals: readonly FieldRefusal[]
}

export function createFieldReader(): FieldReader {
  const refusals: FieldRefusal[] = []
  const read: FieldReader['read'] = (field, result) => {
    if (result.ok) return result.value
    refusals.push({ field, refusal: result.refusal })
    return null
  }
  return {
    read,
    needed: (field, typed, label, example) => {
      const text = typed.trim()
      return read(field, text === '' ? refuse({ code: 'field-empty', label, example }) : ok(text)) ?? ''
    },
    note: (field, refusal) => void refusals.push({ field, refusal }),
    refusals,
  }
}

export const orNull = (text: string): string | null => text.trim() || null
