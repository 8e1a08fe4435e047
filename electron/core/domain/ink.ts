/** A point of a drawn line, in pixels of the picture that is kept. */
export interface InkPoint {
  readonly x: number
  readonly y: number
}

/** A line from where the pen came down to where it was lifted. */
export type Stroke = readonly InkPoint[]

/** The picture of a signature that is kept, in pixels; the field on the screen has the same shape. */
export const signatureSize = { width: 900, height: 300 } as const

/** Less than this, in pixels of drawn line, is a slip of the hand and no signature. */
const leastInk = 120
/** A hand that signs leaves some hundreds of points; what goes on for ever is cut off. */
const mostPoints = 6000

const lengthOf = (stroke: Stroke): number =>
  stroke.reduce((sum, { x, y }, index) => {
    const before = stroke[index - 1]
    return before ? sum + Math.hypot(x - before.x, y - before.y) : sum
  }, 0)

/** Whether somebody has signed: an empty field, a dot and a short slip are no signature. */
export const isSigned = (strokes: readonly Stroke[]): boolean =>
  strokes.reduce((sum, one) => sum + lengthOf(one), 0) >= leastInk

/** Takes a further point into the last line. Points outside the picture are drawn at its edge; beyond 6,000 none is taken. */
export function withPoint(strokes: readonly Stroke[], point: InkPoint): readonly Stroke[] {
  if (strokes.reduce((sum, one) => sum + one.length, 0) >= mostPoints) return strokes
  const within = (value: number, most: number): number =>
    Math.round(Math.min(Math.max(value, 0), most) * 10) / 10
  const kept = { x: within(point.x, signatureSize.width), y: within(point.y, signatureSize.height) }
  const last = strokes.at(-1) ?? []
  return [...strokes.slice(0, -1), [...last, kept]]
}

/** A line as the path of a picture: smooth through the middles between its points; a single point is a dot. */
export function inkPath(stroke: Stroke): string {
  const [first, ...rest] = stroke
  if (!first) return ''
  const start = `M${first.x} ${first.y}`
  if (rest.length === 0) return `${start}h0.1`
  const curves = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`
  })
  const end = rest.at(-1) ?? first
  return [start, ...curves, `L${end.x} ${end.y}`].join('')
}
