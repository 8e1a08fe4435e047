/** Margins in millimetres from the edges of the paper. `bottom` is where the body ends, measured from the lower edge. */
export interface Margins {
  readonly top: number
  /** Top of the second and later pages. */
  readonly topNext: number
  readonly left: number
  readonly right: number
  readonly bottom: number
}

/** A sheet as exact data. Names like "F4" mean different sizes to different drivers, so none travels with it. */
export interface Paper {
  readonly widthMm: number
  readonly heightMm: number
  readonly margins: Margins
  /** Baseline of the running foot, measured from the lower edge. */
  readonly footMm: number
}

/** Width between the side margins, in millimetres. */
export const textWidth = (paper: Paper): number => paper.widthMm - paper.margins.left - paper.margins.right

/** The sheets of the five offices; an office may set its own figures in its profile. */
export const PAPERS = {
  f4: {
    widthMm: 215,
    heightMm: 330,
    margins: { top: 10, topNext: 14, left: 30, right: 25, bottom: 18 },
    footMm: 8,
  },
  a4: {
    widthMm: 210,
    heightMm: 297,
    margins: { top: 10, topNext: 14, left: 30, right: 20, bottom: 18 },
    footMm: 8,
  },
  a4Landscape: {
    widthMm: 297,
    heightMm: 210,
    margins: { top: 11, topNext: 11, left: 20, right: 15, bottom: 14 },
    footMm: 7,
  },
  a5: {
    widthMm: 148,
    heightMm: 210,
    margins: { top: 9, topNext: 9, left: 14, right: 11, bottom: 10 },
    footMm: 5.5,
  },
  a5Landscape: {
    widthMm: 210,
    heightMm: 148,
    margins: { top: 8, topNext: 8, left: 18, right: 12, bottom: 9 },
    footMm: 5.5,
  },
} as const satisfies Record<string, Paper>
