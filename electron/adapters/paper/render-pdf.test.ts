import { createCanvas } from '@napi-rs/canvas'
import { PDFDocument, PDFName } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { collectiveListSheet } from '#domain/documents/collective-list-sheet.ts'
import { dailyReportSheet } from '#domain/documents/daily-report-sheet.ts'
import { handoverSheet } from '#domain/documents/handover-sheet.ts'
import { missingItemsSheet } from '#domain/documents/missing-items-sheet.ts'
import { noticeSheet } from '#domain/documents/notice-slip.ts'
import { PAPERS } from '#domain/documents/paper.ts'
import { permitSheet } from '#domain/documents/permit-sheet.ts'
import { receiptSheet } from '#domain/documents/receipt-sheet.ts'
import { refusalLetterSheet } from '#domain/documents/refusal-letter-sheet.ts'
import type { PrintDocument } from '#domain/documents/sheet.ts'
import {
  aPermit,
  aReceipt,
  aReprint,
  someMissingItems,
  someRepairItems,
} from '#domain/documents/testing/samples.ts'
import {
  aCollectiveList,
  aDailyReport,
  aHandover,
  aNoticeSlip,
  aRefusal,
} from '#domain/documents/testing/more-samples.ts'
import { renderPdf, UnreadablePicture } from './render-pdf.ts'
import {
  colourAt,
  pdfFontLines,
  pdfInfo,
  pdfPixels,
  pdfQrCodes,
  pdfSpoken,
  pdfText,
  squeeze,
} from './testing/poppler.ts'
import { fillTemplate } from '#domain/documents/template.ts'
import { permitPractice, refusalLetter } from './testing/templates.ts'

const permit = (overrides: Parameters<typeof aPermit>[0] = {}): PrintDocument =>
  permitSheet(aPermit(overrides), permitPractice, PAPERS.f4)

const DOCUMENTS: Record<string, PrintDocument> = {
  permit: permit(),
  receipt: receiptSheet(aReceipt(), PAPERS.a5),
  handover: handoverSheet(aHandover(), PAPERS.a5Landscape),
  report: dailyReportSheet(aDailyReport(14), PAPERS.a4Landscape),
  missing: missingItemsSheet(someMissingItems(), PAPERS.a5, '2026-10-14T03:15:00.000Z'),
  repair: missingItemsSheet(someRepairItems(), PAPERS.a5, '2026-10-14T03:15:00.000Z'),
  notice: noticeSheet(aNoticeSlip(), PAPERS.a5, '2026-10-14T03:15:00.000Z'),
  collective: collectiveListSheet(aCollectiveList(15), PAPERS.a4, '2026-10-14T03:15:00.000Z'),
  refusal: refusalLetterSheet(aRefusal(), refusalLetter, PAPERS.a4),
}

const NAMES = Object.keys(DOCUMENTS)
const document = (name: string): PrintDocument => DOCUMENTS[name] ?? permit()

/** A one-colour picture of the given format. */
const picture = (format: 'jpeg' | 'png'): { format: 'jpeg' | 'png'; bytes: Uint8Array } => {
  const canvas = createCanvas(400, 600)
  const context = canvas.getContext('2d')
  context.fillStyle = 'rgb(180, 70, 60)'
  context.fillRect(0, 0, 400, 600)
  const bytes = format === 'jpeg' ? canvas.toBuffer('image/jpeg') : canvas.toBuffer('image/png')
  return { format, bytes: new Uint8Array(bytes) }
}

describe.each(NAMES)('the PDF of a %s', (name) => {
  it('is on exactly the paper of the document', async () => {
    const pdf = await PDFDocument.load(await renderPdf(document(name)))
    for (const page of pdf.getPages()) {
      const { width, height } = page.getMediaBox()
      expect(width).toBeCloseTo((document(name).paper.widthMm / 25.4) * 72, 3)
      expect(height).toBeCloseTo((document(name).paper.heightMm / 25.4) * 72, 3)
    }
  })

  it('carries every face it uses, with a map back to text', async () => {
    const lines = pdfFontLines(await renderPdf(document(name)))
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/)
  })

  it('has a title and says that it is in Indonesian', async () => {
    const pdf = await PDFDocument.load(await renderPdf(document(name)))
    expect(pdf.getTitle()).toBe(document(name).title)
    expect(String(pdf.catalog.get(PDFName.of('Lang')))).toBe('<FEFF00690064002D00490044>')
  })

  it('is tagged: what is read is the record, heads are not read twice', async () => {
    const pdf = await renderPdf(document(name))
    expect(pdfInfo(pdf)).toMatch(/Tagged:\s+yes/)
    const spoken = pdfSpoken(pdf)
    expect(spoken).toMatch(/"PEMERINTAH (KOTA PONTIANAK|KABUPATEN SERUYAN)"/)
    expect(spoken).not.toContain('(lanjutan)')
    expect(spoken).not.toContain('{n}')
  })

  it('is the same file for the same document and instant', async () => {
    const first = await renderPdf(document(name))
    await renderPdf(permit({ number: '503/0999/SIPD/DPMTK-PTSP/2026' }))
    expect(Buffer.from(await renderPdf(structuredClone(document(name)))).equals(first)).toBe(true)
  })
})

describe('the permit', () => {
  it('reads, when its text is taken out, as the record', async () => {
    const data = aPermit()
    const text = squeeze(pdfText(await renderPdf(permit())))
    const { permitTypeName: _name, permitTypeCode: _code, professionName: _profession, ...facts } = data.facts
    for (const value of Object.values(facts)) expect(text).toContain(value)
    for (const value of [data.number, data.date, data.place, data.signatory.name, data.signatory.nip]) {
      expect(text).toContain(value)
    }
    expect(text).toContain('Lembar 1 dari 1')
  })

  it('has its title as the heading', async () => {
    expect(pdfSpoken(await renderPdf(permit()))).toMatch(/H1 \(block\)\s+"SURAT IZIN PRAKTIK \(SIP\) DOKTER"/)
  })

  it('is read aloud row by row, each value whole', async () => {
    const spoken = pdfSpoken(await renderPdf(permit()))
    const {
      permitTypeName: _name,
      permitTypeCode: _code,
      professionName: _profession,
      ...facts
    } = aPermit().facts
    for (const value of Object.values(facts)) expect(spoken).toContain(value)
    expect(spoken).toContain(`"Alamat rumah : ${facts.homeAddress}"`)
    for (const text of permitPractice.obligations)
      expect(spoken).toContain(`"${fillTemplate(text, aPermit().facts)}"`)
  })

  it('has a code that is read from the page at 110 dpi and holds the address alone', async () => {
    expect(await pdfQrCodes(await renderPdf(permit()))).toEqual(['HTTPS://CEK.PTSP.ID/V/7K3MQ9TX2BWYA'])
  })

  it('has a code that is read though the address is as long as the portal makes it', async () => {
    const address = 'HTTPS://ONLINEPTSP.PONTIANAKKOTA.GO.ID/VERIFY/7K3MQ9TX2BWYA4H8WZP6RC5VKD'
    const pdf = await renderPdf(permit({ verification: { address, code: '7K3M-Q9TX-2B' } }))
    expect(await pdfQrCodes(pdf)).toEqual([address])
  })

  it.each(['jpeg', 'png'] as const)(
    'shows the photo (%s) left of the signature, 40 × 60 mm',
    async (format) => {
      const pixels = pdfPixels(await renderPdf(permit({ photo: picture(format) })), 110)
      const [red = 0, green = 0] = colourAt(pixels, 110, 82, 250)
      expect(red).toBeGreaterThan(170)
      expect(green).toBeLessThan(90)
      expect(colourAt(pixels, 110, 60.5, 250)).toEqual([255, 255, 255])
      expect(colourAt(pixels, 110, 103.5, 250)).toEqual([255, 255, 255])
    },
  )

  it('says which picture cannot be read', async () => {
    const broken = { format: 'jpeg' as const, bytes: new TextEncoder().encode('no picture') }
    await expect(renderPdf(permit({ photo: broken }))).rejects.toThrow(UnreadablePicture)
    await expect(renderPdf(permit({ photo: broken }))).rejects.toThrow(/photo/)
  })

  it('carries no mark as an original, and DRAF across the page as a draft without a number', async () => {
    const original = await renderPdf(permit())
    const draft = await renderPdf(permit({ number: null, marks: [{ kind: 'watermark', word: 'DRAF' }] }))
    expect(pdfText(original)).not.toContain('DRAF')
    expect(withoutNumber(pdfText(draft))).toContain('NOMOR :')
    // The middle of the sheet lies on a stroke of the word in one and is white in the other.
    const shades = (pdf: Uint8Array): number =>
      countPixels(pdfPixels(pdf, 40).data, (value) => value > 220 && value < 240)
    expect(shades(draft)).toBeGreaterThan(shades(original) + 1000)
  })
})

const withoutNumber = (text: string): string => {
  expect(text).not.toMatch(/503\/\d/)
  return text
}

const countPixels = (data: Uint8ClampedArray, test: (value: number) => boolean): number =>
  data.reduce((sum, value, i) => (i % 4 === 0 && test(value) ? sum + 1 : sum), 0)

describe('the receipt on A5', () => {
  it('shows NIK and telephone masked, the promise and that it costs nothing', async () => {
    const text = squeeze(pdfText(await renderPdf(receiptSheet(aReceipt(), PAPERS.a5))))
    expect(text).toContain('6207************')
    expect(text).toContain('0812****4417')
    expect(text).toContain('Rabu, 21 Oktober 2026')
    expect(text).toContain('GRATIS')
    expect(text).toContain('5 dari 5, lengkap')
    expect(text).not.toMatch(/\d{16}/)
  })

  it('says CETAK ULANG with time, officer and reason from the second print onwards', async () => {
    const first = pdfText(await renderPdf(receiptSheet(aReceipt(), PAPERS.a5)))
    const second = pdfText(await renderPdf(receiptSheet(aReceipt({ reprint: aReprint }), PAPERS.a5)))
    expect(first).not.toContain('CETAK ULANG')
    expect(squeeze(second)).toContain('CETAK ULANG KE-1')
    expect(squeeze(second)).toContain('15-10-2026 10.05 · Yunita A. (YA) · tanda terima hilang')
  })

  it('prints the rule in words where the office promises no limit', async () => {
    const promise = {
      kind: 'rule' as const,
      text: 'Izin diproses menurut urutan setelah berkas lengkap dan benar.',
    }
    const text = squeeze(pdfText(await renderPdf(receiptSheet(aReceipt({ promise }), PAPERS.a5))))
    expect(text).toContain('Janji layanan')
    expect(text).not.toContain('Selesai paling lambat')
  })

  it('has a code that scans as the number', async () => {
    expect(await pdfQrCodes(await renderPdf(receiptSheet(aReceipt(), PAPERS.a5)))).toEqual(['P-2026-000487'])
  })
})

describe('handover, report and letter', () => {
  it('the list of what is missing names each file with its reason and is no receipt', async () => {
    const text = squeeze(pdfText(await renderPdf(document('missing'))))
    expect(text).toContain('latar belum merah')
    expect(text).toContain('Lembar ini bukan tanda terima.')
    expect(text).not.toContain('P-2026')
  })

  it('the list of a returned dossier names what is wrong, its number and its last day', async () => {
    const text = squeeze(pdfText(await renderPdf(document('repair'))))
    for (const value of ['P-2026-000487', 'alamat tempat praktik kurang lengkap', 'Rabu, 21 Oktober 2026'])
      expect(text).toContain(value)
    expect(text).not.toContain('belum terdaftar')
  })

  it('the handover names what was handed over, to whom and on what ground', async () => {
    const pdf = await renderPdf(handoverSheet(aHandover(), PAPERS.a5Landscape))
    const text = squeeze(pdfText(pdf))
    for (const value of [
      'SRH-2026-000391',
      'NIK 6171************',
      'Bagus Wirayudha',
      '1 (satu) lembar asli',
    ]) {
      expect(text).toContain(value)
    }
    expect(await pdfQrCodes(pdf)).toEqual(['SRH-2026-000391'])
  })

  it('the report lists every permit once, with its total, on pages that say how many there are', async () => {
    const pdf = await renderPdf(dailyReportSheet(aDailyReport(14), PAPERS.a4Landscape))
    const text = squeeze(pdfText(pdf))
    for (const row of aDailyReport(14).issued.filter((issued) => issued.delivery === 'Belum')) {
      expect(text.split(row.permitNumber)).toHaveLength(2)
    }
    expect(text).toContain('14 izin; 5 diserahkan, 9 belum diambil')
    expect(pdfInfo(pdf)).toMatch(/Pages:\s+3/)
    expect(text).toContain('Halaman 3 dari 3')
  })

  it('the report of a day without permits says so and is still signed', async () => {
    const text = squeeze(pdfText(await renderPdf(dailyReportSheet(aDailyReport(0), PAPERS.a4Landscape))))
    expect(text).toContain('Tidak ada izin terbit pada hari ini.')
    expect(text).toContain('LUSIANA PRATIWI')
    expect(text).toContain('Halaman 1 dari 1')
  })

  it('the letter gives each reason and what the applicant can do', async () => {
    const data = aRefusal()
    const text = squeeze(pdfText(await renderPdf(refusalLetterSheet(data, refusalLetter, PAPERS.a4))))
    for (const reason of data.reasons) expect(text).toContain(reason)
    expect(text).toContain('SP4N-LAPOR!')
    expect(text).not.toContain('**')
  })
})
