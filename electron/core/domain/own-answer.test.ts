import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, officeDate } from './office-date.ts'
import { parseFigure, readAnswer } from './own-answer.ts'
import type { OwnField } from './own-field.ts'

const today = officeDate('2026-11-19')
const field = (change: Partial<OwnField>): OwnField => ({
  code: 'x',
  label: 'Pertanyaan',
  kind: 'text',
  choices: [],
  required: true,
  when: {},
  printed: false,
  check: null,
  unit: null,
  ...change,
})
const codeOf = (one: OwnField, typed: string): string | null => {
  const read = readAnswer(one, typed, today)
  return read.ok ? null : read.refusal.code
}

describe('an answer to a question of the type', () => {
  it('is needed where the question says so, and else may be left open', () => {
    expect(codeOf(field({}), '  ')).toBe('answer-empty')
    expect(readAnswer(field({ required: false }), '', today)).toEqual({ ok: true, value: null })
  })

  it('is one of the choices, or yes or no', () => {
    const role = field({ kind: 'choice', choices: [{ code: 'in-charge', label: 'Penanggung jawab' }] })
    expect(readAnswer(role, 'in-charge', today)).toEqual({ ok: true, value: 'in-charge' })
    expect(codeOf(role, 'assisting')).toBe('answer-not-offered')
    expect(readAnswer(field({ kind: 'yes-no' }), 'no', today)).toEqual({ ok: true, value: false })
    expect(codeOf(field({ kind: 'yes-no' }), 'maybe')).toBe('answer-not-offered')
  })

  it('is a figure as Indonesians write it, inside its range', () => {
    for (const [typed, value] of [
      ['1.250,5', 1250.5],
      ['1.250', 1250],
      ['1,09', 1.09],
      ['1.09', 1.09],
      ['12', 12],
      ['1.25.0', null],
      ['dua', null],
      ['', null],
    ] as const)
      expect(parseFigure(typed)).toBe(value)
    const coli = field({ kind: 'number', check: { rule: 'range', min: 0, max: 1.09 }, unit: 'MPN/100 ml' })
    expect(codeOf(coli, '1,09')).toBeNull()
    expect(codeOf(coli, '1,1')).toBe('answer-out-of-range')
    expect(codeOf(coli, 'sedikit')).toBe('answer-not-a-number')
  })

  it('is a day that has come and is not too old', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (age) => {
        const laboratory = field({ kind: 'date', check: { rule: 'past', maxAgeDays: 31 } })
        const wanted = age < 0 ? 'answer-in-future' : age > 31 ? 'answer-too-old' : null
        expect(codeOf(laboratory, addDays(today, -age))).toBe(wanted)
      }),
    )
  })

  it('is words of the right length and form, with one blank between them', () => {
    const method = field({ check: { rule: 'length', min: 3, max: 12 } })
    expect(readAnswer(method, ' pijat   refleksi ', today)).toMatchObject({ ok: false })
    expect(readAnswer(method, ' pijat   urut ', today)).toEqual({ ok: true, value: 'pijat urut' })
    expect(codeOf(method, 'ab')).toBe('answer-length')
    const code = field({ check: { rule: 'pattern', pattern: '[A-C]\\d', example: 'A1' } })
    expect([codeOf(code, 'B2'), codeOf(code, 'B23'), codeOf(code, 'xB2')]).toEqual([
      null,
      'answer-malformed',
      'answer-malformed',
    ])
  })
})
