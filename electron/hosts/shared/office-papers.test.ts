import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fontMeasurer } from '#adapters/paper/fonts.ts'
import { paginate } from '#adapters/paper/paginate.ts'
import { renderPdf } from '#adapters/paper/render-pdf.ts'
import { outsideMargins, overlaps, textsOf } from '#adapters/paper/testing/geometry.ts'
import { pdfFontLines, pdfInfo, pdfText, squeeze, withoutSpaces } from '#adapters/paper/testing/poppler.ts'
import { layOutSheet } from '#domain/documents/lay-out.ts'
import type { ProductContent } from '#domain/documents/print-content.ts'
import { isTakenInHere, regimeOn, type PermitType } from '#domain/permit-type.ts'
import type { ProductSheet } from '#domain/product-sheet.ts'
import { officeDate } from '#domain/office-date.ts'
import { aPrintJob } from '#domain/testing/print-jobs.ts'
import { instant } from '#domain/testing/builders.ts'
import { productContent } from '#services/print-content.ts'
import { settledContent } from '#services/printed-sheets.ts'
import type { Office } from '#services/office.ts'
import { paperState, type PaperFacts } from '../testing/paper-states.ts'
import { listProfiles, readOfficeFiles } from './office-files.ts'

const assets = join(import.meta.dirname, '..', '..', '..', 'assets')
const now = instant('2026-11-19T03:00:00.000Z')

const offices = listProfiles(assets).map(({ code }): readonly [string, Office] => {
  const files = readOfficeFiles(assets, code)
  if (!files.ok) throw new Error(JSON.stringify(files.refusal))
  return [code, files.value.office]
})
const officeOf = (code: string): Office => {
  const found = offices.find(([one]) => one === code)
  if (!found) throw new Error(`no office ${code}`)
  return found[1]
}

/** Types that this office issues on paper; a day on which it does. */
const issued = (office: Office): readonly (readonly [PermitType, string])[] =>
  office.profile.offers.flatMap((offer) => {
    const type = office.types.find((one) => one.code === offer.code)
    if (!type || type.revokes !== null) return []
    return [[type, isTakenInHere(type, officeDate('2026-11-19')) ? '2026-11-19' : '2021-03-01'] as const]
  })

function contentOf(
  office: Office,
  code: string,
  facts: PaperFacts = {},
  sheet: ProductSheet = 'original',
): ProductContent {
  const content = productContent(office, paperState(office, code, facts), now, sheet)
  if (!content.ok) throw new Error(content.refusal.code)
  return content.value
}

/** Pages of a paper on which nothing stands outside its margins or on something else. */
function soundPages(content: ProductContent) {
  const document = layOutSheet(content, null)
  const pages = paginate(document, fontMeasurer)
  expect(outsideMargins(document, pages)).toEqual([])
  expect(overlaps(pages)).toEqual([])
  return pages
}

const textOf = (content: ProductContent): string => squeeze(soundPages(content).flatMap(textsOf).join(' '))

describe.each(offices)('the papers of %s', (_, office) => {
  const types = issued(office)

  it('every permit stands on one sheet, whatever its category', () => {
    for (const [type, filedOn] of types) {
      const content = contentOf(office, type.code, { filedOn })
      expect([type.code, soundPages(content).length]).toEqual([type.code, 1])
      const text = textOf(content)
      expect(text).toContain(content.data.number ?? '–')
      expect(text).not.toMatch(/\{|undefined|null/)
    }
  })

  it('every refusal letter stands on one sheet, every decree on two at most', () => {
    for (const [type, filedOn] of types) {
      expect(soundPages(contentOf(office, type.code, { filedOn, product: 'refusal-letter' }))).toHaveLength(1)
      const decree = soundPages(contentOf(office, type.code, { filedOn, kind: 'revocation' }))
      expect(decree.length).toBeLessThanOrEqual(2)
    }
  })

  it('a revocation names the permit, its holder, the reason and what becomes of the paper', () => {
    const [type] = types[0] ?? []
    const text = textOf(contentOf(office, type?.code ?? '', { kind: 'revocation' }))
    for (const words of [
      'MEMUTUSKAN:',
      'KESATU',
      `503/0127/${type?.code ?? ''}/2024`,
      '6 Mei 2024',
      'berhenti praktik',
    ])
      expect(text).toContain(words)
    expect(text).toContain('telah diserahkan kepada Dinas')
  })

  it('a paper of each kind is a PDF with embedded faces, a title and the exact paper of the office', async () => {
    const [type, filedOn] = types[0] ?? []
    for (const facts of [{}, { product: 'refusal-letter' }, { kind: 'revocation' }] as const) {
      const content = contentOf(office, type?.code ?? '', { ...facts, filedOn: filedOn ?? '' })
      const pdf = await renderPdf(layOutSheet(content, null))
      for (const line of pdfFontLines(pdf)) expect(line).toMatch(/Identity-H\s+yes yes yes/)
      const info = pdfInfo(pdf)
      expect(info).toMatch(/Title:\s+\S/)
      const points = (mm: number): string => String(Math.round((mm / 25.4) * 72))
      const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? []
      expect(size.slice(1).map((one) => String(Math.round(Number(one))))).toEqual([
        points(content.paper.widthMm),
        points(content.paper.heightMm),
      ])
    }
  })

  it('an unsigned draft is marked, an original never', () => {
    const [type] = types[0] ?? []
    const marks = (sheet: ProductSheet) => contentOf(office, type?.code ?? '', {}, sheet).data.marks
    expect(marks('draft')).toEqual([{ kind: 'watermark', word: 'DRAF' }])
    expect(marks('original')).toEqual([])
    expect(marks('for-signature')).toEqual([])
  })
})

describe('texts of their category', () => {
  const text = (code: string, filedOn = '2026-11-19') =>
    textOf(contentOf(officeOf('pontianak'), code, { filedOn }))

  it('a practice licence gives STR, ordinal and hours of practice, a work licence hours of work', () => {
    expect(text('SIPD')).toMatch(/Nomor STR .* Izin praktik ke .* Hari dan jam praktik/)
    expect(text('SIKR')).toMatch(/Izin kerja ke .* Hari dan jam kerja/)
  })

  it('a registration of a healer states what he is, without STR', () => {
    expect(text('STPT')).toContain('MENERANGKAN BAHWA')
    expect(text('STPT')).toContain('telah terdaftar sebagai penyehat tradisional')
    expect(text('STPT')).not.toContain('STR')
  })

  it('a dental artisan is told the limits of the work', () => {
    expect(text('SITG')).toContain('gigi tiruan lepasan')
    expect(text('SITG')).not.toContain('STR')
  })

  it('a certificate of premises names business, responsible person and laboratory date, and nobody’s birth', () => {
    const certificate = text('SLHS-HTL')
    for (const words of [
      'CV Khatulistiwa Boga Nusantara',
      'Wulan Prameswari',
      'Tanggal hasil laboratorium : 2 November 2026',
    ])
      expect(certificate).toContain(words)
    expect(certificate).not.toMatch(/Tempat, tanggal lahir|STR|Tempel pas foto/)
  })

  it('a permit without an end says so instead of a day', () => {
    const office = officeOf('pontianak')
    const state = paperState(office, 'SIPD')
    if (!state.product) throw new Error('no product')
    const forLife = { ...state, product: { ...state.product, validUntil: null } }
    const content = productContent(office, forLife, now, 'original')
    expect(content.ok && textOf(content.value)).toContain('Masa berlaku : Seumur hidup')
  })
})

describe('the day of a paper', () => {
  const on = (filedOn: string): string => textOf(contentOf(officeOf('pontianak'), 'SIPD', { filedOn }))

  it('decides law and text: 1 March 2022, 1 March 2024 and today', () => {
    const [old, first, today] = ['2022-03-01', '2024-03-01', '2026-11-19'].map(on)
    expect(old).toContain('Surat Tanda Registrasi masih berlaku')
    expect(old).not.toContain('Undang-Undang Nomor 17 Tahun 2023')
    expect(first).toContain('Undang-Undang Nomor 17 Tahun 2023')
    expect(first).not.toContain('Nomor 28 Tahun 2024')
    expect(today).toContain('Nomor 13 Tahun 2025')
    expect(today).not.toContain('Surat Tanda Registrasi masih berlaku')
  })

  it('decides letterhead, local rules and signer too', () => {
    const office = officeOf('pasuruan')
    const [head] = office.profile.letterheads
    if (!head) throw new Error('no letterhead')
    const moved: Office = {
      ...office,
      profile: {
        ...office.profile,
        letterheads: [
          { ...head, until: officeDate('2025-12-31') },
          { ...head, from: officeDate('2026-01-01'), address: ['Jalan Baru Nomor 9'] },
        ],
      },
    }
    const code = moved.profile.offers[0]?.code ?? ''
    expect(textOf(contentOf(moved, code, { filedOn: '2024-03-01' }))).not.toContain('Jalan Baru')
    expect(textOf(contentOf(moved, code))).toContain('Jalan Baru Nomor 9')
    expect(textOf(contentOf(moved, code, { filedOn: '2021-03-01' }))).not.toContain('Nomor 70 Tahun 2022')
    expect(textOf(contentOf(moved, code, { filedOn: '2022-03-01' }))).toContain('Nomor 70 Tahun 2022')
  })

  it('stands on a reprint of a signed sheet: its names and texts, whatever has changed since', () => {
    const office = officeOf('pontianak')
    const signed = contentOf(office, 'SIPD', { filedOn: '2024-03-01' })
    const fresh = contentOf(office, 'SIPD', { applicant: { nameOnPermit: 'dr. Nama Baru' } })
    const job = aPrintJob({ content: signed, state: 'printed' })
    const signature = {
      method: 'wet' as const,
      by: {} as never,
      on: officeDate('2024-03-02'),
      recordedAt: now,
      fileSha256: null,
    }
    const reprint = settledContent(fresh, { signature }, [job])
    expect(reprint.data.signatory).toEqual(signed.data.signatory)
    expect(textOf(reprint)).toContain('dr. Rahmawati Suryani, Sp.A')
    expect(settledContent(fresh, { signature: null }, [job])).toBe(fresh)
  })
})

describe('number and date on a sheet that was signed before (Seruyan)', () => {
  const seruyan = officeOf('seruyan')
  const slots = (content: ProductContent) =>
    soundPages(content).flatMap((page) => page.items.flatMap((item) => (item.kind === 'slot' ? [item] : [])))
  const products: readonly (readonly [string, PaperFacts])[] = [
    ['permit', {}],
    ['refusal letter', { product: 'refusal-letter' }],
    ['decree', { kind: 'revocation' }],
  ]

  it.each(products)('leave white places on the %s that is signed', (_, facts) => {
    const sheet = contentOf(seruyan, 'SIPRO', { ...facts, numbered: false }, 'for-signature')
    expect(
      slots(sheet)
        .map((slot) => slot.name)
        .sort(),
    ).toEqual(['date', 'number'])
    expect(sheet.data.marks).toEqual([])
  })

  it.each(products)('are overprinted on the %s at the very places, and nothing else is', async (_, facts) => {
    const white = slots(contentOf(seruyan, 'SIPRO', { ...facts, numbered: false }, 'for-signature'))
    const numbered = contentOf(seruyan, 'SIPRO', facts, 'overprint')
    const [page, ...more] = paginate(layOutSheet(numbered, null), fontMeasurer)
    const [number, date] = [numbered.data.number ?? '', numbered.data.date ?? '']
    const written = [page, ...more].flatMap((one) => one?.items ?? [])
    expect(written.map((item) => (item.kind === 'text' ? item.text : item.kind)).sort()).toEqual(
      [date, number].sort(),
    )
    for (const item of written) {
      const slot = white.find(
        (one) => one.name === (item.kind === 'text' && item.text === number ? 'number' : 'date'),
      )
      expect([item.x, item.y]).toEqual([slot?.x, slot?.y])
    }
    // The whole paper is the signed sheet with both written in: the same words at the same places.
    const whole = soundPages({ ...numbered, sheet: 'original' }).flatMap((one) => one.items)
    for (const item of written)
      expect(whole).toContainEqual(
        expect.objectContaining({
          kind: 'text',
          x: item.x,
          y: item.y,
          text: (item as { text: string }).text,
        }),
      )
    const pdf = await renderPdf(layOutSheet(numbered, null))
    expect(withoutSpaces(pdfText(pdf)).length).toBe(withoutSpaces(number + date).length)
  })

  it('never leave the validity open: it counts from the day that is still to come', () => {
    const text = textOf(contentOf(seruyan, 'SIPRO', { numbered: false }, 'for-signature'))
    expect(text).toContain('Masa berlaku : 5 (lima) tahun sejak tanggal ditetapkan')
    const earlier = textOf(contentOf(seruyan, 'SIPRO', { kind: 'amendment' }, 'for-signature'))
    expect(earlier).toContain('Berlaku sampai dengan : 5 Mei 2029')
  })
})

describe('whatever the length of names', () => {
  const words = fc
    .array(fc.stringMatching(/^[A-Za-z'.-]{1,24}$/), { minLength: 1, maxLength: 22 })
    .map((list) => list.join(' '))

  it('a permit, a letter and a decree of every office lose no letter and stay within their margins', () => {
    fc.assert(
      fc.property(words, words, fc.constantFrom(...offices), (name, place, [, office]) => {
        const code = office.profile.offers[0]?.code ?? ''
        const facts = { applicant: { nameOnPermit: name }, data: facilityNamed(office, code, place) }
        for (const kind of [{}, { product: 'refusal-letter' }, { kind: 'revocation' }] as const) {
          const pages = soundPages(contentOf(office, code, { ...facts, ...kind }))
          expect(withoutSpaces(pages.flatMap(textsOf).join(''))).toContain(
            withoutSpaces(name.normalize('NFC')),
          )
        }
      }),
      { numRuns: 24 },
    )
  })

  const facilityNamed = (office: Office, code: string, name: string) => {
    const { facility } = paperState(office, code).data
    return facility ? { facility: { ...facility, name } } : {}
  }

  it('every regime of every type has its text on the first day of its force', () => {
    const office = officeOf('pontianak')
    for (const [type] of issued(office))
      for (const { from } of type.regimes) {
        expect(regimeOn(type, from).ok).toBe(true)
        expect(textOf(contentOf(office, type.code, { filedOn: from }))).toContain('Dengan ketentuan')
      }
  })
})
