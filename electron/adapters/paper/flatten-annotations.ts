import {
  drawObject,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  popGraphicsState,
  pushGraphicsState,
  concatTransformationMatrix,
  type PDFPage,
} from 'pdf-lib'

const HIDDEN = 2
const NO_VIEW = 32

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const numbersOf = (array: PDFArray | undefined): number[] =>
  array?.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : 0)) ?? []

function boxOf(array: PDFArray | undefined): Box | null {
  const [x1, y1, x2, y2] = numbersOf(array)
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return null
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }
}

/** The picture that an annotation shows now; a button or a tick has one for each of its states. */
function appearanceOf(annotation: PDFDict): PDFRef | null {
  const normal = annotation.lookupMaybe(PDFName.of('AP'), PDFDict)?.get(PDFName.of('N'))
  if (!(normal instanceof PDFRef)) return null
  const target = annotation.context.lookup(normal)
  if (target instanceof PDFStream) return normal
  const state = annotation.lookupMaybe(PDFName.of('AS'), PDFName)
  const shown = target instanceof PDFDict && state ? target.get(state) : undefined
  return shown instanceof PDFRef ? shown : null
}

/** Where the box of an appearance lies on the page once its own matrix has turned it. */
function turnedBox(box: Box, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Box {
  const corners = [
    [box.x, box.y],
    [box.x + box.width, box.y],
    [box.x, box.y + box.height],
    [box.x + box.width, box.y + box.height],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const)
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

function draw(page: PDFPage, annotation: PDFDict): void {
  const flags = annotation.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0
  const ref = (flags & (HIDDEN | NO_VIEW)) === 0 ? appearanceOf(annotation) : null
  const target = ref && annotation.context.lookup(ref)
  const rect = boxOf(annotation.lookupMaybe(PDFName.of('Rect'), PDFArray))
  if (!ref || !(target instanceof PDFStream) || !rect) return
  const box = boxOf(target.dict.lookupMaybe(PDFName.of('BBox'), PDFArray))
  if (!box) return
  const matrix = numbersOf(target.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray))
  const turned = turnedBox(box, matrix)
  if (turned.width === 0 || turned.height === 0) return
  const [sx, sy] = [rect.width / turned.width, rect.height / turned.height]
  const name = page.node.newXObject('Note', ref)
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(sx, 0, 0, sy, rect.x - turned.x * sx, rect.y - turned.y * sy),
    drawObject(name),
    popGraphicsState(),
  )
}

/**
 * Draws what is laid over a page, filled fields and visible signatures above all, into the page itself: a page that is put onto
 * another keeps its content only (PDF 32000-1, 12.5.5). Links, notes without a picture and whatever runs are left behind.
 */
export function flattenAnnotations(page: PDFPage): void {
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
  for (const one of annotations?.asArray() ?? []) {
    const annotation = one instanceof PDFRef ? page.doc.context.lookup(one) : one
    if (annotation instanceof PDFDict) draw(page, annotation)
  }
  page.node.delete(PDFName.of('Annots'))
}
