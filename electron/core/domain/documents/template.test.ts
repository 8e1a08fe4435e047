import { describe, expect, it } from 'vitest'
import { permitPractice } from '#adapters/paper/testing/templates.ts'
import { officeDate } from '../office-date.ts'
import { splitAgency } from './letterhead.ts'
import { PERMIT_FACTS, permitSheet } from './permit-sheet.ts'
import { PAPERS } from './paper.ts'
import { checkTemplate, fillTemplate, versionOn } from './template.ts'
import { aPermit } from './testing/samples.ts'

describe('templates of permits', () => {
  it('refuses a template with an unknown fact, and says where', () => {
    const broken = { versions: [{ ...permitPractice, obligations: ['Berlaku di {kelurahanTujuan}.'] }] }
    expect(checkTemplate('permit-sip', broken, PERMIT_FACTS)).toEqual({
      ok: false,
      refusal: {
        code: 'template-unknown-fact',
        template: 'permit-sip',
        field: 'versions[0].obligations[0]',
        fact: 'kelurahanTujuan',
      },
    })
    expect(checkTemplate('permit-sip', permitPractice, PERMIT_FACTS)).toMatchObject({ ok: true })
  })

  it('of a day are the version in force on it; before all of them the earliest', () => {
    const version = (number: number, from: string, until: string | null) => ({
      version: number,
      from: officeDate(from),
      until: until === null ? null : officeDate(until),
    })
    const versions = [version(2, '2023-08-08', null), version(1, '2010-01-01', '2023-08-07')]
    const on = (day: string): number => versionOn(versions, officeDate(day)).version
    expect(['2009-12-31', '2022-03-01', '2023-08-07', '2023-08-08', '2026-11-21'].map(on)).toEqual([
      1, 1, 1, 2, 2,
    ])
  })

  it('does not print a hole where a fact is missing', () => {
    expect(() => fillTemplate('Nomor {strNumber}', {})).toThrow(/strNumber/)
  })

  it('leaves out a row without a value', () => {
    const labels = (facts: Record<string, string>): string[] =>
      permitSheet(aPermit({}, facts), permitPractice, PAPERS.f4).blocks.flatMap((block) =>
        block.kind === 'data' ? block.rows.map((row) => row.label) : [],
      )
    expect(labels({})).toContain('Masa berlaku STR')
    expect(labels({ strValidity: '' })).not.toContain('Masa berlaku STR')
  })

  it("prints the answers to the type's own questions where the text has a place for them", () => {
    const rows = permitSheet(
      aPermit(
        {
          ownRows: [
            { label: 'Bidang spesialisasi', value: 'Penyakit dalam' },
            { label: 'Profesi', value: 'Refraksionis optisien' },
          ],
        },
        { professionUntitled: 'Dokter' },
      ),
      permitPractice,
      PAPERS.f4,
    ).blocks.flatMap((block) => (block.kind === 'data' ? block.rows : []))
    const labels = rows.map((row) => row.label)
    expect(labels.indexOf('Bidang spesialisasi')).toBe(labels.indexOf('Nama tempat praktik') - 2)
    expect(rows.filter((row) => row.label === 'Profesi').map((row) => row.value)).toEqual([
      'Refraksionis optisien',
    ])
  })

  it('never prints a full NIK, nor puts one into the code', () => {
    expect(() => permitSheet(aPermit({}, { birth: '6171015708910003' }), permitPractice, PAPERS.f4)).toThrow(
      /NIK/,
    )
    const verification = { address: 'HTTPS://X.ID/6171015708910003', code: 'A' }
    expect(() => permitSheet(aPermit({ verification }), permitPractice, PAPERS.f4)).toThrow(/NIK/)
  })
})

describe('name of the agency', () => {
  it('breaks before the DAN that balances the lines', () => {
    expect(splitAgency('DINAS PENANAMAN MODAL, TENAGA KERJA DAN PELAYANAN TERPADU SATU PINTU')).toEqual([
      'DINAS PENANAMAN MODAL, TENAGA KERJA',
      'DAN PELAYANAN TERPADU SATU PINTU',
    ])
  })

  it('stays on one line when it is short', () => {
    expect(splitAgency('DINAS KESEHATAN')).toEqual(['DINAS KESEHATAN'])
  })
})
