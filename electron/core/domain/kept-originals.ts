import type { Instant } from './instant.ts'

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
  } | null
}

/** What a dossier is asked about its originals; absent: none was ever kept. */
export interface WithOriginals {
  readonly originals?: readonly KeptOriginal[] | undefined
}

/** The originals that the office still has and owes the applicant, in the order in which they were taken. */
export const originalsToReturn = ({ originals = [] }: WithOriginals): readonly KeptOriginal[] =>
  originals.filter((one) => one.returned === null)

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
