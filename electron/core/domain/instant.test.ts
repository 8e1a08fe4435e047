import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMs, compareInstants, epochMsOf, instantOf, msBetween, parseInstant } from './instant.ts'

const anyMs = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(9999, 11, 31, 23, 59, 59, 999) })

describe('instant', () => {
  it('reads back every instant it writes', () => {
    fc.assert(
      fc.property(anyMs, (ms) => {
        const instant = instantOf(ms)
        expect(parseInstant(instant)).toEqual({ ok: true, value: instant })
        expect(epochMsOf(instant)).toBe(ms)
      }),
    )
  })

  it('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(anyMs, anyMs, (a, b) => {
        expect(Math.sign(compareInstants(instantOf(a), instantOf(b)))).toBe(Math.sign(a - b))
      }),
    )
  })

  it.each([
    ['2026-03-02T08:15:00+07:00', '2026-03-02T01:15:00.000Z'],
    ['2026-03-02T01:15:00Z', '2026-03-02T01:15:00.000Z'],
    ['2026-03-01T23:45:00.123999-01:30', '2026-03-02T01:15:00.123Z'],
    ['2026-03-02t01:15:00.5z', '2026-03-02T01:15:00.500Z'],
  ])('gives %s in UTC with milliseconds', (text, utc) => {
    expect(parseInstant(text)).toEqual({ ok: true, value: utc })
  })

  it.each([
    '',
    '2026-03-02',
    '2026-03-02T01:15:00',
    '2026-02-30T01:15:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T01:60:00Z',
    '2026-03-02T01:15:60Z',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '1900-01-01T00:00:00+07:00',
    '2026-03-02T01:15:00+7:00',
    ' 2026-03-02T01:15:00Z',
  ])('refuses %j', (typed) => {
    expect(parseInstant(typed)).toEqual({ ok: false, refusal: { code: 'instant-malformed', typed } })
  })

  it('adds and measures milliseconds', () => {
    const start = instantOf(0)
    expect(addMs(start, 1500)).toBe('1970-01-01T00:00:01.500Z')
    expect(msBetween(addMs(start, 1500), start)).toBe(-1500)
    expect(() => instantOf(Number.NaN)).toThrow(RangeError)
  })
})
