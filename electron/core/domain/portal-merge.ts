import type { PortalData } from './portal-sync.ts'

/**
 * Whose a field is (portal contract, *Who may change what*). `applicant` and `office`: both sides may have changed it, one at
 * a time; `record`: never the applicant's, so what the portal says of it is at most an older word of ours.
 */
export type FieldOwner = 'applicant' | 'office' | 'record'

/** A field that both sides changed to different values, or one that is no longer the applicant's and yet changed there. */
export interface FoundConflict {
  readonly field: string
  readonly known: unknown
  readonly ours: unknown
  readonly theirs: unknown
}

export interface Merged {
  /** What holds on both sides until the conflicts are settled: there a conflicted field stays as the portal has it. */
  readonly data: PortalData
  /** Fields in which the portal's value came through. */
  readonly taken: readonly string[]
  readonly conflicts: readonly FoundConflict[]
  /** true: the portal does not have `data` yet. */
  readonly tellsPortal: boolean
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether two values of the wire say the same. The order of keys makes no difference, that of a list does. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((one, i) => isSameValue(one, b[i]))
    )
  if (!isRecord(a) || !isRecord(b)) return Object.is(a ?? null, b ?? null)
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => isSameValue(a[key], b[key]))
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * Merges an entity that both sides have, from the version that both had (portal contract, *A merge*). What only one side
 * changed goes through; where both changed a field to different values, both are kept and a clerk picks. What the applicant
 * changed in a field that is the office's by now is kept the same way, because it may have been theirs when they wrote. A
 * field that this side does not keep stays as the portal has it. Pure; merging again what was merged changes nothing.
 *
 * @param known  null: there is no version that both had
 */
export function mergeEntity(
  ownerOf: (field: string) => FieldOwner,
  known: PortalData | null,
  ours: PortalData,
  theirs: PortalData,
): Merged {
  const data: Record<string, unknown> = {}
  const taken: string[] = []
  const conflicts: FoundConflict[] = []
  for (const field of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    const [own, other] = [ours[field], theirs[field]]
    const verdict = field in ours ? judge(field) : 'theirs'
    data[field] = verdict === 'ours' ? own : other
    if (verdict === 'taken') taken.push(field)
    if (verdict === 'conflict')
      conflicts.push({ field, known: known?.[field] ?? null, ours: own ?? null, theirs: other ?? null })
  }
  return { data, taken, conflicts, tellsPortal: !isSameValue(data, theirs) }

  function judge(field: string): 'ours' | 'theirs' | 'taken' | 'conflict' {
    const [own, other] = [ours[field], theirs[field]]
    if (isSameValue(own, other)) return 'theirs'
    const owner = ownerOf(field)
    if (owner === 'record' || !(field in theirs)) return 'ours'
    if (known === null) return isEmpty(own) ? 'taken' : isEmpty(other) ? 'ours' : 'conflict'
    if (isSameValue(other, known[field])) return 'ours'
    return isSameValue(own, known[field]) && owner === 'applicant' ? 'taken' : 'conflict'
  }
}

/**
 * What may be sent of an entity while conflicts wait for a clerk: a conflicted field stays as the portal has it, so that
 * nothing is decided by being sent.
 */
export const withoutConflicts = <T extends PortalData>(
  ours: T,
  conflicts: readonly Pick<FoundConflict, 'field' | 'theirs'>[],
): T => ({ ...ours, ...Object.fromEntries(conflicts.map(({ field, theirs }) => [field, theirs])) })

/** Fields that are the applicant's until the application is accepted, and while it is returned. */
export const applicantsFields = ['facility', 'schedule', 'otherPermits', 'str', 'technical'] as const

/** Fields of an application that nobody but the office ever writes, whatever the applicant does with it. */
const officesFields = [
  'registrationNumber',
  'permitTypeCode',
  'kind',
  'acceptedAt',
  'dueOn',
  'clock',
  'officeCode',
  'workflowCode',
  'trackingCode',
]

/** Whether the portal changed something of an application that was never its applicant's. */
export const isOverwritten = (known: PortalData, theirs: PortalData): boolean =>
  officesFields.some((field) => !isSameValue(known[field], theirs[field]))

/** Where an application stands, as far as it decides whose a field is. */
export interface OwnershipFacts {
  readonly channel: 'counter' | 'online'
  readonly accepted: boolean
  readonly returned: boolean
}

/** Whether the applicant may change their application at the portal now. */
export const isWithApplicant = ({ channel, accepted, returned }: OwnershipFacts): boolean =>
  channel === 'online' && (!accepted || returned)

/** Whose a field of an application is. */
export const ownerOfApplicationField =
  (facts: OwnershipFacts) =>
  (field: string): FieldOwner => {
    if (!(applicantsFields as readonly string[]).includes(field)) return 'record'
    return isWithApplicant(facts) ? 'applicant' : 'office'
  }

/** Identity, names and birth: the office's from the first accepted application on. */
const identityFields = [
  'kind',
  'nik',
  'name',
  'nameOnPermit',
  'identity',
  'citizenship',
  'birthPlace',
  'birthDate',
  'sex',
  'company',
]

/**
 * Whose a field of an applicant is.
 *
 * @param hasAccepted  whether an application of theirs was ever accepted
 */
export const ownerOfApplicantField =
  (hasAccepted: boolean) =>
  (field: string): FieldOwner =>
    field === 'id' ? 'record' : hasAccepted && identityFields.includes(field) ? 'office' : 'applicant'

/** Whose a field of a document is: its check mark is always the office's. */
export const ownerOfDocumentField =
  (facts: OwnershipFacts) =>
  (field: string): FieldOwner => {
    if (['id', 'applicationId', 'check', 'checkNote'].includes(field)) return 'record'
    return isWithApplicant(facts) ? 'applicant' : 'office'
  }
