import type { LetterheadBlock } from './sheet.ts'

/** Head of an office's papers, as its profile gives it. */
export interface Letterhead {
  /** "PEMERINTAH KOTA PONTIANAK" */
  readonly government: string
  /** Full name of the agency in capitals. */
  readonly agency: string
  /** Name for narrow paper, when the full one takes too much of it ("DPMTK-PTSP"). */
  readonly agencyShort?: string
  readonly address: readonly string[]
  /** Address for narrow paper. */
  readonly addressShort: string
  /** The sheet carries the letterhead already. */
  readonly preprinted: boolean
}

/** Name of the crest among the images of a document. */
export const CREST_IMAGE = 'crest'

/**
 * Breaks an agency's name before the "DAN" that leaves two lines of nearest length.
 *
 * @returns one line when there is no "DAN" to break before, or the name is short
 */
export function splitAgency(name: string): string[] {
  if (name.length <= 34) return [name]
  const places = [...name.matchAll(/ DAN /g)].map((match) => match.index)
  const best = places.sort((a, b) => Math.abs(name.length / 2 - a) - Math.abs(name.length / 2 - b))[0]
  return best === undefined ? [name] : [name.slice(0, best), name.slice(best + 1)]
}

/** The letterhead as a block; the crest is the office's own picture or a neutral outline. */
export function letterheadBlock(
  head: Letterhead,
  size: 'full' | 'small',
  hasCrest: boolean,
): LetterheadBlock {
  return {
    kind: 'letterhead',
    government: head.government,
    agency: splitAgency(head.agency),
    address: head.address,
    ...(hasCrest ? { crest: CREST_IMAGE } : {}),
    preprinted: head.preprinted,
    size,
  }
}
