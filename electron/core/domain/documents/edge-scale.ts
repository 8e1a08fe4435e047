import type { Margins, Paper } from './paper.ts'

/** Lines and numbers along the four edges of a sheet, so that it can be measured by eye or with a ruler. */
export interface EdgeScale {
  readonly kind: 'edge-scale'
  /** Drawn as a frame. */
  readonly margins: Margins
}

/** Nearest to an edge that office printers print. */
export const scaleEdgeMm = 5
/** A millimetre, five and ten of them. */
const tickMm = (mm: number): number => (mm % 10 === 0 ? 4.4 : mm % 5 === 0 ? 3.2 : 2)
/** Middle of the numbers, from the edge. */
const numberAtMm = 11.4

export interface ScaleTick {
  readonly x: number
  readonly y: number
  readonly x2: number
  readonly y2: number
}

/** A number, by its middle. */
export interface ScaleNumber {
  readonly text: string
  readonly xMm: number
  readonly yMm: number
}

/**
 * The scales of a sheet: above and at the left they count from the upper left corner, below and at the right from the
 * lower right one. So a sheet of another size, moved or scaled, shows at two edges at least.
 */
export function edgeScale({ widthMm, heightMm }: Pick<Paper, 'widthMm' | 'heightMm'>): {
  readonly ticks: readonly ScaleTick[]
  readonly numbers: readonly ScaleNumber[]
} {
  const ticks: ScaleTick[] = []
  const numbers: ScaleNumber[] = []
  const each = (lengthMm: number, draw: (mm: number) => void): void => {
    for (let mm = scaleEdgeMm; mm <= lengthMm - scaleEdgeMm; mm += 1) draw(mm)
  }
  // Numbers of two edges would meet in the corners.
  const isNumbered = (mm: number, lengthMm: number): boolean =>
    mm % 10 === 0 && mm >= 20 && mm <= lengthMm - 20
  each(widthMm, (mm) => {
    const end = scaleEdgeMm + tickMm(mm)
    ticks.push({ x: mm, y: scaleEdgeMm, x2: mm, y2: end })
    ticks.push({ x: widthMm - mm, y: heightMm - scaleEdgeMm, x2: widthMm - mm, y2: heightMm - end })
    if (!isNumbered(mm, widthMm)) return
    numbers.push({ text: String(mm), xMm: mm, yMm: numberAtMm })
    numbers.push({ text: String(mm), xMm: widthMm - mm, yMm: heightMm - numberAtMm })
  })
  each(heightMm, (mm) => {
    const end = scaleEdgeMm + tickMm(mm)
    ticks.push({ x: scaleEdgeMm, y: mm, x2: end, y2: mm })
    ticks.push({ x: widthMm - scaleEdgeMm, y: heightMm - mm, x2: widthMm - end, y2: heightMm - mm })
    if (!isNumbered(mm, heightMm)) return
    numbers.push({ text: String(mm), xMm: numberAtMm, yMm: mm })
    numbers.push({ text: String(mm), xMm: widthMm - numberAtMm, yMm: heightMm - mm })
  })
  return { ticks, numbers }
}
