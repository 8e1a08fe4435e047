import type { FieldChange } from './correction.ts'
import type { IntakeForm, IntakeOtherPermit } from './intake-form.ts'
import type { OwnField } from './own-field.ts'
import { parseSchedule, printSessionNarrow, type TypedSession } from './schedule.ts'
import { fieldLabels, sayFieldValue, type ComparedField } from './wording/intake-fields.ts'

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Hours as a reader says them; what cannot be read yet, as it was typed. */
function scheduleWords(schedule: readonly TypedSession[]): string {
  const typed = schedule.filter(({ days, from, until }) => days.length > 0 || from !== '' || until !== '')
  const read = parseSchedule(typed)
  return read.ok
    ? read.value.map(printSessionNarrow).join('; ')
    : typed.map(({ days, from, until }) => squeezed(`${days.join(', ')} ${from}-${until}`)).join('; ')
}

const permitWords = ({ number, place, city, validUntil, schedule }: IntakeOtherPermit): string =>
  [number, place, city, validUntil, scheduleWords(schedule)].map(squeezed).filter(Boolean).join(', ')

function valueOf(form: IntakeForm, field: ComparedField): string {
  if (field === 'schedule') return scheduleWords(form.schedule)
  if (field === 'otherPermits') return form.otherPermits.map(permitWords).join('; ')
  if (field === 'nik' || field === 'representativeNik') return form[field].replace(/\D/g, '')
  // An end is of no account where there is none; a place of one's own neither.
  if (field === 'strValidUntil' && form.strLifetime) return ''
  return squeezed(sayFieldValue(field, form))
}

const answerWords = (field: OwnField | undefined, typed: string): string => {
  if (field?.kind === 'yes-no') return typed === '' ? '' : typed === 'yes' ? 'Ya' : 'Tidak'
  return field?.choices.find(({ code }) => code === typed)?.label ?? squeezed(typed)
}

/**
 * What differs between two intake forms, field by field in the order of the screen. Spaces and ways of writing a NIK make no
 * difference; files are told apart by the checklist, not here.
 *
 * @param fields  own questions of the types before and after, for their labels
 */
export function changesBetween(
  before: IntakeForm,
  after: IntakeForm,
  fields: readonly OwnField[],
): readonly FieldChange[] {
  const plain = (Object.keys(fieldLabels) as ComparedField[]).map((field) => ({
    field: field as string,
    label: fieldLabels[field],
    before: valueOf(before, field),
    after: valueOf(after, field),
  }))
  const codes = [...new Set([...Object.keys(before.answers), ...Object.keys(after.answers)])]
  const answers = codes.map((code) => {
    const asked = fields.find((one) => one.code === code)
    return {
      field: `answers.${code}`,
      label: asked?.label ?? code,
      before: answerWords(asked, before.answers[code] ?? ''),
      after: answerWords(asked, after.answers[code] ?? ''),
    }
  })
  return [...plain, ...answers].filter((one) => one.before !== one.after)
}
