import type { Paper } from './documents/paper.ts'

export const legalisationSides = ['front', 'back'] as const
/** The side of the photocopy that takes the stamp. */
export type LegalisationSide = (typeof legalisationSides)[number]

/**
 * How an office legalises photocopies of its permits. Their paper is that of the document `legalisation`.
 */
export interface LegalisationRule {
  readonly series: string
  /** Posts that may sign it, the usual one first; the first that somebody holds on the day signs. */
  readonly signers: readonly string[]
  /** Most copies of one permit at a time. */
  readonly mostCopies: number
  readonly side: LegalisationSide
  readonly place: StampPlace
  /** What the signer states, as it is printed. */
  readonly statement: string
}

/** Where the stamp comes on the photocopy, from the upper left corner. */
export interface StampPlace {
  readonly leftMm: number
  readonly topMm: number
  readonly widthMm: number
}

/** The paper of the photocopies with nothing left of it but the place of the stamp. */
export const stampPaper = (paper: Paper, { leftMm, topMm, widthMm }: StampPlace): Paper => ({
  ...paper,
  margins: {
    ...paper.margins,
    top: topMm,
    topNext: topMm,
    left: leftMm,
    right: paper.widthMm - leftMm - widthMm,
  },
})
