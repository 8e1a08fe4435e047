import { describe, expect, it } from 'vitest'
import permitPractice from '../../../../assets/templates/permit-practice.json' with { type: 'json' }
import { splitAgency } from './letterhead.ts'
import { PERMIT_FACTS, permitSheet } from './permit-sheet.ts'
import { PAPERS } from './paper.ts'
import { checkTemplate, fillTemplate } from './template.ts'
import { aPermit } from './testing/samples.ts'

describe('templates of permits', () => {
  it('asks in the shipped template only for facts that a permit has', () => {
    expect(checkTemplate(permitPractice, PERMIT_FACTS)).toMatchObject({ ok: true })
  })

  it('refuses a template with an unknown fact, and says where', () => {
    const broken = { ...permitPractice, obligations: ['Berlaku di {kelurahanTujuan}.'] }
    expect(checkTemplate(broken, PERMIT_FACTS)).toEqual({
      ok: false,
      refusal: {
        code: 'template-unknown-fact',
        template: 'permit-practice',
        field: 'obligations[0]',
        fact: 'kelurahanTujuan',
      },
    })
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
