import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IntakePaper } from './intake-form.ts'
import { addDays, officeDate } from './office-date.ts'
import { readPaper } from './paper-facts.ts'
import { aRequirement } from './testing/intake-forms.ts'

const today = officeDate('2026-11-19')
const health = aRequirement('HEALTH_LETTER', {
  form: 'original',
  maxAgeDays: 90,
  count: 2,
  asks: ['number', 'date', 'issuer', 'valid-until'],
})
const typed = (change: Partial<IntakePaper> = {}): IntakePaper => ({
  requirementCode: 'HEALTH_LETTER',
  number: ' 445/ 17 ',
  date: '01-11-2026',
  issuer: 'Puskesmas Alianyang',
  validUntil: '',
  form: '',
  count: '',
  ...change,
})
const faults = (paper: IntakePaper | undefined, requirement = health): Record<string, string> => {
  const read = readPaper(requirement, paper, today)
  return read.ok ? {} : Object.fromEntries(read.refusal.map((one) => [one.fact, one.refusal.code]))
}

describe('what is written down of a paper', () => {
  it('is read as far as the requirement asks, and what was not said is as asked', () => {
    expect(readPaper(health, typed(), today)).toEqual({
      ok: true,
      value: {
        number: '445/ 17',
        date: '2026-11-01',
        issuer: 'Puskesmas Alianyang',
        validUntil: null,
        form: 'original',
        count: 2,
      },
    })
    expect(readPaper(aRequirement('KTP'), undefined, today)).toEqual({ ok: true, value: null })
    expect(readPaper(aRequirement('KTP'), typed(), today)).toMatchObject({
      ok: true,
      value: { number: null, date: null, issuer: null },
    })
  })

  it('needs a day only where the paper may not be older than so many days', () => {
    expect(faults(typed({ date: '', number: '', issuer: '' }))).toEqual({ date: 'paper-date-needed' })
    expect(faults(undefined)).toEqual({ date: 'paper-date-needed' })
    expect(faults(typed({ date: '' }), aRequirement('LETTER', { asks: ['date'] }))).toEqual({})
  })

  it('is refused when the paper is too old or not yet written, measured on the day of filing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (age) => {
        const wanted = age < 0 ? 'paper-in-future' : age > 90 ? 'paper-too-old' : undefined
        expect(faults(typed({ date: addDays(today, -age) }))['date']).toBe(wanted)
      }),
    )
  })

  it('is refused when the paper has ended, is of a lesser form, or too few were brought', () => {
    expect(faults(typed({ validUntil: '18-11-2026' }))).toEqual({ validUntil: 'paper-ended' })
    expect(faults(typed({ validUntil: '19-11-2026' }))).toEqual({})
    expect(faults(typed({ validUntil: 'Seumur Hidup' }))).toEqual({})
    expect(faults(typed({ form: 'copy', count: '1' }))).toEqual({
      form: 'paper-form-unfit',
      count: 'paper-count-low',
    })
    expect(faults(typed({ form: 'original' }), aRequirement('KTP', { form: 'copy' }))).toEqual({})
    expect(faults(typed({ count: 'dua' }))).toEqual({ count: 'paper-count-malformed' })
  })
})
