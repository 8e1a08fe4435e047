import { describe, expect, it } from 'vitest'
import { instant } from '../testing/builders.ts'
import { cellText } from './book-text.ts'
import type { BookCell, BookColumnKind } from './report-book.ts'

describe('a cell in the words of the office', () => {
  it.each<[BookColumnKind, BookCell, string]>([
    ['day', '2026-09-07', '07-09-2026'],
    ['month', '2026-09', 'September 2026'],
    ['month', '2024-02', 'Februari 2024'],
    ['moment', instant('2026-09-07T17:30:00.000Z'), '08-09-2026 00.30'],
    ['count', 1234, '1.234'],
    ['percent', 91.48, '91,5 %'],
    ['text', 'NIK 6171011203900004', 'NIK 6171************'],
    ['text', null, ''],
  ])('%s %s is written %s', (kind, cell, written) => {
    const column = { key: 'a', header: 'A', kind, width: 10 }
    expect(cellText(cell, column, 'Asia/Pontianak')).toBe(written)
  })
})
