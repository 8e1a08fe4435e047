import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakUnits, GLUED } from './line-breaks.ts'

/** The text with "|" where a line may end freely. */
const marked = (text: string): string =>
  breakUnits(text)
    .map((unit) => text.slice(unit.start, unit.end) + (unit.spaceAfter ? (unit.cost === 0 ? '|' : ' ') : ''))
    .join('')

describe('where a line of official text may end', () => {
  it.each([
    ['lahir di Sanggau, 17 Agustus 1991', 'lahir|di|Sanggau,|17 Agustus 1991'],
    ['Undang-Undang Nomor 17 Tahun 2023', 'Undang-Undang|Nomor 17|Tahun 2023'],
    ['NOMOR : 503/0412/SIPD', 'NOMOR : 503/0412/SIPD'],
    ['paling lambat 14 (empat belas) hari', 'paling|lambat|14 (empat|belas)|hari'],
    ['Gang Cendana RT 003/RW 021, Kelurahan', 'Gang|Cendana|RT 003/RW 021,|Kelurahan'],
    ['telepon 0811 5210 667, SP4N', 'telepon 0811 5210 667,|SP4N'],
    ['NIP 19700314 199503 1 004', 'NIP 19700314 199503 1 004'],
    ['Senin–Rabu, 17.00–20.00 WIB', 'Senin–Rabu, 17.00–20.00 WIB'],
    ['Jalan Haji Husin II, Gang', 'Jalan|Haji|Husin II,|Gang'],
    ['baru, izin ke-1', 'baru,|izin ke-1'],
    ['pas foto 4 × 6 cm', 'pas|foto 4 × 6 cm'],
    ['oleh dr. Raras Widya', 'oleh|dr. Raras|Widya'],
    ['Kuala Pembuang I 74215', 'Kuala|Pembuang I 74215'],
  ])('%s', (text, expected) => {
    expect(marked(text)).toBe(expected)
  })

  it('never breaks inside a code with a hyphen', () => {
    for (const code of ['DPMTK-PTSP', 'K-GEH.', 'ke-1', 'P-2026-000412', 'SIP-ATLM']) {
      expect(breakUnits(code)).toHaveLength(1)
    }
  })

  it('breaks a double name at its hyphen only in need', () => {
    const [first] = breakUnits('Tjokroatmodjo-Simandjuntak')
    expect(first).toMatchObject({ end: 'Tjokroatmodjo-'.length, spaceAfter: false })
    expect(first?.cost).toBeGreaterThan(1000)
    expect(first?.cost).toBeLessThan(GLUED)
  })

  it('keeps every character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const kept = breakUnits(text)
          .map((unit) => text.slice(unit.start, unit.end))
          .join('')
        expect(kept).toBe(text.replace(/\s+/g, ''))
      }),
    )
  })
})
