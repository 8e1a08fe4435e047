import fc from 'fast-check'
import { PDFDocument, PDFName, PDFString, degrees, rgb } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import type { ArchivePart } from '#domain/documents/archive-sheet.ts'
import { PAPERS } from '#domain/documents/paper.ts'
import { PONTIANAK } from '#domain/documents/testing/samples.ts'
import { photoBytes } from '#hosts/testing/counter-desk.ts'
import { readArchiveFile, renderArchive, type ArchiveContent, type ArchiveFile } from './archive.ts'
import { jpegOrientation } from './picture-orientation.ts'
import { colourAt, pdfInfo, pdfPixels, pdfText } from './testing/poppler.ts'

const part = (label: string, sha256: string | null = 'a'.repeat(64)): ArchivePart => ({
  label,
  form: 'salinan, 1 lembar',
  sha256,
  fileName: `${label}.pdf`,
})

const contentOf = (parts: readonly ArchivePart[]): ArchiveContent => ({
  kind: 'archive',
  paper: PAPERS.f4,
  createdAt: '2026-11-19T03:00:00.000Z',
  data: {
    letterhead: PONTIANAK,
    registrationNumber: 'P-2026-000412',
    holderName: 'dr. Raras Widyaningtyas Prameswari',
    rows: [{ label: 'Izin', value: 'Surat Izin Praktik Dokter (SIPD)' }],
    parts,
    printedAt: 'Kam 19-11-2026, 10.00',
    officer: 'Bagas Pratama',
  },
})

/** A PDF of as many pages, each filled with red. */
async function redPdf(pages: number, size: [number, number] = [300, 400], turn = 0): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  for (let i = 0; i < pages; i += 1) {
    const page = pdf.addPage(size)
    page.drawRectangle({ x: 0, y: 0, width: size[0], height: size[1], color: rgb(1, 0, 0) })
    page.drawRectangle({ x: 0, y: size[1] - 40, width: 40, height: 40, color: rgb(0, 0, 1) })
    page.setRotation(degrees(turn))
  }
  return pdf
}

const pagesOf = (pdf: Uint8Array): string[] => pdfText(pdf).split('\f').slice(0, -1)

const opened = async (
  file: ArchiveFile | Promise<ArchiveFile>,
): Promise<Extract<ArchiveFile, { pdf: unknown }>> => {
  const one = await file
  if ('problem' in one) throw new Error(one.problem)
  return one
}

describe('the archive of a dossier', () => {
  it('is one job: a cover that names every page, then the files with running page numbers', async () => {
    const files = [
      await readArchiveFile(await (await redPdf(2)).save()),
      await readArchiveFile(photoBytes()),
      null,
      await readArchiveFile(new TextEncoder().encode('bukan apa-apa')),
    ]
    const parts = ['Rekomendasi', 'Pas foto', 'Ijazah', 'Surat keterangan'].map((label, i) =>
      part(label, i === 2 ? null : 'a'.repeat(64)),
    )
    const pages = pagesOf(await renderArchive(contentOf(parts), files))
    expect(pages).toHaveLength(5)
    const [cover = '', first = '', second = '', photo = '', broken = ''] = pages
    expect(cover).toMatch(/1\.\s+Rekomendasi\s.*2–3/)
    expect(cover).toMatch(/2\.\s+Pas foto\s.*\s4\n/)
    expect(cover).toMatch(/3\.\s+Ijazah\s.*kertas,\s+–\n\s*tidak dipindai/)
    expect(cover).toMatch(/4\.\s+Surat keterangan\s.*berkas\s+5\n\s*rusak/)
    expect(first).toContain('1. Rekomendasi (1 dari 2)')
    expect(second).toContain('1. Rekomendasi (2 dari 2)')
    expect(photo).toContain('2. Pas foto')
    expect(broken).toContain('Berkas ini rusak dan tidak dapat dibuka.')
    for (const [i, page] of pages.entries()) expect(page).toContain(`Halaman ${i + 1} dari 5`)
  })

  it('is of the office’s paper throughout, whatever the size of what was brought, and the same bytes each time', async () => {
    const wide = await readArchiveFile(await (await redPdf(1, [2400, 900])).save())
    const first = await renderArchive(contentOf([part('Denah')]), [wide])
    expect(pdfInfo(first)).toMatch(/Page size:\s+609\.4\d+ x 935\.4/)
    expect(Buffer.from(first).equals(await renderArchive(contentOf([part('Denah')]), [wide]))).toBe(true)
  })

  it('shows what stands over a page too: filled fields and visible signatures', async () => {
    const pdf = await redPdf(1)
    const { context } = pdf
    const look = context.register(
      context.stream('0 1 0 rg 0 0 10 10 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10] }),
    )
    const note = context.register(
      context.obj({ Type: 'Annot', Subtype: 'Widget', Rect: [100, 150, 200, 250], F: 4, AP: { N: look } }),
    )
    pdf.getPage(0).node.set(PDFName.of('Annots'), context.obj([note]))
    const archive = await renderArchive(contentOf([part('Rekomendasi')]), [
      await readArchiveFile(await pdf.save()),
    ])
    // The page of 300 × 400 fills the width between the margins, under its head.
    const { margins, widthMm } = PAPERS.f4
    const scale = (widthMm - margins.left - margins.right) / 300
    const at = (x: number, y: number): readonly [number, number] => [
      margins.left + x * scale,
      margins.topNext + 7 + (400 - y) * scale,
    ]
    const pixels = pdfPixels(archive, 60, 2)
    expect(colourAt(pixels, 60, ...at(150, 200))).toEqual([0, 255, 0])
    expect(colourAt(pixels, 60, ...at(150, 50))).toEqual([255, 0, 0])
    expect(colourAt(pixels, 60, ...at(20, 380))).toEqual([0, 0, 255])
  })

  it('puts a page upright that says how it is turned', async () => {
    for (const [turn, corner] of [
      [0, [5, 5]],
      [90, [95, 5]],
      [180, [95, 95]],
      [270, [5, 95]],
    ] as const) {
      const { pdf } = await opened(readArchiveFile(await (await redPdf(1, [400, 400], turn)).save()))
      const mm = (400 / 72) * 25.4
      const pixels = pdfPixels(pdf, 72)
      const [x, y] = [(corner[0] / 100) * mm, (corner[1] / 100) * mm]
      expect([turn, colourAt(pixels, 72, x, y)]).toEqual([turn, [0, 0, 255]])
    }
  })

  it('turns a photo as the telephone wrote it, and not where the writing cannot be read', () => {
    const exif = (value: number): Uint8Array =>
      Uint8Array.from([
        ...[0xff, 0xd8, 0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
        ...[0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, value, 0, 0, 0, 0, 0, 0, 0],
        ...[0xff, 0xda],
      ])
    expect([1, 3, 6, 8, 99].map((value) => jpegOrientation(exif(value)))).toEqual([0, 180, 90, 270, 0])
    for (let length = 0; length < 40; length += 1)
      expect([0, 90]).toContain(jpegOrientation(exif(6).slice(0, length)))
  })
})

describe('a file that cannot be put in', () => {
  it('says so, and takes no other with it', async () => {
    const locked = await redPdf(1)
    locked.context.trailerInfo.Encrypt = locked.context.register(
      locked.context.obj({
        Filter: 'Standard',
        V: 2,
        R: 3,
        O: PDFString.of('x'),
        U: PDFString.of('y'),
        P: -4,
      }),
    )
    const whole = await (await redPdf(1)).save({ useObjectStreams: false })
    expect(await readArchiveFile(await locked.save({ useObjectStreams: false }))).toEqual({
      problem: 'locked',
    })
    expect(await readArchiveFile(whole.slice(0, 300))).toEqual({ problem: 'broken' })
    expect(await readArchiveFile(new Uint8Array())).toEqual({ problem: 'broken' })
    expect(await readArchiveFile(photoBytes().slice(0, 20))).toEqual({ problem: 'broken' })
  })

  it('never stops the archive, wherever it was spoiled', async () => {
    const whole = await (await redPdf(2)).save({ useObjectStreams: false })
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, change, cut) => {
          const spoiled = cut ? whole.slice(0, at) : whole.map((byte, i) => (i === at ? byte ^ change : byte))
          const file = await readArchiveFile(spoiled)
          const archive = await renderArchive(contentOf([part('Rekomendasi'), part('Ijazah', null)]), [
            file,
            null,
          ])
          const pages = 1 + ('problem' in file ? 1 : file.pages)
          expect(pdfInfo(archive)).toMatch(new RegExp(`Pages:\\s+${pages}\\n`))
        },
      ),
      { numRuns: 12 },
    )
  })

  it('leaves a cover that holds many and long names whole, page numbers right to the last', async () => {
    const file = await opened(readArchiveFile(await (await redPdf(1)).save()))
    const parts = Array.from({ length: 40 }, (_, i) =>
      part(`${'Surat keterangan tempat praktik '.repeat(5)}${i}`),
    )
    const pages = pagesOf(
      await renderArchive(
        contentOf(parts),
        parts.map(() => file),
      ),
    )
    const cover = pages.length - 40
    expect(cover).toBeGreaterThan(1)
    expect(pages[cover]).toContain(`Halaman ${cover + 1} dari ${pages.length}`)
    expect(pages.slice(0, cover).join('')).toMatch(new RegExp(`40\\.\\s+Surat[^\\n]*\\s${pages.length}\\n`))
  })
})
