import { describe, expect, it } from 'vitest'
import { columnNeed, fitColumns, printedWidth } from './book-columns.ts'

describe('the columns of a book', () => {
  it('leave a code whole, and break a long number after a stroke', () => {
    expect(columnNeed('Permohonan', 18, ['P-2026-000412']).least).toBe(13)
    expect(columnNeed('Nomor', 34, ['503/0001/TOLAK/DPMTK-PTSP/2026']).least).toBe('DPMTK-PTSP/2026'.length)
  })

  it('know a code of wide capitals for wider than a word of as many letters', () => {
    expect(printedWidth('SIPTGM')).toBeGreaterThan(printedWidth('sistem'))
    expect(printedWidth('111')).toBe(printedWidth('000'))
  })

  it('take no more room than what stands in them', () => {
    expect(columnNeed('Keterangan', 40, ['', '–'])).toEqual({ least: 10, wish: 10 })
    expect(columnNeed('Alasan', 30, ['STR yang dilampirkan bukan untuk profesi yang dimohonkan.']).wish).toBe(
      30,
    )
  })

  it('share the room out to the last millimetre, and none is narrower than it must be', () => {
    const needs = [
      { least: 20, wish: 20 },
      { least: 10, wish: 90 },
      { least: 30, wish: 40 },
    ]
    for (const room of [70, 100, 150, 400]) {
      const widths = fitColumns(needs, room)
      expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(room, 6)
      widths.forEach((width, i) => expect(width).toBeGreaterThanOrEqual((needs[i]?.least ?? 0) - 1e-6))
    }
  })
})
