import type { BandMark } from './sheet.ts'

/** Parts of a band's detail, those that are known. */
const detailOf = (...parts: readonly (string | null)[]): string =>
  parts.filter((one) => one !== null && one !== '').join(' · ')

/**
 * The paper of a replacement: of which permit it takes the place, and its own number and day.
 *
 * @param earlier  number of the lost or damaged permit; null: not known
 */
export const duplicateMark = (
  earlier: string | null,
  number: string | null,
  date: string | null,
): BandMark => ({
  kind: 'band',
  word: 'DUPLIKAT',
  detail: detailOf(earlier === null ? 'pengganti izin' : `pengganti ${earlier}`, number, date),
})

/** What a copy beside an original says of itself. */
export interface CopyFacts {
  /** For whom it is: arsip kantor, tembusan. */
  readonly purpose: string
  /** Where the original is. */
  readonly original: string
  readonly printedAt: string
  readonly by: string
}

/** A copy beside an original that stays elsewhere. */
export const copyMark = ({ purpose, original, printedAt, by }: CopyFacts): BandMark => ({
  kind: 'band',
  word: 'SALINAN',
  detail: detailOf(purpose, original, printedAt, by),
})

/** Several bands of one print in one line: the upper margin has room for one. */
export const inOneBand = (bands: readonly BandMark[]): readonly BandMark[] =>
  bands.length < 2
    ? bands
    : [
        {
          kind: 'band',
          word: bands.map((one) => one.word).join(' / '),
          detail: bands.map((one) => one.detail).join('; '),
        },
      ]
