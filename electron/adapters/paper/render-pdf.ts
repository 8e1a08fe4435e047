import { createHash } from 'node:crypto'
import { PDFDocument, PDFHexString, PDFName, type PDFImage, type PDFRef } from 'pdf-lib'
import type { ImageSource, PrintDocument } from '#domain/documents/sheet.ts'
import type { Page } from './draw-items.ts'
import { fontMeasurer, MM_PER_POINT, type FontKey } from './fonts.ts'
import { paginate } from './paginate.ts'
import { embedFont, textString } from './pdf-fonts.ts'
import { operators } from './pdf-operators.ts'
import { tagTree } from './pdf-tags.ts'
import { isSoundPng } from './sound-picture.ts'

const PRODUCER = 'SEPOK Loket'

/** A picture of the document is not what its format says. */
export class UnreadablePicture extends Error {
  readonly image: string

  constructor(image: string, cause: unknown) {
    super(`The picture "${image}" cannot be read`, { cause })
    this.name = 'UnreadablePicture'
    this.image = image
  }
}

const embedImage = (pdf: PDFDocument, { format, bytes }: ImageSource): Promise<PDFImage> =>
  format === 'png' ? pdf.embedPng(bytes) : pdf.embedJpg(bytes)

/** Whether a picture can be put on a sheet. A PNG is unpacked to find out; a JPEG goes onto the sheet as it is. */
export async function canDrawPicture(picture: ImageSource): Promise<boolean> {
  try {
    await embedImage(await PDFDocument.create(), picture)
    return picture.format === 'jpeg' || isSoundPng(picture.bytes)
  } catch {
    return false
  }
}

async function embedImages(pdf: PDFDocument, document: PrintDocument): Promise<Map<string, PDFImage>> {
  const images = new Map<string, PDFImage>()
  for (const [name, source] of Object.entries(document.images)) {
    try {
      images.set(name, await embedImage(pdf, source))
    } catch (cause) {
      throw new UnreadablePicture(name, cause)
    }
  }
  return images
}

function describe(pdf: PDFDocument, document: PrintDocument): void {
  const { context, catalog } = pdf
  const at = new Date(document.createdAt)
  pdf.setTitle(document.title)
  pdf.setSubject(document.subject)
  pdf.setAuthor(document.author)
  pdf.setProducer(PRODUCER)
  pdf.setCreator(PRODUCER)
  pdf.setCreationDate(at)
  pdf.setModificationDate(at)
  catalog.set(PDFName.of('Lang'), textString('id-ID'))
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true, PrintScaling: 'None' }))
}

function writePages(
  pdf: PDFDocument,
  document: PrintDocument,
  pages: readonly Page[],
  images: Map<string, PDFImage>,
): string {
  const { context } = pdf
  const size: [number, number] = [
    document.paper.widthMm / MM_PER_POINT,
    document.paper.heightMm / MM_PER_POINT,
  ]
  const fonts = new Map<FontKey, { name: string; ref: PDFRef }>()
  const contents: string[] = []
  const tags = tagTree(context)
  for (const { items } of pages) {
    const page = pdf.addPage(size)
    const fontsHere: Record<string, PDFRef> = {}
    const imagesHere: Record<string, PDFRef> = {}
    const content = tags.mark(
      page,
      items.map((item) => ({
        item,
        operators: operators(item, {
          pageHeightPt: size[1],
          fontName: (key) => {
            const font = fonts.get(key) ?? { name: `F${fonts.size + 1}`, ref: embedFont(context, key) }
            fonts.set(key, font)
            fontsHere[font.name] = font.ref
            return font.name
          },
          picture: (name) => {
            const image = images.get(name)
            if (!image) throw new UnreadablePicture(name, 'not supplied')
            const resource = `I${[...images.keys()].indexOf(name) + 1}`
            imagesHere[resource] = image.ref
            return { name: resource, widthPx: image.width, heightPx: image.height }
          },
        }),
      })),
    )
    contents.push(content)
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)))
    page.node.set(PDFName.of('Resources'), context.obj({ Font: fontsHere, XObject: imagesHere }))
  }
  tags.finish(pdf.catalog)
  return contents.join('\n')
}

/** See DocumentRenderer.renderPdf. */
export async function renderPdf(document: PrintDocument): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const images = await embedImages(pdf, document)
  const content = writePages(pdf, document, paginate(document, fontMeasurer), images)
  describe(pdf, document)
  // The identifier follows from the content, so that the same document gives the same file.
  const id = createHash('sha256')
    .update(document.createdAt)
    .update(document.title)
    .update(content)
    .digest('hex')
  const identifier = PDFHexString.of(id.slice(0, 32))
  pdf.context.trailerInfo.ID = pdf.context.obj([identifier, identifier])
  return pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}
