import { DEFAULT_BYTE_RANGE_PLACEHOLDER } from '@signpdf/utils'
import {
  PDFArray,
  PDFCrossRefSection,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFTrailerDict,
  type PDFObject,
} from 'pdf-lib'

/** Room for the signature in bytes: one certificate with those above it takes 3 to 6 kB. */
const slotBytes = 12_288

/** What the signature dictionary says in plain words; the certificate says who it really was. */
export interface SlotWords {
  readonly name: string
  readonly reason: string
  readonly location: string
  readonly at: Date
}

/** Text as PDF wants it outside ASCII: UTF-16 in hexadecimal. */
const text = (value: string): string => PDFHexString.fromText(value).toString()

const pdfTime = (at: Date): string => `(D:${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`

/** The signature dictionary as `@signpdf/signpdf` looks for it. Its digits are filled in after everything else stands. */
function signatureObject({ name, reason, location, at }: SlotWords): string {
  const room = `/${DEFAULT_BYTE_RANGE_PLACEHOLDER}`
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/ByteRange [0 ${room} ${room} ${room}]`,
    `/Contents <${'0'.repeat(slotBytes * 2)}>`,
    `/Name ${text(name)} /Reason ${text(reason)} /Location ${text(location)} /M ${pdfTime(at)} >>`,
  ].join('\n')
}

/**
 * Puts room for one signature behind a PDF as an incremental update: every byte that was there stays where it is.
 *
 * A file that is signed already gets room for one more. Throws when the file is no PDF.
 */
export async function addSignatureSlot(pdf: Uint8Array, words: SlotWords): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { context, catalog } = document
  const { Root, Info, ID } = context.trailerInfo
  const page = document.getPage(0)
  if (!(Root instanceof PDFRef)) throw new Error('a file that cannot take a signature')
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
  const fields = form?.lookupMaybe(PDFName.of('Fields'), PDFArray)?.asArray() ?? []
  const next = context.largestObjectNumber + 1
  const [signature, widget] = [PDFRef.of(next), PDFRef.of(next + 1)]

  const annotations = page.node.Annots()?.asArray() ?? []
  const newPage = page.node.clone(context)
  newPage.set(PDFName.of('Annots'), context.obj([...annotations, widget]))
  const newRoot = PDFDict.withContext(context)
  for (const [key, value] of catalog.entries()) newRoot.set(key, value)
  // 3: there is a signature, and whoever adds to the file adds behind it.
  newRoot.set(PDFName.of('AcroForm'), context.obj({ Fields: [...fields, widget], SigFlags: 3 }))

  const objects: readonly (readonly [PDFRef, string])[] = [
    [signature, signatureObject(words)],
    [
      widget,
      // 132: printed with the page, and locked. It has no size: what people see of the signature is on the page already.
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (TandaTangan${fields.length + 1}) /Rect [0 0 0 0] /F 132 /P ${page.ref.toString()} /V ${signature.toString()} >>`,
    ],
    [page.ref, written(newPage)],
    [Root, written(newRoot)],
  ]
  const parts: Uint8Array[] = [pdf, latin('\n')]
  let length = pdf.length + 1
  const places: (readonly [PDFRef, number])[] = []
  for (const [ref, body] of objects) {
    places.push([ref, length])
    const bytes = latin(`${ref.objectNumber} ${ref.generationNumber} obj\n${body}\nendobj\n`)
    parts.push(bytes)
    length += bytes.length
  }
  const table = PDFCrossRefSection.create()
  // The library wants them in order.
  for (const [ref, at] of places.sort(([a], [b]) => a.objectNumber - b.objectNumber)) table.addEntry(ref, at)
  const trailer = context.obj({ Size: next + 2, Root, Prev: lastTable(pdf) })
  if (Info) trailer.set(PDFName.of('Info'), Info)
  if (ID) trailer.set(PDFName.of('ID'), ID)
  const end = `${PDFTrailerDict.of(trailer).toString()}\n\nstartxref\n${length}\n%%EOF`
  parts.push(latin(`${table.toString()}\n${end}`))
  return Buffer.concat(parts)
}

const latin = (value: string): Uint8Array => Buffer.from(value, 'latin1')

/** An object as it stands in a file, byte for byte. */
function written(object: PDFObject): string {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return Buffer.from(bytes).toString('latin1')
}

function lastTable(pdf: Uint8Array): number {
  const tail = Buffer.from(pdf.subarray(-64)).toString('latin1')
  const [, at] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail) ?? []
  if (at === undefined) throw new Error('a PDF without the place of its table')
  return Number(at)
}
