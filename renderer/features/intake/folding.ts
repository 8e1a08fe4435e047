import type { FieldRefusal } from '#domain/intake.ts'
import { sectionOf } from './form-api.ts'

/** What a folded section still shows. */
export const shownFolded: readonly string[] = [
  'lateEntry',
  'lateDay',
  'lateTime',
  'lateReason',
  'lateComplete',
  'formNumber',
  'nik',
  'nameOnPermit',
  'phone',
  'nameChanged',
  'citizenship',
  'identityKind',
  'identityNumber',
  'identityValidUntil',
  'representativeName',
  'representativePhone',
  'representativeRelation',
]

/** Nothing that is folded away needs mending. */
export const foldedFieldsAreGood = (refusals: readonly FieldRefusal[]) =>
  refusals.every(
    ({ field }) =>
      sectionOf(field) !== 'applicant' || field.startsWith('oldBook') || shownFolded.includes(field),
  )
