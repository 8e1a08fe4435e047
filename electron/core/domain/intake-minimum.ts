import type { IntakeForm } from './intake-form.ts'
import type { IntakePart } from './intake-parts.ts'
import type { FieldRefusal, IntakeField } from './intake-refusal.ts'
import type { TypedSession } from './schedule.ts'

/** Whether a refusal only says that nothing was typed yet. */
export function isBlank({ refusal }: FieldRefusal): boolean {
  switch (refusal.code) {
    case 'nik-empty':
    case 'field-empty':
    case 'phone-empty':
    case 'str-empty':
    case 'schedule-empty':
    case 'schedule-no-days':
    case 'requirement-missing':
    case 'answer-empty':
    case 'earlier-permit-needed':
    case 'paper-date-needed':
    case 'old-stage-needed':
      return true
    case 'type-not-offered':
    case 'schedule-time':
    case 'date-malformed':
    case 'time-malformed':
      return refusal.typed.trim() === ''
    default:
      return false
  }
}

const partsOfFields: Partial<Readonly<Record<keyof IntakeForm, IntakePart>>> = {
  phone: 'phone',
  permitTypeCode: 'type',
  kind: 'kind',
  startedBy: 'kind',
  reasonCode: 'kind',
  effectiveOn: 'kind',
  birthPlace: 'birth',
  birthDate: 'birth',
  sex: 'birth',
  addressKtp: 'address',
  rtRw: 'address',
  village: 'address',
  district: 'address',
  addressDomicile: 'address',
  targetPermitId: 'earlier-permit',
  targetPermitNumber: 'earlier-permit',
  targetPermitValidUntil: 'earlier-permit',
  strNumber: 'str',
  strValidUntil: 'str',
  facilityName: 'place',
  facilityAddress: 'place',
  facilityVillage: 'place',
  facilityDistrict: 'place',
}

/** To which part of the form a field belongs; what is not named says who asks, or for whom, and never waits. */
export function partOf(field: IntakeField): IntakePart {
  if (field.startsWith('documents.') || field.startsWith('papers.')) return 'documents'
  if (field.startsWith('answers.')) return 'questions'
  if (field.startsWith('schedule.')) return 'schedule'
  return partsOfFields[field as keyof IntakeForm] ?? 'identity'
}

const isUntyped = ({ days, from, until }: TypedSession): boolean =>
  days.length === 0 && from.trim() === '' && until.trim() === ''

/** What is kept only as a whole: half of it typed must be finished, or it would be lost. */
function isBegun(form: IntakeForm, part: IntakePart): boolean {
  const typed = (...texts: readonly string[]): boolean => texts.some((text) => text.trim() !== '')
  switch (part) {
    case 'place':
      return typed(form.facilityName, form.facilityAddress, form.facilityVillage, form.facilityDistrict)
    case 'schedule':
      return !form.schedule.every(isUntyped)
    case 'str':
      return typed(form.strNumber, form.strValidUntil)
    case 'earlier-permit':
      return typed(form.targetPermitNumber, form.targetPermitValidUntil)
    default:
      return false
  }
}

/**
 * Which refusals do not matter yet where the receipt comes before the data: a part outside the minimum of which nothing was
 * typed. What was typed is either right or refused, so that nothing typed is lost.
 *
 * @param minimum  the parts that the profile demands before its receipt
 */
export const mayWait =
  (form: IntakeForm, minimum: readonly IntakePart[]) =>
  (refusal: FieldRefusal): boolean => {
    const part = partOf(refusal.field)
    if (minimum.includes(part) || part === 'identity' || isBegun(form, part)) return false
    // A paper that is there is written down at once; only a requirement without one waits.
    return part === 'documents' ? refusal.refusal.code === 'requirement-missing' : isBlank(refusal)
  }

/** What stands on the receipt: who changes it changes a paper that the applicant holds already. */
const receiptFields: readonly string[] = [
  'nik',
  'name',
  'nameOnPermit',
  'companyName',
  'phone',
  'representativeName',
  'representativeRelation',
  'permitTypeCode',
  'kind',
  'facilityName',
  'facilityAddress',
]

/** Whether entering data changed what the receipt told: then it is a *Perbaikan*, with a reason and a new receipt. */
export const mendsReceipt = (
  changes: readonly { readonly field: string; readonly before: string }[],
): boolean => changes.some(({ field, before }) => before !== '' && receiptFields.includes(field))
