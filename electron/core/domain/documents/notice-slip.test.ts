import { describe, expect, it } from 'vitest'
import { noticeSheet, noticeStrip } from './notice-slip.ts'
import { PAPERS } from './paper.ts'
import { stripText } from './strip.ts'
import { aNoticeSlip } from './testing/more-samples.ts'

describe('the slip of what an applicant is told', () => {
  it.each([32, 42, 48] as const)('says the whole notice on %i columns, item by item', (columns) => {
    const text = stripText(noticeStrip(aNoticeSlip(), columns))
    const flat = text.replace(/\s+/g, ' ')
    for (const paragraph of aNoticeSlip().paragraphs)
      for (const line of paragraph.split('\n')) expect(flat).toContain(line.replaceAll('–', '-'))
    expect(flat).toContain('Lembar ini bukan tanda terima dan bukan izin.')
    expect(text.split('\n').every((line) => line.length <= columns)).toBe(true)
  })

  it('never shows a full NIK', () => {
    const slip = aNoticeSlip({ paragraphs: ['KTP 6171044708940003 buram'] })
    expect(() => noticeStrip(slip, 48)).toThrow(/NIK/)
    expect(() => noticeSheet(slip, PAPERS.a5, '2026-10-14T03:15:00.000Z')).toThrow(/NIK/)
  })
})
