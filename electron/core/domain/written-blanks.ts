import type { WrittenBlanks } from './documents/statement-text.ts'
import { longDate } from './indonesian.ts'
import type { IntakeForm } from './intake-form.ts'
import { parseTypedDate } from './typed-date.ts'

const joined = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ')

/**
 * What a form to be taken home need not ask again: as it is typed at the counter, nothing invented. A NIK is left to its
 * bearer; what is not typed stays a dotted line.
 */
export function writtenBlanks(form: IntakeForm): WrittenBlanks {
  const birthDate = parseTypedDate(form.birthDate)
  const street = joined(form.addressKtp, form.rtRw.trim() === '' ? '' : `RT/RW ${form.rtRw.trim()}`)
  const known: Required<WrittenBlanks> = {
    name: form.companyName.trim() || form.nameOnPermit.trim() || form.name.trim(),
    birth: joined(form.birthPlace, birthDate.ok ? longDate(birthDate.value) : ''),
    address: joined(street, form.village, form.district),
    phone: form.phone.trim(),
    str: form.strNumber.trim(),
    place: form.facilityName.trim(),
    placeAddress: joined(form.facilityAddress, form.facilityVillage, form.facilityDistrict),
  }
  return Object.fromEntries(Object.entries(known).filter(([, text]) => text !== ''))
}
