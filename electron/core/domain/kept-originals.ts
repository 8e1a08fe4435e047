import type { Instant } from './instant.ts'
import { ok, refuse, type Result } from './result.ts'

/** An original paper that the office keeps while it works on a dossier, and what became of it. */
export interface KeptOriginal {
  readonly id: string
  readonly requirementCode: string
  /** Sheets or pieces, from 1. */
  readonly count: number
  readonly keptAt: Instant
  /** Who took it at the counter. */
  readonly keptBy: string
  /** null: the office still has it. */
  readonly returned: {
    readonly at: Instant
    /** Who gave it back. */
    readonly by: string
    readonly receivedBy: string
    /** `self` or the relation to the holder. */
    readonly relation: string
    /** The act in which it went alone; absent: with the papers. */
    readonly returnId?: string | undefined
  } | null
  /** Why it stayed when the papers went out; absent: nobody was asked, or it went along. */
  readonly left?: { readonly at: Instant; readonly by: string; readonly reason: string } | undefined
}

/** What becomes of one original when somebody stands at the counter. */
export type OriginalAnswer =
  | { readonly id: string; readonly outcome: 'given' }
  | { readonly id: string; readonly outcome: 'left'; readonly reason: string }

/** An original that stays at the office although the papers go out. */
export type OriginalLeft = Omit<Extract<OriginalAnswer, { outcome: 'left' }>, 'outcome'>

export type OriginalsRefusal =
  /** The office keeps originals that nothing was said about. */
  | { readonly code: 'originals-unanswered'; readonly count: number }
  | { readonly code: 'original-reason-needed' }
  /** Somebody else gave it back first. */
  | {
      readonly code: 'original-already-back'
      readonly at: Instant
      readonly by: string
      readonly receivedBy: string
    }

/** Originals as an act leaves them. */
export interface OriginalsOfAct {
  readonly given: readonly KeptOriginal[]
  readonly left: readonly OriginalLeft[]
}

/** What a dossier is asked about its originals; absent: none was ever kept. */
export interface WithOriginals {
  readonly originals?: readonly KeptOriginal[] | undefined
}

/** The originals that the office still has and owes the applicant, in the order in which they were taken. */
export const originalsToReturn = ({ originals = [] }: WithOriginals): readonly KeptOriginal[] =>
  originals.filter((one) => one.returned === null)

/** An original in the office's hands, as lists keep it. */
export interface OriginalKept {
  readonly id: string
  readonly requirementCode: string
  readonly count: number
  /** Why it stayed when the papers went out; null: they have not, or nobody was asked. */
  readonly reason: string | null
}

export const originalsKept = (dossier: WithOriginals): readonly OriginalKept[] =>
  originalsToReturn(dossier).map(({ id, requirementCode, count, left }) => ({
    id,
    requirementCode,
    count,
    reason: left?.reason ?? null,
  }))

/** Takes originals in; one that the office has already is not taken twice. */
export function keepOriginals(
  before: readonly KeptOriginal[] | undefined,
  taken: readonly Pick<KeptOriginal, 'id' | 'requirementCode' | 'count'>[],
  at: Instant,
  by: string,
): readonly KeptOriginal[] {
  const known = before ?? []
  const fresh = taken.filter(({ id }) => !known.some((one) => one.id === id))
  return [
    ...known,
    ...fresh.map(({ id, requirementCode, count }) => ({
      id,
      requirementCode,
      count,
      keptAt: at,
      keptBy: by,
      returned: null,
    })),
  ]
}

/** Gives originals back; what was given back before keeps its first receiver. */
export const giveOriginalsBack = (
  before: readonly KeptOriginal[] | undefined,
  ids: readonly string[],
  returned: NonNullable<KeptOriginal['returned']>,
): readonly KeptOriginal[] =>
  (before ?? []).map((one) => (ids.includes(one.id) && one.returned === null ? { ...one, returned } : one))

/** Notes why originals stayed; what went back in the meantime is left as it is. */
export const leaveOriginals = (
  before: readonly KeptOriginal[] | undefined,
  staying: readonly OriginalLeft[],
  at: Instant,
  by: string,
): readonly KeptOriginal[] =>
  (before ?? []).map((one) => {
    const reason = staying.find(({ id }) => id === one.id)?.reason
    return reason === undefined || one.returned !== null ? one : { ...one, left: { at, by, reason } }
  })

/**
 * What is said about the originals of a dossier whose papers go out: each one goes along, or stays for a reason.
 * Refuses an original that nobody speaks of, one that stays without a reason, and one that somebody gave back already,
 * with whoever did.
 */
export function readOriginals(
  { originals = [] }: WithOriginals,
  answers: readonly OriginalAnswer[],
): Result<OriginalsOfAct, OriginalsRefusal> {
  const given: KeptOriginal[] = []
  const left: OriginalLeft[] = []
  for (const answer of answers) {
    const one = originals.find(({ id }) => id === answer.id)
    if (!one) continue
    if (one.returned) {
      const { at, by, receivedBy } = one.returned
      return refuse({ code: 'original-already-back', at, by, receivedBy })
    }
    if (answer.outcome === 'given') given.push(one)
    else if (answer.reason.trim() === '') return refuse({ code: 'original-reason-needed' })
    else left.push({ id: one.id, reason: answer.reason.trim() })
  }
  const spoken = new Set([...given, ...left].map(({ id }) => id))
  const unanswered = originalsToReturn({ originals }).filter(({ id }) => !spoken.has(id))
  return unanswered.length > 0
    ? refuse({ code: 'originals-unanswered', count: unanswered.length })
    : ok({ given, left })
}
