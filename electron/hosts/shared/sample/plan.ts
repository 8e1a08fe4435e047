import { factsOfForm } from '#domain/intake.ts'
import { numericDate } from '#domain/indonesian.ts'
import {
  emptyIntakeForm,
  type IntakeDocument,
  type IntakeForm,
  type IntakePaper,
} from '#domain/intake-form.ts'
import type { OfficeCalendar } from '#domain/calendar.ts'
import type { Instant } from '#domain/instant.ts'
import { addDays, dateParts, weekdayOf, type OfficeDate, type Weekday } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import type { OwnField } from '#domain/own-field.ts'
import {
  isTakenInHere,
  regimeOn,
  requirementApplies,
  requirementsFor,
  type ApplicationKind,
  type PermitType,
  type Requirement,
} from '#domain/permit-type.ts'
import type { Office } from '#services/office.ts'
import { intakeRules } from '#services/intake-rules.ts'
import type { SampleFiles } from './files.ts'
import { lastWorkingDays, momentOf } from './office-time.ts'
import {
  personFields,
  practisesLong,
  type NewPerson,
  type SamplePerson,
  type SampleVillage,
} from './people.ts'
import type { Random } from './random.ts'
import { facilities, familyNames, mensNames, schedules, type SampleFacility } from './words.ts'

/** What becomes of an application beside the usual way. */
export type Course =
  | 'usual'
  | 'returned'
  /** Returned, and the applicant has not come back. */
  | 'waiting-for-applicant'
  | 'refused'
  /** Refused after the examiners said no. */
  | 'not-recommended'
  | 'withdrawn'
  /** Finished, and nobody comes for it. */
  | 'not-fetched'
  /** The sheet was spoilt and is printed again. */
  | 'reprinted'
  /** Withdrawn or refused when it was numbered already: the number is void. */
  | 'number-void'

export interface PlannedApplication {
  readonly arrivesAt: Instant
  readonly form: Omit<IntakeForm, 'documents'>
  readonly course: Course
  /** Begins from a permit that this office gave during the year, where there is one: the form is only for when there is none. */
  readonly fromRegister: ApplicationKind | null
}

// A small office of tests is of the last weeks; the year has about ten people a day.
const fewestDays = 60
const mostDays = 248
const peopleADay = 10

const courses: readonly (readonly [Course, number])[] = [
  ['returned', 0.08],
  ['waiting-for-applicant', 0.04],
  ['refused', 0.04],
  ['not-recommended', 0.02],
  ['withdrawn', 0.02],
  ['not-fetched', 0.04],
  ['reprinted', 0.03],
  ['number-void', 0.008],
]

const kinds: readonly (readonly [ApplicationKind, number])[] = [
  ['renewal', 0.2],
  ['amendment', 0.06],
  ['replacement', 0.04],
]

/** What people come back for with a permit of this office. */
const laterKinds: readonly (readonly [ApplicationKind, number])[] = [
  ['revocation', 0.03],
  ['amendment', 0.04],
  ['replacement', 0.02],
]

function drawn<T>(random: Random, usual: T, shares: readonly (readonly [T, number])[]): T {
  let left = random.next()
  for (const [value, share] of shares) {
    if (left < share) return value
    left -= share
  }
  return usual
}

/** How many people come on a day, by how lately it was, where the office is only some weeks old. */
const weightOf = (daysAgo: number): number =>
  daysAgo === 0 ? 3 : daysAgo < 12 ? 2 : daysAgo < 30 ? 1.4 : 0.6

// Contracts of hospitals and new graduates bring people in January and from July on; December is quiet.
const seasons = [1.35, 1.1, 0.9, 0.85, 0.95, 1, 1.25, 1.2, 1.05, 1, 0.9, 0.65]
const weekdayWeights: Readonly<Record<Weekday, number>> = {
  mon: 1.3,
  tue: 1.1,
  wed: 1,
  thu: 0.95,
  fri: 0.7,
  sat: 0.6,
  sun: 0.6,
}

const yearWeightOf = (day: OfficeDate): number =>
  (seasons[dateParts(day).month - 1] ?? 1) * weekdayWeights[weekdayOf(day)]

/**
 * When people come: in office hours of the last working days, and today up to now. A year follows its seasons and weeks;
 * an office of some weeks has more people lately.
 */
export function arrivals(
  calendar: OfficeCalendar,
  now: Instant,
  today: OfficeDate,
  count: number,
  random: Random,
) {
  const wanted = Math.min(mostDays, Math.max(fewestDays, Math.round(count / peopleADay)))
  const days = lastWorkingDays(calendar, today, wanted)
  const isYear = wanted > fewestDays
  const weights = days.map((day, index) => (isYear ? yearWeightOf(day) : weightOf(wanted - 1 - index)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  // Most people come before noon.
  const share = () => (isYear ? random.next() ** 1.35 : random.next()) * 0.94
  let due = 0
  return days
    .flatMap((day, index) => {
      const before = Math.round(due)
      due += (count * (weights[index] ?? 0)) / total
      const people = Math.round(due) - before
      return Array.from({ length: people }, () => momentOf(calendar, day, share(), now))
    })
    .sort()
}

/** What people of the sample come for: products of this office itself, asked for by a person. */
export const typesTakenIn = ({ profile, types }: Office, day: OfficeDate): readonly PermitType[] =>
  profile.offers.flatMap((offer) =>
    types.filter((one) => one.code === offer.code && one.holder === 'person' && isTakenInHere(one, day)),
  )

const popularProfessions = ['dokter', 'perawat', 'bidan', 'apoteker']

/** Who comes when and asks for what. Some come a second time, for a second place. */
export function planApplications(
  office: Office,
  villages: readonly SampleVillage[],
  today: OfficeDate,
  moments: readonly Instant[],
  random: Random,
  person: NewPerson,
): readonly PlannedApplication[] {
  const types = typesTakenIn(office, today)
  const popular = types.filter((one) => popularProfessions.includes(one.profession))
  const known: { person: SamplePerson; permitTypeCode: string; facility: SampleFacility }[] = []
  const seen = new Set<SamplePerson>()
  return moments.map((arrivesAt, index) => {
    // Each product is asked for at least once, a few of them all the time.
    const type =
      index < types.length
        ? types[index]
        : random.pick(popular.length > 0 && random.chance(0.8) ? popular : types)
    if (!type) throw new Error(`profile ${office.profile.code} offers nothing`)
    const on = officeDateOf(arrivesAt, office.profile.timeZone)
    // Where the law of that day leaves one place only, nobody comes for a second.
    const regime = regimeOn(type, on)
    const single = regime.ok && regime.value.placeLimit === 1
    const again =
      random.chance(0.12) && !single
        ? known.find((one) => one.permitTypeCode === type.code && !seen.has(one.person))
        : undefined
    const who = again?.person ?? person(type.profession)
    const facility = random.pick(facilities.filter((one) => one !== again?.facility))
    if (again) seen.add(who)
    else known.push({ person: who, permitTypeCode: type.code, facility })
    const wanted = drawn<ApplicationKind>(random, 'new', kinds)
    const kind = again || !type.kinds.includes(wanted) ? 'new' : wanted
    return {
      arrivesAt,
      course: drawn<Course>(random, 'usual', courses),
      fromRegister: drawn<ApplicationKind | null>(random, null, laterKinds),
      form: plannedForm(
        who,
        {
          permitTypeCode: type.code,
          kind,
          facility,
          second: again !== undefined,
          on,
        },
        villages,
        random,
      ),
    }
  })
}

interface Wish {
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  readonly facility: SampleFacility
  readonly second: boolean
  readonly on: OfficeDate
}

/** What somebody writes into the form; the earlier permit of a kind that needs one is known on paper only. */
export function plannedForm(
  who: SamplePerson,
  { permitTypeCode, kind, facility, second, on }: Wish,
  villages: readonly SampleVillage[],
  random: Random,
): PlannedApplication['form'] {
  const place = villages.length > 0 ? random.pick(villages) : { name: '', district: '' }
  const { documents: _none, ...empty } = emptyIntakeForm
  const byProxy = random.chance(0.1)
  const own = facility.kind === 'independent'
  return {
    ...empty,
    ...personFields(who),
    permitTypeCode,
    kind,
    ...(kind === 'new' ? undefined : permitOnPaper(permitTypeCode, on, random)),
    practiceOrdinal: second ? (2 as const) : (1 as const),
    practisedMoreThanFiveYearsAgo: practisesLong(who, on) && random.chance(0.3),
    facilityKind: facility.kind,
    facilityName: own ? `Praktik ${who.nameOnPermit}` : facility.name,
    facilityAddress: facility.address,
    facilityVillage: place.name,
    facilityDistrict: place.district,
    schedule: random.pick(schedules),
    representativeName: byProxy ? `${random.pick(mensNames)} ${random.pick(familyNames)}` : '',
    representativePhone: byProxy ? '0812-5500-0300' : '',
    representativeRelation: byProxy ? random.pick(['Staf RSUD', 'Suami', 'Saudara kandung']) : '',
  }
}

/** The planned form with a generated file for every requirement of its day. */
export async function withDocuments(
  office: Office,
  form: PlannedApplication['form'],
  today: OfficeDate,
  files: SampleFiles,
  random: Random,
): Promise<IntakeForm> {
  const bare = { ...form, documents: [] }
  const { type, regime } = intakeRules(office, bare, today)
  if (!regime) throw new Error(`${form.permitTypeCode} is not in force on ${today}`)
  const fields = (type?.fields ?? []).filter((one) => requirementApplies(one.when, factsOfForm(bare)))
  const answered = {
    ...bare,
    answers: {
      ...Object.fromEntries(fields.map((one) => [one.code, sampleAnswer(one, today)])),
      ...bare.answers,
    },
  }
  const documents: IntakeDocument[] = []
  const papers: IntakePaper[] = []
  for (const one of requirementsFor(regime, factsOfForm(answered, type?.fields ?? []))) {
    const file = one.photo ? files.photo(random) : await files.page(one.code, one.label)
    documents.push({ requirementCode: one.code, ...file })
    if (one.asks.length > 0 || one.maxAgeDays !== null) papers.push(samplePaper(one, today))
  }
  return { ...answered, documents, papers }
}

/** A permit from before the register of this office began: its paper is all there is. */
function permitOnPaper(permitTypeCode: string, on: OfficeDate, random: Random) {
  const { year } = dateParts(on)
  return {
    targetPermitOnPaper: true,
    targetPermitNumber: `503/${String(random.between(1, 999)).padStart(3, '0')}/${permitTypeCode}/${year - 4}`,
    targetPermitValidUntil: `31-12-${year + 1}`,
  }
}

/** An answer that the question takes. */
export function sampleAnswer(field: OwnField, today: OfficeDate): string {
  const { kind, check, choices } = field
  switch (kind) {
    case 'choice':
      return choices[0]?.code ?? ''
    case 'yes-no':
      return 'no'
    case 'date':
      return numericDate(addDays(today, -7))
    case 'number':
      return String((check?.rule === 'range' ? (check.min ?? check.max) : null) ?? 1).replace('.', ',')
    case 'text':
      return check?.rule === 'pattern' ? check.example : 'Sesuai dokumen'
  }
}

/** What stands on the paper of a requirement, as a clerk writes it down. */
export const samplePaper = (requirement: Requirement, today: OfficeDate): IntakePaper => ({
  requirementCode: requirement.code,
  number: requirement.asks.includes('number') ? `445/17/${today.slice(0, 4)}` : '',
  date: numericDate(addDays(today, -10)),
  issuer: requirement.asks.includes('issuer') ? 'Dinas Kesehatan' : '',
  validUntil: requirement.asks.includes('valid-until') ? numericDate(addDays(today, 400)) : '',
  form: '',
  count: '',
})
