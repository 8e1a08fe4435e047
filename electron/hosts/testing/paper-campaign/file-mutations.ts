import { degrees, PDFArray, PDFDict, PDFDocument, PDFName, rgb, StandardFonts, type PDFPage } from 'pdf-lib'
import { fontMeasurer } from '#adapters/paper/fonts.ts'
import type { DrawItem } from '#adapters/paper/draw-items.ts'
import { paginate } from '#adapters/paper/paginate.ts'
import { renderPdf } from '#adapters/paper/render-pdf.ts'
import type { Random } from '#hosts/shared/sample/random.ts'
import { aPhoto, type CampaignPaper } from './good-papers.ts'

type FileMutation = (paper: CampaignPaper, random: Random) => Promise<Uint8Array> | null

const POINTS = 72 / 25.4

/** A finished file with something done to it. */
const edited =
  (change: (pdf: PDFDocument, paper: CampaignPaper, random: Random) => unknown): FileMutation =>
  async (paper, random) => {
    const pdf = await PDFDocument.load(await renderPdf(paper.document), { updateMetadata: false })
    await change(pdf, paper, random)
    return pdf.save({ useObjectStreams: false, updateFieldAppearances: false })
  }

const whole =
  (mutation: FileMutation): FileMutation =>
  (paper, random) =>
    paper.document.overprint ? null : mutation(paper, random)

const first = (pdf: PDFDocument): PDFPage => pdf.getPage(0)

type Text = Extract<DrawItem, { kind: 'text' }>

/** A text of the first page that is long enough to be missed. */
function someText({ document }: CampaignPaper, random: Random): Text {
  const [page] = paginate(document, fontMeasurer)
  const texts = (page?.items ?? []).flatMap((one) =>
    one.kind === 'text' && one.text.trim().length > 4 ? [one] : [],
  )
  return random.pick(texts)
}

/** Lays something over a part of a text. */
const covering = (
  draw: (page: PDFPage, box: { x: number; y: number; width: number; height: number }) => unknown,
) =>
  edited((pdf, paper, random) => {
    const text = someText(paper, random)
    const page = first(pdf)
    const size = text.sizePt
    return draw(page, {
      x: text.x * POINTS,
      y: page.getHeight() - text.y * POINTS - size * 0.2,
      width: Math.min(text.widthMm * POINTS, 40),
      height: size * 0.95,
    })
  })

const hasItem = (kind: DrawItem['kind']) => (paper: CampaignPaper) =>
  paginate(paper.document, fontMeasurer).some((page) => page.items.some((one) => one.kind === kind))

const onlyWith =
  (kind: DrawItem['kind'], mutation: FileMutation): FileMutation =>
  (paper, random) =>
    !paper.document.overprint && hasItem(kind)(paper) ? mutation(paper, random) : null

const coverItem = (kind: 'qr' | 'picture'): FileMutation =>
  onlyWith(
    kind,
    edited((pdf, { document }) => {
      paginate(document, fontMeasurer).forEach(({ items }, i) => {
        const page = pdf.getPage(i)
        for (const one of items) {
          if (one.kind !== kind) continue
          const [width, height] =
            one.kind === 'qr'
              ? [one.sizeMm, one.sizeMm]
              : one.kind === 'picture'
                ? [one.widthMm, one.heightMm]
                : [0, 0]
          page.drawRectangle({
            x: one.x * POINTS,
            y: page.getHeight() - (one.y + height) * POINTS,
            width: width * POINTS,
            height: height * POINTS,
            color: rgb(1, 1, 1),
          })
        }
      })
    }),
  )

const everyDict = (pdf: PDFDocument, type: string): PDFDict[] =>
  pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, one]) =>
      one instanceof PDFDict && one.get(PDFName.of('Type')) === PDFName.of(type) ? [one] : [],
    )

/** Moves all of a page's content by so many points. */
const moved = (dx: number, dy: number): FileMutation =>
  edited((pdf) => {
    first(pdf).translateContent(dx, dy)
  })

export const fileMutations: Readonly<Record<string, FileMutation>> = {
  'a face not embedded': edited((pdf) => {
    for (const one of everyDict(pdf, 'FontDescriptor').slice(0, 1)) one.delete(PDFName.of('FontFile2'))
  }),
  'letters that cannot be taken out': edited((pdf) => {
    for (const one of everyDict(pdf, 'Font').filter((font) => font.has(PDFName.of('ToUnicode'))))
      one.delete(PDFName.of('ToUnicode'))
  }),
  'no language': edited((pdf) => pdf.catalog.delete(PDFName.of('Lang'))),
  'no title': edited((pdf) => pdf.setTitle('')),
  'no structure': edited((pdf) => {
    pdf.catalog.delete(PDFName.of('StructTreeRoot'))
    pdf.catalog.delete(PDFName.of('MarkInfo'))
  }),
  'moved to the right': moved(90, 0),
  'moved off the sheet': moved(0, 2000),
  'moved a little up': whole(moved(0, 30)),
  'a sheet of another size': edited((pdf) => {
    const page = first(pdf)
    page.setSize(page.getWidth() - 20, page.getHeight())
  }),
  'a sheet turned': edited((pdf) => first(pdf).setRotation(degrees(90))),
  'a page too many': edited((pdf) => pdf.addPage([first(pdf).getWidth(), first(pdf).getHeight()])),
  'white over a text': covering((page, box) => page.drawRectangle({ ...box, color: rgb(1, 1, 1) })),
  'black over a text': covering((page, box) => page.drawRectangle({ ...box, color: rgb(0, 0, 0) })),
  'a picture over a text': covering(async (page, box) => {
    const image = await page.doc.embedJpg(aPhoto(99).bytes)
    page.drawImage(image, box)
  }),
  'white over a code': coverItem('qr'),
  'white over a picture': coverItem('picture'),
  'a strange text': edited(async (pdf, paper) => {
    const font = await pdf.embedFont(StandardFonts.Helvetica)
    const { margins, heightMm } = paper.document.paper
    first(pdf).drawText('LUNAS', { x: margins.left * POINTS, y: (heightMm / 2) * POINTS, size: 14, font })
  }),
  'a line that is painted': edited((pdf, paper) => {
    const { heightMm, widthMm } = paper.document.paper
    first(pdf).drawLine({
      start: { x: 2, y: (heightMm / 2) * POINTS },
      end: { x: (widthMm - 1) * POINTS, y: (heightMm / 2) * POINTS },
      thickness: 1,
    })
  }),
  'a file cut off': async (paper, random) => {
    const pdf = await renderPdf(paper.document)
    return pdf.subarray(0, random.between(200, Math.floor(pdf.length * 0.6)))
  },
  'the last page missing': (paper, random) =>
    paginate(paper.document, fontMeasurer).length < 2
      ? null
      : edited((pdf) => pdf.removePage(pdf.getPageCount() - 1))(paper, random),
  'what is read aloud under another name': whole(
    edited((pdf) => {
      for (const page of pdf.getPages()) page.node.delete(PDFName.of('StructParents'))
      const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
      root.set(PDFName.of('K'), PDFArray.withContext(pdf.context))
    }),
  ),
}
