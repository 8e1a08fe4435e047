import { describe, expect, it } from 'vitest'
import { learnProfile } from './printer-learning.ts'
import type { SlipFindings } from './printer-learning.ts'
import { readPrintRules } from './print-rules.ts'

const findings: SlipFindings = {
  widest: 'C',
  codes: ['native', 'raster'],
  letters: 'PC858_EURO',
  cut: true,
  status: 'answers',
  withoutStatus: 'printed',
}

describe('what a test slip teaches', () => {
  it('is the width of the widest line that stands unbroken', () => {
    const widthOf = (widest: SlipFindings['widest']): unknown => learnProfile({ ...findings, widest })
    expect(widthOf('A')).toMatchObject({ value: { widthMm: 58, columns: 32 } })
    expect(widthOf('B')).toMatchObject({ value: { widthMm: 80, columns: 42 } })
    expect(widthOf('C')).toMatchObject({ value: { widthMm: 80, columns: 48 } })
  })

  it("is the printer's own QR where it can be read, else the picture, and nothing where no code can be", () => {
    const qrOf = (codes: SlipFindings['codes']): unknown => learnProfile({ ...findings, codes })
    expect(qrOf(['raster', 'native'])).toMatchObject({ value: { qr: 'native' } })
    expect(qrOf(['raster'])).toMatchObject({ value: { qr: 'raster' } })
    expect(qrOf([])).toEqual({ ok: false, refusal: { code: 'slip-code-unread' } })
  })

  it('is plain letters only where no line reads as it should', () => {
    expect(learnProfile({ ...findings, letters: null })).toMatchObject({ value: { codePage: 'ASCII' } })
  })

  it('never trusts the silence of a printer that answers', () => {
    expect(learnProfile(findings)).toMatchObject({ value: { withoutStatus: 'unknown' } })
    expect(learnProfile({ ...findings, status: 'silent' })).toMatchObject({
      value: { withoutStatus: 'printed' },
    })
  })
})

describe('the age from which a job asks first', () => {
  it('is whole minutes between five and a working day', () => {
    expect(readPrintRules({ staleMinutes: ' 45 ' })).toEqual({ ok: true, value: { staleMinutes: 45 } })
    for (const staleMinutes of ['', '4', '481', '30,5', '-10', 'setengah jam', '99999'])
      expect(readPrintRules({ staleMinutes })).toMatchObject({
        refusal: { code: 'stale-minutes-wrong', least: 5, most: 480 },
      })
  })
})
