import type { Instant } from './instant.ts'
import { usualKindRules, type RevocationReason } from './kind-rule.ts'
import type { PermitType } from './permit-type.ts'
import type { OfficeProfile } from './profile.ts'
import type { StageLimit, StageTable } from './stage-table.ts'

type Complaints = OfficeProfile['complaints']

/** What the data files of an office decide that its reports tell beside names, each with what is noted of it. */
interface Terms {
  /** Of the whole procedure; its code is that of the procedure. */
  readonly 'published-limit': Pick<StageTable, 'limit' | 'limitText'>
  readonly 'stage-limit': StageLimit | null
  /** Within how many days a complaint is answered, and by which law; its code is that of its series. */
  readonly 'answer-limit': Pick<Complaints, 'answerWithin' | 'basis'>
  /** Of a permit type; null: the usual ones. */
  readonly 'revocation-reasons': readonly RevocationReason[] | null
}
type TermKind = keyof Terms

/** Since when something holds at the office. Never changed: another value is another line. */
export type OfficeTerm = {
  readonly [Kind in TermKind]: {
    readonly thing: Kind
    readonly code: string
    readonly value: Terms[Kind]
    readonly since: Instant
  }
}[TermKind]

type PresentTerm = OfficeTerm extends infer Term
  ? Term extends OfficeTerm
    ? Omit<Term, 'since'>
    : never
  : never

/** Settings key of everything that ever held, the first one first. */
export const officeTermsSetting = 'office.terms'

/** What was noted under `officeTermsSetting`; empty: nothing. */
export const readOfficeTerms = (noted: unknown): readonly OfficeTerm[] =>
  Array.isArray(noted) ? (noted as readonly OfficeTerm[]) : []

interface BoundOffice {
  readonly profile: OfficeProfile
  readonly types: readonly PermitType[]
}

// The usual reasons are words of the program: noting them for each of 38 types would only repeat them.
const reasonsOf = ({ kindRules }: PermitType): Terms['revocation-reasons'] => {
  const { reasons } = kindRules.revocation
  return isSame(reasons, usualKindRules.revocation.reasons) ? null : reasons
}

/** What an office's data files decide now. */
export function presentTerms({ profile, types }: BoundOffice): readonly PresentTerm[] {
  const { code, limit, limitText, stages } = profile.stageTable
  const { series, answerWithin, basis } = profile.complaints
  return [
    { thing: 'published-limit', code, value: { limit, limitText } },
    ...stages.map((one) => ({ thing: 'stage-limit' as const, code: one.code, value: one.limit })),
    { thing: 'answer-limit', code: series, value: { answerWithin, basis } },
    ...types.map((one) => ({
      thing: 'revocation-reasons' as const,
      code: one.code,
      value: reasonsOf(one),
    })),
  ]
}

const keyOf = ({ thing, code }: Pick<OfficeTerm, 'thing' | 'code'>): string => `${thing} ${code}`
// What was noted comes back from the database with its keys in the order in which they were written.
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What is not as it was noted last, as lines to be added. */
export function newTerms(
  noted: readonly OfficeTerm[],
  present: readonly PresentTerm[],
  since: Instant,
): readonly OfficeTerm[] {
  const last = new Map(noted.map((one) => [keyOf(one), one]))
  return present.flatMap((one): OfficeTerm[] => {
    const before = last.get(keyOf(one))
    return before !== undefined && isSame(before.value, one.value) ? [] : [{ ...one, since } as OfficeTerm]
  })
}

/** The office with what held before a moment; of what was not noted then the first that was, or what holds now. */
export function boundAt<Bound extends BoundOffice>(
  office: Bound,
  noted: readonly OfficeTerm[],
  asOf: Instant,
): Bound {
  const then = new Map<string, OfficeTerm>()
  for (const one of noted) {
    const key = keyOf(one)
    if (one.since < asOf || !then.has(key)) then.set(key, one)
  }
  const valueOf = <Kind extends TermKind>(thing: Kind, code: string, now: Terms[Kind]): Terms[Kind] => {
    const one = then.get(keyOf({ thing, code }))
    return one === undefined ? now : (one.value as Terms[Kind])
  }
  const { profile, types } = office
  const { stageTable, complaints } = profile
  const { code, limit, limitText, stages } = stageTable
  return {
    ...office,
    types: types.map((one) => {
      const reasons = valueOf('revocation-reasons', one.code, reasonsOf(one))
      const revocation = {
        ...one.kindRules.revocation,
        reasons: reasons ?? usualKindRules.revocation.reasons,
      }
      return { ...one, kindRules: { ...one.kindRules, revocation } }
    }),
    profile: {
      ...profile,
      stageTable: {
        ...stageTable,
        ...valueOf('published-limit', code, { limit, limitText }),
        stages: stages.map((one) => ({ ...one, limit: valueOf('stage-limit', one.code, one.limit) })),
      },
      complaints: { ...complaints, ...valueOf('answer-limit', complaints.series, complaints) },
    },
  }
}
