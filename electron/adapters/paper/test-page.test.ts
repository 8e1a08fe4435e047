import { expect, it } from 'vitest'
import { PAPERS } from '#domain/documents/paper.ts'
import { measuredMm, testPageSheet } from '#domain/documents/test-page.ts'
import { outsideMargins } from './testing/geometry.ts'
import { fontMeasurer } from './fonts.ts'
import { paginate } from './paginate.ts'

const facts = {
  printerName: 'Laser A4 dan F4',
  madeAt: 'Kam 19-11-2026, 09.24',
  agency: 'DPMTK-PTSP Pontianak',
  paperName: 'Kertas kantor',
}
const papers = ['a4', 'f4', 'a5', 'a5Landscape', 'a4Landscape'] as const

it.each(papers)(
  'the test page on %s has its line of exactly 100 mm and stays inside the margins, apart from its scales',
  (name) => {
    const document = { ...testPageSheet(facts, PAPERS[name], '2026-11-19T02:24:00.000Z'), marks: [] }
    const pages = paginate(document, fontMeasurer)
    expect(pages).toHaveLength(1)
    expect(outsideMargins(document, pages)).toEqual([])
    const lengths = pages.flatMap(({ items }) =>
      items.flatMap((item) =>
        item.kind === 'line' ? [item.x2 - item.x] : item.kind === 'fill' ? [item.widthMm] : [],
      ),
    )
    expect(lengths.some((mm) => Math.abs(mm - measuredMm) < 0.01)).toBe(true)
  },
)

it.each(papers)('the scales of %s count every millimetre from two opposite corners', (name) => {
  const { widthMm, heightMm } = PAPERS[name]
  const [page] = paginate(testPageSheet(facts, PAPERS[name], '2026-11-19T02:24:00.000Z'), fontMeasurer)
  const items = page?.items ?? []
  const ticks = items.filter((item) => item.kind === 'line' && item.ruleMm === 0.12)
  expect(ticks).toHaveLength(2 * (widthMm - 9) + 2 * (heightMm - 9))
  const middles = items.flatMap((item) =>
    item.kind === 'text' && item.text === '50' ? [item.x + item.widthMm / 2] : [],
  )
  expect(middles.map((mm) => Math.round(mm * 100) / 100).toSorted((a, b) => a - b)).toEqual([
    11.4,
    50,
    widthMm - 50,
    widthMm - 11.4,
  ])
})
