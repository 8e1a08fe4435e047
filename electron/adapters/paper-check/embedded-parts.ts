import { createHash } from 'node:crypto'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream, type PDFContext } from 'pdf-lib'
import type { FoundFont } from '#domain/documents/paper-check.ts'

const nameOf = (dict: PDFDict, key: string): string =>
  (dict.lookup(PDFName.of(key)) as PDFName | undefined)?.toString().replace(/^\//, '') ?? ''

/** The face's file in its descriptor; a composite font has it in its descendant. */
function fileOf(font: PDFDict): PDFStream | undefined {
  const descendants = font.lookup(PDFName.of('DescendantFonts'))
  const inner = descendants instanceof PDFArray ? descendants.lookup(0) : font
  const descriptor = inner instanceof PDFDict ? inner.lookup(PDFName.of('FontDescriptor')) : undefined
  if (!(descriptor instanceof PDFDict)) return undefined
  for (const key of ['FontFile2', 'FontFile3', 'FontFile']) {
    const file = descriptor.lookup(PDFName.of(key))
    if (file instanceof PDFStream) return file
  }
  return undefined
}

function readFont(font: PDFDict): FoundFont {
  const name = nameOf(font, 'BaseFont')
  const file = fileOf(font)
  return {
    name,
    isEmbedded: file !== undefined && file.getContentsSize() > 0,
    isSubset: /^[A-Z]{6}\+/.test(name),
    hasLetters: font.lookup(PDFName.of('ToUnicode')) instanceof PDFStream,
  }
}

/** Every face of a file, used or not. Descendants are told with the font that has them. */
function readFonts(context: PDFContext): FoundFont[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || nameOf(object, 'Type') !== 'Font') return []
    return nameOf(object, 'Subtype').startsWith('CIDFont') ? [] : [readFont(object)]
  })
}

/** Hashes of the JPEG files that were put in as they are. */
function readJpegs(context: PDFContext): string[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream) || nameOf(object.dict, 'Subtype') !== 'Image') return []
    if (nameOf(object.dict, 'Filter') !== 'DCTDecode') return []
    return [createHash('sha256').update(object.getContents()).digest('hex')]
  })
}

/** Faces and pictures as they lie in the file, whatever is drawn of them. Throws when it is no PDF. */
export async function readEmbedded(pdf: Uint8Array): Promise<{ fonts: FoundFont[]; jpegs: string[] }> {
  const { context } = await PDFDocument.load(pdf, {
    updateMetadata: false,
    throwOnInvalidObject: true,
  })
  return { fonts: readFonts(context), jpegs: readJpegs(context) }
}
