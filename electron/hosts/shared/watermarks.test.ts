import { describe, expect, it } from 'vitest'
import { directPaperCheck } from '#adapters/paper-check/paper-check-worker.ts'
import { fontMeasurer } from '#adapters/paper/fonts.ts'
import { paginate } from '#adapters/paper/paginate.ts'
import { renderPdf } from '#adapters/paper/render-pdf.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { expectedPaper } from '#domain/documents/expected-paper.ts'
import { keyFacts } from '#domain/documents/key-facts.ts'
import { layOutSheet } from '#domain/documents/lay-out.ts'
import type { PrintDocument } from '#domain/documents/sheet.ts'
import { officeDate } from '#domain/office-date.ts'
import { isTakenInHere } from '#domain/permit-type.ts'
import { productSheets, type ProductSheet } from '#domain/product-sheet.ts'
import { instant } from '#domain/testing/builders.ts'
import type { Office } from '#services/office.ts'
import { sampleProduct } from '#services/sample-product.ts'
import { productContent } from '#services/print-content.ts'
import { paperState, type PaperFacts } from '../testing/paper-states.ts'
import { listProfiles, readOfficeFiles } from './office-files.ts'

const now = instant('2026-11-19T03:00:00.000Z')
const today = officeDate('2026-11-19')

const offices = listProfiles(assetsDir).map(({ code }): readonly [string, Office] => {
  const files = readOfficeFiles(assetsDir, code)
  if (!files.ok) throw new Error(JSON.stringify(files.refusal))
  return [code, files.value.office]
})

const kinds: readonly PaperFacts[] = [{}, { product: 'refusal-letter' }, { kind: 'revocation' }]

/** Types of an office that it issues today. */
const codesOf = (office: Office): readonly string[] =>
  office.types
    .filter(
      (one) =>
        one.revokes === null &&
        isTakenInHere(one, today) &&
        office.profile.offers.some((offer) => offer.code === one.code),
    )
    .map((one) => one.code)

function documentOf(office: Office, state: ApplicationState, sheet?: ProductSheet): PrintDocument {
  const content = productContent(office, state, now, sheet)
  if (!content.ok) throw new Error(content.refusal.code)
  return layOutSheet(content.value, null)
}

const wordOn = (document: PrintDocument): string | null =>
  document.marks.flatMap((one) => (one.kind === 'watermark' ? [one.word] : []))[0] ?? null

describe.each(offices)('the papers of %s', (_, office) => {
  it('carry DRAF as drafts, and nothing as originals, sheets for the signature and overprints', () => {
    for (const code of codesOf(office))
      for (const facts of kinds)
        for (const sheet of productSheets) {
          const wanted = sheet === 'draft' ? 'DRAF' : null
          const document = documentOf(office, paperState(office, code, facts), sheet)
          expect([code, facts, sheet, wordOn(document)]).toEqual([code, facts, sheet, wanted])
        }
  })

  it('carry DITOLAK where the application ended before the permit was signed, and no code that verifies', () => {
    const [code = ''] = codesOf(office)
    const state = paperState(office, code)
    for (const ended of [{ refusedAt: now }, { withdrawnAt: now }]) {
      const document = documentOf(office, { ...state, ...ended }, 'original')
      expect(wordOn(document)).toBe('DITOLAK')
      expect(JSON.stringify(document.blocks)).not.toContain('"kind":"qr"')
    }
    const letter = paperState(office, code, { product: 'refusal-letter' })
    expect(wordOn(documentOf(office, { ...letter, refusedAt: now }, 'original'))).toBeNull()
    expect(wordOn(documentOf(office, { ...state, issuedAt: now }, 'original'))).toBeNull()
  })
})

describe.each(offices)('the samples of %s', (_, office) => {
  it('carry CONTOH, no code that verifies and no number of a series, on one sheet of the day’s law', () => {
    for (const code of codesOf(office)) {
      const content = sampleProduct(office, code, today)
      if (!content?.ok) throw new Error(`${code} has no sample`)
      const document = layOutSheet(content.value, null)
      expect([code, wordOn(document)]).toEqual([code, 'CONTOH'])
      expect(JSON.stringify(document.blocks)).not.toContain('"kind":"qr"')
      expect(content.value.data.number).toBe('CONTOH')
      expect(paginate(document, fontMeasurer)).toHaveLength(1)
    }
    const [code = ''] = codesOf(office)
    const early = sampleProduct(office, code, officeDate('2022-03-01'))
    expect(early === undefined || (early.ok && !JSON.stringify(early.value).includes('17 Tahun 2023'))).toBe(
      true,
    )
    expect(sampleProduct(office, 'TIDAK-ADA', today)).toBeUndefined()
  })
})

it('a mark that is on the paper, and none that is not, is seen by whoever reads the file', async () => {
  const office = offices.find(([code]) => code === 'tanjungpinang')?.[1]
  if (!office) throw new Error('no office')
  const [code = ''] = codesOf(office)
  const state = paperState(office, code)
  for (const [one, sheet] of [
    [state, 'original'],
    [state, 'draft'],
    [{ ...state, refusedAt: now }, 'draft'],
  ] as const) {
    const content = productContent(office, one, now, sheet)
    if (!content.ok) throw new Error(content.refusal.code)
    const document = layOutSheet(content.value, null)
    const expected = expectedPaper(document, keyFacts(content.value))
    const pdf = await renderPdf(document)
    expect(await directPaperCheck.examine({ pdf, expected })).toEqual([])
    for (const watermark of ['DRAF', 'DITOLAK', 'CONTOH', null].filter((word) => word !== wordOn(document)))
      expect(await directPaperCheck.examine({ pdf, expected: { ...expected, watermark } })).not.toEqual([])
  }
})
