import type { ApplicationState } from './application-state.ts'
import { isUnderWay } from './earlier-permit.ts'
import { compareNames } from './name-comparison.ts'
import type { OfficeDate } from './office-date.ts'
import { keyOfFacility } from './place-limit.ts'
import type { Facility } from './application.ts'
import type { ApplicationKind } from './requirement.ts'

/** Why a dossier of the register may be the very one that is being typed. */
export type LikenessReason =
  /** The same person has asked for the same and still waits. */
  | 'same-application'
  /** One STR belongs to one person; here it stands under two identities. */
  | 'same-str'
  /** Names that are alike, and a NIK with one digit wrong or two exchanged. */
  | 'nik-nearly-same'
  /** Names that are alike, born on one day. */
  | 'same-birth-date'
  /** Names that are alike, with one phone number. */
  | 'same-phone'

/** A form so far as it can be read; null: not typed, or not readable. */
export interface LookedFor {
  /** Of the person, or of the business that asks. */
  readonly name: string
  readonly nik: string | null
  readonly birthDate: OfficeDate | null
  /** As `parsePhone` gives it. */
  readonly phone: string | null
  readonly strNumber: string | null
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  readonly facility: Pick<Facility, 'kind' | 'name' | 'address'> | null
  /** Whom the register knows by the NIK or the paper on the form. */
  readonly applicantId: string | null
}

/** A dossier that may be the same, with why. */
export interface Lookalike {
  readonly state: ApplicationState
  readonly reason: LikenessReason
}

const digitsAndLetters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()

/**
 * By what dossiers that may be one are found without reading the register: STR, phone and day of birth, each alone. Only
 * names and NIK tell then whether they really are alike.
 */
export function lookalikeMarks({
  birthDate,
  phone,
  strNumber,
}: Pick<LookedFor, 'birthDate' | 'phone' | 'strNumber'>): readonly string[] {
  const str = digitsAndLetters(strNumber ?? '')
  return [
    ...(str === '' ? [] : [`str ${str}`]),
    ...(phone === null ? [] : [`phone ${phone}`]),
    ...(birthDate === null ? [] : [`born ${birthDate}`]),
  ]
}

/** The marks of a dossier in the register. */
export const marksOfDossier = ({ applicant, data }: ApplicationState): readonly string[] =>
  lookalikeMarks({
    birthDate: applicant.birthDate,
    phone: applicant.phone,
    strNumber: data.str?.number ?? null,
  })

/** Whether a NIK is another with one digit wrong, or two neighbours exchanged. */
export function isNikNearly(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false
  const wrong = Array.from(a, (digit, at) => (digit === b[at] ? -1 : at)).filter((at) => at >= 0)
  const [first = 0, second = 0] = wrong
  if (wrong.length === 1) return true
  return wrong.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
}

const order: readonly LikenessReason[] = [
  'same-application',
  'same-str',
  'nik-nearly-same',
  'same-birth-date',
  'same-phone',
]

/**
 * Dossiers that may be the one being typed, surest first, of each person the newest: the same request of the same person,
 * and other persons of the register who may be this one under a mistyped NIK or a new passport. A warning: twins and
 * namesakes exist, and the clerk has the KTP in hand.
 *
 * @param states  dossiers that share a mark with the form, and all of the known person
 */
export function lookalikes(asked: LookedFor, states: readonly ApplicationState[]): readonly Lookalike[] {
  const found = states
    .flatMap((state): Lookalike[] => {
      const reason = reasonFor(asked, state)
      return reason === null ? [] : [{ state, reason }]
    })
    .sort(
      (a, b) =>
        order.indexOf(a.reason) - order.indexOf(b.reason) ||
        (a.state.submittedAt < b.state.submittedAt ? 1 : -1),
    )
  const seen = new Set<string>()
  return found.filter(({ state, reason }) => {
    const key = reason === 'same-application' ? state.id : state.applicant.id
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function reasonFor(asked: LookedFor, state: ApplicationState): LikenessReason | null {
  const { applicant, data } = state
  if (applicant.id === asked.applicantId) return isSameRequest(asked, state) ? 'same-application' : null
  const str = digitsAndLetters(asked.strNumber ?? '')
  if (str !== '' && digitsAndLetters(data.str?.number ?? '') === str) return 'same-str'
  if (asked.name.trim() === '' || compareNames(asked.name, applicant.name) === 'different') return null
  if (asked.nik !== null && applicant.nik !== null && isNikNearly(asked.nik, applicant.nik))
    return 'nik-nearly-same'
  if (asked.birthDate !== null && asked.birthDate === applicant.birthDate) return 'same-birth-date'
  return asked.phone !== null && asked.phone === applicant.phone ? 'same-phone' : null
}

/** Two places of practice may be asked for side by side; one place twice may not. */
function isSameRequest({ permitTypeCode, kind, facility }: LookedFor, state: ApplicationState): boolean {
  const { data } = state
  if (!isUnderWay(state) || data.permitTypeCode !== permitTypeCode || data.kind !== kind) return false
  if (facility === null || data.facility === null) return true
  return keyOfFacility(facility) === keyOfFacility(data.facility)
}
