import { createCanvas } from '@napi-rs/canvas'
import { OPS, type PDFPageProxy, type RenderParameters } from './pdfjs.ts'

/** A page as grey values, one byte for each point, and as RGBA for whoever reads codes. */
export interface PagePicture {
  readonly width: number
  readonly height: number
  readonly pointsPerMm: number
  readonly grey: Uint8Array
  readonly rgba: Uint8ClampedArray
}

/** Where a picture was painted, in millimetres from the top left corner. */
export interface PaintedPicture {
  readonly leftMm: number
  readonly topMm: number
  readonly rightMm: number
  readonly bottomMm: number
}

type Filter = NonNullable<RenderParameters['operationsFilter']>
type Operators = Parameters<Filter>[1]

/** Everything that puts colour on the page but letters. */
const paintsNoText: ReadonlySet<number> = new Set([
  OPS.constructPath,
  OPS.stroke,
  OPS.closeStroke,
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
  OPS.shadingFill,
  OPS.rawFillPath,
  OPS.paintXObject,
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
])

const paintsPicture: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
])

async function draw(page: PDFPageProxy, dpi: number, keeps: Filter): Promise<PagePicture> {
  const viewport = page.getViewport({ scale: dpi / 72 })
  const canvas = createCanvas(
    Math.max(1, Math.round(viewport.width)),
    Math.max(1, Math.round(viewport.height)),
  )
  const pen = canvas.getContext('2d')
  await page.render({
    canvas: null,
    canvasContext: pen as unknown as NonNullable<RenderParameters['canvasContext']>,
    viewport,
    // As a printer gets it, with whatever is only shown in print.
    intent: 'print',
    operationsFilter: keeps,
  }).promise
  const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height)
  const grey = new Uint8Array(width * height)
  for (let i = 0; i < grey.length; i++)
    grey[i] = ((data[i * 4] ?? 0) * 77 + (data[i * 4 + 1] ?? 0) * 151 + (data[i * 4 + 2] ?? 0) * 28) >> 8
  return { width, height, pointsPerMm: dpi / 25.4, grey, rgba: new Uint8ClampedArray(data.buffer) }
}

/** The page as it is printed, and where its pictures stand. */
export async function drawPage(
  page: PDFPageProxy,
  dpi: number,
): Promise<{ whole: PagePicture; pictures: PaintedPicture[] }> {
  let operators: Operators | undefined
  const whole = await draw(page, dpi, (_, list) => {
    operators = list
    return true
  })
  return { whole, pictures: operators ? picturesIn(operators, page) : [] }
}

/** The letters of the page alone: what is missing of them on the whole page lies under something. */
export const drawLetters = (page: PDFPageProxy, dpi: number): Promise<PagePicture> =>
  draw(page, dpi, (i, { fnArray }) => !paintsNoText.has(fnArray[i] ?? -1))

type Matrix = readonly [number, number, number, number, number, number]

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

/** Follows the coordinate system through the operators: a picture fills the unit square of its own. */
function picturesIn({ fnArray, argsArray }: Operators, page: PDFPageProxy): PaintedPicture[] {
  const base = page.getViewport({ scale: 25.4 / 72 }).transform as unknown as Matrix
  const kept: Matrix[] = []
  let matrix = base
  return fnArray.flatMap((operator, i): PaintedPicture[] => {
    if (operator === OPS.save) kept.push(matrix)
    else if (operator === OPS.restore) matrix = kept.pop() ?? base
    else if (operator === OPS.transform) matrix = times(matrix, argsArray[i] as Matrix)
    else if (paintsPicture.has(operator)) {
      const [a, b, c, d, e, f] = matrix
      const xs = [e, e + a, e + c, e + a + c]
      const ys = [f, f + b, f + d, f + b + d]
      return [
        {
          leftMm: Math.min(...xs),
          rightMm: Math.max(...xs),
          topMm: Math.min(...ys),
          bottomMm: Math.max(...ys),
        },
      ]
    }
    return []
  })
}
