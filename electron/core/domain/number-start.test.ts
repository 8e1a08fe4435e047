import { describe, expect, it } from 'vitest'
import { productOffice, readDataFolder } from '#catalogue/testing/data-files.ts'
import { decideNumberStart, numberText, runningScopes, usedElsewhere } from './number-start.ts'
import type { NumberStartRefusal } from './number-start.ts'
import { officeDate } from './office-date.ts'
import { sayNumberStartRefusal } from './wording/number-start.ts'

const at = { series: 'izin', scope: 'SIPD/2026' }
const decide = (last: string, standing = { last: 0, given: 0 }) =>
  decideNumberStart({ ...at, last }, standing)

describe('the last number of a series', () => {
  it('is digits, also as they stand in a number', () => {
    expect(decide(' 127 ')).toEqual({ ok: true, value: 127 })
    expect(decide('0127')).toEqual({ ok: true, value: 127 })
    for (const typed of ['', ' ', '1.270', '-3', '12a', '503/0127/SIPD', '１２７', '1e3', '9'.repeat(16)])
      expect(decide(typed)).toMatchObject({ refusal: { code: 'number-start-unreadable' } })
    expect(decide('1000000')).toMatchObject({ refusal: { code: 'number-start-far' } })
  })

  it('is not below a number that was given, and may be taken back to it', () => {
    expect(decide('4', { last: 9, given: 5 })).toMatchObject({
      refusal: { code: 'number-start-given', last: 4, given: 5 },
    })
    expect(decide('5', { last: 9, given: 5 })).toEqual({ ok: true, value: 5 })
    expect(decide('9', { last: 9, given: 5 })).toMatchObject({ refusal: { code: 'number-start-unchanged' } })
  })

  it('explains the numbers that the register does not have, and no others', () => {
    expect(usedElsewhere([{ before: 0, last: 127 }])).toEqual([{ from: 1, through: 127 }])
    expect(
      usedElsewhere([
        { before: 3, last: 5000 },
        { before: 5000, last: 10 },
        { before: 12, last: 20 },
      ]),
    ).toEqual([
      { from: 4, through: 10 },
      { from: 13, through: 20 },
    ])
    expect(
      usedElsewhere([
        { before: 0, last: 9 },
        { before: 9, last: 0 },
      ]),
    ).toEqual([])
  })

  it('has a sentence for each refusal that says what to do', () => {
    const refusals: readonly NumberStartRefusal[] = [
      { ...at, code: 'number-start-unreadable', typed: '' },
      { ...at, code: 'number-start-unreadable', typed: 'abc' },
      { ...at, code: 'number-start-far', most: 999_999 },
      { ...at, code: 'number-start-given', last: 4, given: 5 },
      { ...at, code: 'number-start-unchanged', last: 9 },
      { ...at, code: 'number-start-unchanged', last: 0 },
      { ...at, code: 'number-start-not-running' },
      { code: 'number-start-reason-needed' },
    ]
    for (const one of refusals) expect(sayNumberStartRefusal(one)).toMatch(/^.+\. .+\.$/)
  })
})

describe('the series that count on a day', () => {
  const days = ['2026-12-31', '2027-01-01'].map(officeDate)

  it.each(readDataFolder('profiles').map((one) => [one.file, one] as const))(
    'of %s have one scope each, can be written, and give no permit number to a type that only revokes',
    (_, file) => {
      const { profile, types } = productOffice(file)
      for (const day of days) {
        const running = runningScopes(profile, types, day)
        const keys = running.map((one) => `${one.series.code} ${one.scope}`)
        expect(new Set(keys).size).toBe(keys.length)
        expect(new Set(running.map((one) => one.series.code))).toEqual(
          new Set(profile.series.map((one) => one.code)),
        )
        const texts = running.map((one) => numberText(one, day, 128))
        expect(new Set(texts).size).toBe(texts.length)
        expect(texts.every((text) => text.includes('128') && text.includes(day.slice(0, 4)))).toBe(true)
        expect(running.filter((one) => one.typeCode?.startsWith('REV-'))).toEqual([])
      }
    },
  )
})
