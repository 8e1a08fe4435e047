import { PDFDocument, PDFName, drawObject } from 'pdf-lib'
import type { BandMark, PrintDocument } from '#domain/documents/sheet.ts'
import type { Paper } from '#domain/documents/paper.ts'
import { renderPdf } from './render-pdf.ts'

/** A finished file and the bands that its print bears. */
export interface MarkTask {
  readonly pdf: Uint8Array
  readonly paper: Paper
  readonly marks: readonly BandMark[]
}

/** The bands alone, on a sheet of the same size. */
const bandSheet = (paper: Paper, marks: readonly BandMark[]): PrintDocument => ({
  title: 'Tanda',
  subject: '',
  author: '',
  // Nothing of it but the drawing is kept.
  createdAt: '2000-01-01T00:00:00.000Z',
  paper,
  face: 'sans',
  sizes: [{ sizePt: 10, leadingMm: 4.5 }],
  blocks: [],
  nextHead: [],
  marks,
  images: {},
})

/**
 * A print of a finished file with bands in the upper margin of its first page. The file itself is not changed; its
 * signature does not hold for this print, which is paper. The same file and bands give the same bytes.
 */
export async function layMarks({ pdf, paper, marks }: MarkTask): Promise<Uint8Array> {
  const print = await PDFDocument.load(pdf, { updateMetadata: false })
  const [band] = await print.embedPdf(await renderPdf(bandSheet(paper, marks)), [0])
  if (!band) throw new Error('a sheet of bands has no page')
  const { node } = print.getPage(0)
  const { context } = print
  node.normalize()
  node.wrapContentStreams(
    context.getPushGraphicsStateContentStream(),
    context.getPopGraphicsStateContentStream(),
  )
  node.setXObject(PDFName.of('PrintMarks'), band.ref)
  node.addContentStream(context.register(context.contentStream([drawObject('PrintMarks')])))
  return print.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}
