import { describe, expect, it } from 'vitest'
import { officeDate } from '../office-date.ts'
import { instant } from '../testing/builders.ts'
import { timeOfDay } from '../time-of-day.ts'
import { sayFormRefusal, sayVoidFormRefusal } from './blank-form.ts'

const number = 'P-2026-000001'
const used = { code: 'form-used', number, by: 'Rini', at: instant('2026-11-18T01:00:00.000Z') } as const
const gone = { code: 'form-void', number, reason: 'Rusak' } as const

describe('a refused form', () => {
  it('is told with the day and the hour at which it was printed', () => {
    const printed = { printedOn: officeDate('2026-11-19'), printedTime: timeOfDay('00:30') }
    expect(sayFormRefusal({ code: 'form-later', number, ...printed })).toContain(
      'baru dicetak 19 November 2026 pukul 00.30',
    )
  })

  it('tells whoever gives it up something else than whoever enters an application on it', () => {
    expect(sayFormRefusal(gone)).toContain('Kosongkan nomornya')
    expect(sayVoidFormRefusal(gone)).toBe(`Formulir ${number} sudah dibatalkan: Rusak. Pilih formulir lain.`)
    expect(sayFormRefusal(used)).toContain('jangan dicatat dua kali')
    expect(sayVoidFormRefusal(used)).toContain('tidak dapat dibatalkan. Buka berkas itu.')
    expect(sayVoidFormRefusal({ code: 'form-unknown', typed: '9' })).toContain('tidak dikenal')
  })
})
