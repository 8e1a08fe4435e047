import { expect, it } from 'vitest'
import { PAPERS } from '#domain/documents/paper.ts'
import { measuredMm, testPageSheet } from '#domain/documents/test-page.ts'
import { outsideMargins } from './testing/geometry.ts'
import { fontMeasurer } from './fonts.ts'
import { paginate } from './paginate.ts'

it.each(['a4', 'f4'] as const)(
  'the test page on %s has its line of exactly 100 mm and stays inside the margins',
  (name) => {
    const facts = {
      printerName: 'Laser A4 dan F4',
      madeAt: 'Kam 19-11-2026, 09.24',
      agency: 'DPMTK-PTSP Pontianak',
      paperName: name.toUpperCase(),
    }
    const document = testPageSheet(facts, PAPERS[name], '2026-11-19T02:24:00.000Z')
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
