import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dailyReportSheet } from '#domain/documents/daily-report-sheet.ts'
import { handoverSheet } from '#domain/documents/handover-sheet.ts'
import { PAPERS } from '#domain/documents/paper.ts'
import { permitSheet } from '#domain/documents/permit-sheet.ts'
import { receiptSheet } from '#domain/documents/receipt-sheet.ts'
import { refusalLetterSheet } from '#domain/documents/refusal-letter-sheet.ts'
import type { PrintDocument } from '#domain/documents/sheet.ts'
import { aDailyReport, aHandover, aRefusal } from '#domain/documents/testing/more-samples.ts'
import { aPermit, aReceipt, aReprint } from '#domain/documents/testing/samples.ts'
import type { Page } from './draw-items.ts'
import { fontMeasurer, MM_PER_POINT } from './fonts.ts'
import { paginate } from './paginate.ts'
import { outsideMargins, overlaps, textsOf } from './testing/geometry.ts'
import { withoutSpaces } from './testing/poppler.ts'
import { fillTemplate } from '#domain/documents/template.ts'
import { permitPractice, refusalLetter } from './testing/templates.ts'

const pagesOf = (document: PrintDocument): Page[] => paginate(document, fontMeasurer)

const permit = (
  facts: Record<string, string>,
  overrides: Parameters<typeof aPermit>[0] = {},
): PrintDocument => permitSheet(aPermit(overrides, facts), permitPractice, PAPERS.f4)

/** Everything on the pages in reading order, without spaces. */
const flat = (pages: readonly Page[]): string => withoutSpaces(pages.flatMap(textsOf).join(''))

const expectSound = (document: PrintDocument): Page[] => {
  const pages = pagesOf(document)
  expect(outsideMargins(document, pages)).toEqual([])
  expect(overlaps(pages)).toEqual([])
  return pages
}

const LONG = {
  holderName:
    'Dr. dr. R. Aj. MAHARANI KUSUMANINGRUM TJOKROATMODJO-SIMANDJUNTAK, Sp.PD., K-GEH., M.Kes., FINASIM',
  homeAddress:
    'Perumahan Taman Anggrek Khatulistiwa Residence Tahap III Blok Q-17 Nomor 8, Jalan Profesor Muhammad Yamin, RT 011/RW 004, Kelurahan Kota Baru, Kecamatan Pontianak Selatan, Kota Pontianak',
  placeName: 'Klinik Utama Rawat Jalan Bhakti Nusantara Khatulistiwa',
  placeAddress:
    'Kompleks Ruko Sentra Niaga Blok C Nomor 3–4, Jalan Ahmad Yani, Kelurahan Akcaya, Kecamatan Pontianak Selatan, Kota Pontianak',
  placeLeader: 'Penanggung Jawab Klinik Utama Rawat Jalan Bhakti Nusantara Khatulistiwa',
}
const WEEK = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']
  .map((day) => `${day}, 08.00–11.00 dan 18.30–21.00 WIB`)
  .join(';\n')

describe('pages of a permit', () => {
  it('keeps the ordinary permit on one sheet at full size', () => {
    const pages = expectSound(permit({}))
    expect(pages).toHaveLength(1)
    const body = pages[0]?.items.find((item) => item.kind === 'text' && item.text.startsWith('Nama lengkap'))
    expect(body).toMatchObject({ sizePt: 11 })
  })

  it('steps the whole page down, not a line of it, for a long permit, and never below 9.5 pt', () => {
    const pages = expectSound(permit(LONG))
    expect(pages).toHaveLength(1)
    const sizes = new Set(
      pages[0]?.items.flatMap((item) =>
        item.kind === 'text' && /^(Nama|Alamat|Dengan|Perubahan|Ditetapkan)/.test(item.text)
          ? [item.sizePt]
          : [],
      ),
    )
    expect([...sizes]).toEqual([10.2])
  })

  it('turns the page for the longest permit and keeps every row, the signature whole', () => {
    const obligations = Array.from({ length: 9 }, () => permitPractice.obligations[0] ?? '')
    const template = { ...permitPractice, obligations }
    const document = permitSheet(aPermit({}, { ...LONG, schedule: WEEK }), template, PAPERS.f4)
    const pages = expectSound(document)
    expect(pages).toHaveLength(2)
    const second = textsOf(pages[1] ?? { items: [] })
    expect(second).toContain('- 2 -')
    expect(second).toContain('Lembar 2 dari 2')
    for (const text of ['Ditetapkan di', 'KOTA PONTIANAK,', 'NIP 19700314 199503 1 004', 'Tembusan:']) {
      expect(second).toContain(text)
    }
    // The signature is never alone: the last obligation goes with it.
    expect(second).toContain('9.')
    for (const row of permitPractice.rows.filter(
      (one) => 'label' in one && !['Profesi', 'Masa berlaku'].includes(one.label),
    ))
      if ('label' in row)
        expect(flat(pages)).toContain(withoutSpaces(fillTemplate(row.label, aPermit().facts)))
  })

  it('leaves the places for number and date white when they are given after the signature', () => {
    const [page] = expectSound(permit({}, { number: null, date: null }))
    const slots = page?.items.flatMap((item) => (item.kind === 'slot' ? [item] : [])) ?? []
    expect(slots.map((slot) => [slot.name, slot.widthMm])).toEqual([
      ['number', 78],
      ['date', 42],
    ])
    expect(slots[0]?.x).toBeCloseTo(79.7, 0)
    expect(slots[1]?.x).toBeCloseTo(143, 0)
  })

  it.each([
    ['acting', 'Plt.'],
    ['daily-acting', 'Plh.'],
    ['on-behalf', 'a.n.'],
  ] as const)('hangs the capacity of the signer left of the title (%s)', (capacity, prefix) => {
    const signatory = { ...aPermit().signatory, capacity, ownTitleLines: ['Sekretaris'] }
    const [page] = expectSound(permit({}, { signatory }))
    const find = (text: string) =>
      page?.items.find((item) => item.kind === 'text' && item.text.trim() === text)
    const [hung, title] = [find(prefix), find('KEPALA DINAS PENANAMAN MODAL,')]
    expect(title?.x).toBeCloseTo(114, 3)
    expect(hung?.x ?? 0).toBeLessThan(113)
    expect(find('Sekretaris,') !== undefined).toBe(capacity === 'on-behalf')
  })

  it('keeps at least 20 mm free for ink and stamp', () => {
    const [page] = pagesOf(permit({ ...LONG, schedule: WEEK }))
    const y = (text: string): number => {
      const found = page?.items.find((item) => item.kind === 'text' && item.text.trim() === text)
      return found?.y ?? NaN
    }
    expect(y('Drs. H. SYARIF BANYU PERMANA, M.Si.') - y('KOTA PONTIANAK,')).toBeGreaterThan(24)
  })
})

describe('justified text', () => {
  const texts = (document: PrintDocument) =>
    pagesOf(document).flatMap((page) => page.items.flatMap((item) => (item.kind === 'text' ? [item] : [])))

  it('ends exactly at the right margin, and no word gap exceeds about three spaces', () => {
    const stretched = [permit({}), permit(LONG)].flatMap(texts).filter((item) => item.extraGapMm !== 0)
    expect(stretched.length).toBeGreaterThan(4)
    for (const item of stretched) {
      const space = fontMeasurer.width(' ', item.key) * item.sizePt * MM_PER_POINT
      expect((space + item.extraGapMm) / space).toBeLessThan(3.3)
      expect((space + item.extraGapMm) / space).toBeGreaterThan(0.84)
      expect(item.x + item.widthMm).toBeCloseTo(190, 2)
    }
  })

  it('keeps numbers of regulations and letters in one piece', () => {
    const all = [permit({}), permit(LONG)].flatMap((document) => texts(document).map((item) => item.text))
    expect(all.filter((text) => text.includes('440/0631/SIP/DINKES/X/2026'))).toHaveLength(2)
    expect(all.some((text) => /(Nomor|Tahun|tanggal \d+) *$/.test(text))).toBe(false)
  })
})

const word = fc.stringMatching(/^[A-Za-zÀ-ž'.-]{1,24}$/)
const phrase = (max: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' ').slice(0, max).trim()),
    fc.stringMatching(/^[A-Z]{1,200}$/),
  )

describe('the check of the geometry', () => {
  it('sees text on text and text outside the margins', () => {
    const document = permit({})
    const squashed = { ...document, sizes: [{ sizePt: 11, leadingMm: 2 }] as const }
    expect(overlaps(pagesOf(squashed)).length).toBeGreaterThan(10)
    const { margins } = document.paper
    const narrower = {
      ...document,
      paper: { ...document.paper, margins: { ...margins, right: margins.right + 5 } },
    }
    expect(outsideMargins(narrower, pagesOf(document)).length).toBeGreaterThan(5)
  })
})

describe('whatever the length of names and addresses', () => {
  it('a permit stays within its margins, overlaps nothing and loses no letter', () => {
    fc.assert(
      fc.property(
        phrase(200),
        phrase(200),
        phrase(200),
        phrase(120),
        (holderName, homeAddress, placeAddress, leader) => {
          const facts = { holderName, homeAddress, placeAddress, placeLeader: leader }
          const pages = expectSound(permit(facts))
          for (const value of Object.values(facts))
            expect(flat(pages)).toContain(withoutSpaces(value.normalize('NFC')))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('a reprint gives its whole reason in the band, however long', () => {
    fc.assert(
      fc.property(phrase(200), (reason) => {
        const reprint = { ...aReprint, reason }
        for (const document of [
          receiptSheet(aReceipt({ reprint }), PAPERS.a5),
          handoverSheet(aHandover({ reprint }), PAPERS.a5Landscape),
        ]) {
          expect(flat(expectSound(document))).toContain(withoutSpaces(reason.normalize('NFC')))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('so do receipt, handover and letter', () => {
    fc.assert(
      fc.property(phrase(200), phrase(200), (name, place) => {
        const receipt = aReceipt({ applicantName: name, place, representative: place, reprint: aReprint })
        expectSound(receiptSheet(receipt, PAPERS.a5))
        expectSound(
          handoverSheet(
            aHandover({ holderName: name, receivedBy: place, receivedByName: name }),
            PAPERS.a5Landscape,
          ),
        )
        const refusal = aRefusal({ addressee: { name, lines: [place] }, reasons: [place, name] })
        expectSound(refusalLetterSheet(refusal, refusalLetter, PAPERS.a4))
      }),
      { numRuns: 30 },
    )
  })

  it('a report of any number of permits repeats its head and keeps its total with rows and signatures', () => {
    for (const count of [0, 1, 7, 9, 12, 30, 61]) {
      const pages = expectSound(dailyReportSheet(aDailyReport(count), PAPERS.a4Landscape))
      const heads = pages.filter((page) =>
        ['Nomor izin', 'Menurut'].some((head) => textsOf(page).includes(head)),
      )
      expect(heads).toHaveLength(pages.length)
      const last = textsOf(pages[pages.length - 1] ?? { items: [] })
      expect(last).toContain('NIP 19790625 200501 2 007')
      expect(last).toContain('Jumlah')
    }
  })

  it('a receipt with forty requirements goes on and keeps its signatures with the total', () => {
    const items = Array.from({ length: 40 }, (_, i) => ({
      label: `Berkas persyaratan nomor ${i + 1}`,
      received: true,
      form: 'salinan',
      count: 1,
    }))
    const pages = expectSound(receiptSheet(aReceipt({ items }), PAPERS.a5))
    expect(pages.length).toBeGreaterThan(1)
    const last = textsOf(pages[pages.length - 1] ?? { items: [] })
    expect(last).toContain('Jumlah')
    expect(last).toContain('40.')
    expect(last).toContain('Petugas loket,')
  })
})
