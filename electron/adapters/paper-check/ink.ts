import type { FoundPage } from '#domain/documents/paper-check.ts'
import type { PagePicture, PaintedPicture } from './page-picture.ts'

/** Darker than a watermark, whose shade reaches over the whole sheet. */
const INK = 150
/** A letter's thin stroke between two points. */
const FAINT = 200
const WHITE = 250
/** Share of the letters in a stretch that may be lost to rounding. */
const MAY_MISS = 0.3
/** Share of a stretch that ink of letters never fills. */
const BLOT = 0.85
const STRETCH_MM = 2.5
const EDGE_MM = 0.7

/** The rectangle around everything dark; null: nothing is. */
export function inkOf({ grey, width, height, pointsPerMm }: PagePicture): FoundPage['ink'] {
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y++) {
    const row = y * width
    for (let x = 0; x < width; x++) {
      if ((grey[row + x] ?? 255) >= INK) continue
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
    }
  }
  if (right < 0) return null
  return {
    leftMm: left / pointsPerMm,
    rightMm: (right + 1) / pointsPerMm,
    topMm: top / pointsPerMm,
    bottomMm: (bottom + 1) / pointsPerMm,
  }
}

export interface BoxMm {
  readonly leftMm: number
  readonly rightMm: number
  readonly topMm: number
  readonly bottomMm: number
}

function* pointsIn(picture: PagePicture, box: BoxMm): Generator<number> {
  const at = (mm: number): number => Math.round(mm * picture.pointsPerMm)
  for (let y = Math.max(0, at(box.topMm)); y < Math.min(picture.height, at(box.bottomMm)); y++)
    for (let x = Math.max(0, at(box.leftMm)); x < Math.min(picture.width, at(box.rightMm)); x++)
      yield y * picture.width + x
}

/** Whether something lies on a text, stretch by stretch: letters are lost, or ink fills what should be white. */
export function isCovered(whole: PagePicture, letters: PagePicture, box: BoxMm): boolean {
  let seen = 0
  for (let leftMm = box.leftMm; leftMm < box.rightMm; leftMm += STRETCH_MM) {
    const stretch = { ...box, leftMm, rightMm: Math.min(box.rightMm, leftMm + STRETCH_MM) }
    let [ink, lost, dark, all] = [0, 0, 0, 0]
    for (const i of pointsIn(whole, stretch)) {
      const [alone, printed] = [letters.grey[i] ?? 255, whole.grey[i] ?? 255]
      all += 1
      if (printed < INK) dark += 1
      if (alone >= FAINT) continue
      ink += 1
      if (printed > alone + 40) lost += 1
    }
    seen += ink
    if (ink >= 6 && lost > ink * MAY_MISS) return true
    if (all >= 30 && dark > all * BLOT) return true
  }
  return seen === 0
}

/** Without the edge, where something white that lies on it may leave a hair. */
const inside = (box: BoxMm): BoxMm => ({
  leftMm: box.leftMm + EDGE_MM,
  rightMm: box.rightMm - EDGE_MM,
  topMm: box.topMm + EDGE_MM,
  bottomMm: box.bottomMm - EDGE_MM,
})

/** Whether nothing of a picture can be seen at its place. */
export function isBlank(whole: PagePicture, box: PaintedPicture): boolean {
  let [shown, all] = [0, 0]
  for (const i of pointsIn(whole, inside(box))) {
    all += 1
    if ((whole.grey[i] ?? 255) < WHITE) shown += 1
  }
  // A signature is a thin line on much white.
  return all === 0 || shown < all * 0.002
}
