import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainSigns, qrModuleDots, stripWriter, wrapBalanced, wrapColumns } from './columns.ts'
import { stripText } from './strip.ts'

describe('text on narrow paper', () => {
  it('cuts a word that is longer than the column and drops nothing', () => {
    expect(wrapColumns('Wolfeschlegelsteinhausenbergerdorff', 12)).toEqual([
      'Wolfeschlege',
      'lsteinhausen',
      'bergerdorff',
    ])
  })

  it('keeps a telephone number on one line', () => {
    expect(wrapColumns('Pengaduan: WA/telepon 0811 5210 667', 32)).toEqual([
      'Pengaduan: WA/telepon',
      '0811 5210 667',
    ])
  })

  it('balances centred lines', () => {
    expect(wrapBalanced('Petugas tidak menerima pemberian', 26)).toEqual([
      'Petugas tidak',
      'menerima pemberian',
    ])
  })

  it('sets signs that no thermal printer has as plain ones, and never touches letters', () => {
    expect(plainSigns('Senin–Kamis “pagi” 4×6 … Zoë')).toBe('Senin-Kamis "pagi" 4x6 ... Zoë')
  })

  it('prints a number too long for double width at double height only', () => {
    const w = stripWriter(32, 9)
    expect(w.big('P-2026-000487')[0]).toMatchObject({ style: 'double' })
    expect(w.big('P-2026-000487-TAMBAHAN')[0]).toMatchObject({ style: 'tall' })
  })

  it('gives a bare number larger modules than an address, and never fewer than four dots', () => {
    expect(qrModuleDots('P-2026-000487', 48)).toBe(6)
    expect(qrModuleDots('P-2026-000487', 32)).toBe(5)
    expect(qrModuleDots('HTTPS://PTSP.ID/TRACK/7K3MQ9TX2B', 48)).toBe(5)
    expect(qrModuleDots('HTTPS://PTSP.ID/TRACK/7K3MQ9TX2B', 32)).toBe(4)
  })

  it('never writes beyond the paper, and keeps every character, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii', maxLength: 200 }),
        fc.constantFrom(32 as const, 42 as const, 48 as const),
        (value, columns) => {
          const w = stripWriter(columns, 9)
          const lines = [
            ...w.field('Pemohon', value),
            ...w.hanging('[x] 1. ', value, '1 salinan'),
            ...w.center(value),
          ]
          const text = stripText({ columns, lines })
          for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(columns)
          const kept = wrapColumns(value, columns).join('')
          expect(kept.replace(/\s/g, '')).toBe(plainSigns(value).replace(/\s/g, ''))
        },
      ),
    )
  })
})
