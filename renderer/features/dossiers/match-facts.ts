import type { DossierView } from '#contract/dossier.ts'
import { longDate, numericDate } from '#domain/indonesian.ts'
import { compareNik, formatNik, parseNik } from '#domain/nik.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import type { Requirement } from './papers.ts'

export interface Fact {
  name: string
  value: string
  /** What was compared already, in small type. */
  note?: string
  /** The record contradicts itself: the clerk must look. */
  differs?: boolean
}

const { fields } = dossierWords

/** What of the application a paper of this kind should say as well. */
export function matchFacts(view: DossierView, requirement: Requirement): readonly Fact[] {
  const { code } = requirement
  const person = nameFact(view)
  if (requirement.photo) return [person, ...birthFact(view)]
  if (/^(STR|COMPETENCE_PROOF|CREDITS_)/.test(code)) return [person, ...strFacts(view)]
  if (/^(PLACE_|FACILITY_)/.test(code)) return [person, ...placeFacts(view)]
  if (/SIP|OLD_PERMIT/.test(code)) return [person, ...permitFacts(view), ...placeFacts(view).slice(0, 1)]
  return [...nikFact(view), person, ...birthFact(view), ...addressFact(view)]
}

export function nameFact({ applicant }: DossierView): Fact {
  return {
    name: fields.name,
    value: applicant.nameOnPermit ?? applicant.name,
    note: dossierWords.titlesNotCompared,
  }
}

/** The NIK with what it says of birth and sex: the clerk need not reckon. */
export function nikFact({ applicant }: DossierView): readonly Fact[] {
  if (applicant.nik === null) return []
  const nik = parseNik(applicant.nik)
  if (!nik.ok) return [{ name: fields.nik, value: applicant.nik }]
  const { birthDate, sex } = applicant
  const agrees = compareNik(nik.value, { birthDate, sex }).length === 0
  const known = birthDate !== null && sex !== null
  const word = sex === 'female' ? dossierWords.female : dossierWords.male
  return [
    {
      name: fields.nik,
      value: formatNik(nik.value),
      ...(known && agrees ? { note: dossierWords.nikMatches(numericDate(birthDate), word) } : {}),
      ...(agrees ? {} : { differs: true }),
    },
  ]
}

function birthFact({ applicant }: DossierView): readonly Fact[] {
  const { birthPlace, birthDate } = applicant
  if (birthDate === null) return []
  const value = birthPlace === null ? longDate(birthDate) : `${birthPlace}, ${longDate(birthDate)}`
  return [{ name: fields.birth, value }]
}

function addressFact({ applicant }: DossierView): readonly Fact[] {
  const parts = [applicant.addressKtp, applicant.village, applicant.district].filter((one) => one !== null)
  return parts.length === 0 ? [] : [{ name: fields.address, value: parts.join(', ') }]
}

function strFacts({ data }: DossierView): readonly Fact[] {
  if (data.str === null) return []
  const until = data.str.validUntil === null ? dossierWords.lifetime : longDate(data.str.validUntil)
  return [
    { name: fields.strNumber, value: data.str.number },
    { name: fields.profession, value: data.str.profession },
    { name: fields.strUntil, value: data.str.lifetime ? dossierWords.lifetime : until },
  ]
}

function placeFacts({ data }: DossierView): readonly Fact[] {
  if (data.facility === null) return []
  const { name, address, village } = data.facility
  return [
    { name: fields.place, value: name },
    { name: fields.placeAddress, value: village === null ? address : `${address}, ${village}` },
    ...(data.scheduleText === '' ? [] : [{ name: fields.schedule, value: data.scheduleText }]),
  ]
}

const permitFacts = (view: DossierView): readonly Fact[] => [
  { name: fields.type, value: `${view.line.permitTypeCode}, ${view.typeName}` },
  { name: fields.kind, value: view.line.kindLabel },
]
