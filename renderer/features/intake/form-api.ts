import type { IntakeField } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'

/** What a section needs of the form: what is typed, how to change it, and what to say at a field. */
export interface FormApi {
  readonly form: IntakeForm
  /** A function is given the newest form: for what arrives later than it was asked for. */
  change(patch: Change): void
  /** The hand has left this field: from now on it says what is wrong. */
  leave(field: IntakeField): void
  /** undefined: nothing to say, or not yet. */
  sentence(field: IntakeField): string | undefined
}

export type Change = Partial<IntakeForm> | ((form: IntakeForm) => Partial<IntakeForm>)

type TextKey = {
  [Key in keyof IntakeForm]: IntakeForm[Key] extends string
    ? string extends IntakeForm[Key]
      ? Key
      : never
    : never
}[keyof IntakeForm]

/** Value, change, leaving and sentence of one text field, to spread on a part of `ui/`. */
export const textField = (api: FormApi, key: TextKey) => ({
  value: api.form[key],
  error: api.sentence(key),
  onChange: (value: string) => api.change({ [key]: value }),
  onLeave: () => api.leave(key),
})

/** The parts of the screen, in the order in which a clerk fills them. */
export const sections = ['applicant', 'permit', 'practice', 'documents'] as const
export type Section = (typeof sections)[number]

const practiceFields: readonly string[] = [
  'facilityKind',
  'facilityName',
  'facilityAddress',
  'facilityVillage',
  'facilityDistrict',
]
const permitFields: readonly string[] = [
  'companyName',
  'companyNib',
  'companyNpwp',
  'permitTypeCode',
  'kind',
  'practiceOrdinal',
  'strNumber',
  'strLifetime',
  'strValidUntil',
  'practisedMoreThanFiveYearsAgo',
  'startedBy',
  'reasonCode',
  'effectiveOn',
  'targetPermitId',
  'targetPermitNumber',
  'targetPermitOnPaper',
  'targetPermitValidUntil',
]

/** The part of the screen on which a field stands. */
export function sectionOf(field: IntakeField): Section {
  if (field.startsWith('documents') || field.startsWith('papers')) return 'documents'
  if (field.startsWith('answers')) return 'permit'
  if (field.startsWith('schedule') || field.startsWith('otherPermits') || practiceFields.includes(field))
    return 'practice'
  return permitFields.includes(field) ? 'permit' : 'applicant'
}
