import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addYears, dateOfDayNumber, dayNumberOf, officeDate } from './office-date.ts'
import { decideValidUntil, endBeforeItsDay } from './permit.ts'

const fiveYears = { rule: 'years', years: 5, endsDayBefore: true } as const
const lifetimeStr = { validUntil: null }
const anyDay = fc
  .integer({ min: dayNumberOf(officeDate('2021-01-01')), max: dayNumberOf(officeDate('2060-12-31')) })
  .map(dateOfDayNumber)

describe('the last day of a permit', () => {
  it.each([
    ['2026-11-19', '2031-11-18'],
    ['2026-01-01', '2030-12-31'],
    ['2027-03-01', '2032-02-29'],
    ['2028-02-29', '2033-02-28'],
    ['2028-02-28', '2033-02-27'],
    ['2028-03-01', '2033-02-28'],
  ])('issued on %s for five years is %s', (issuedOn, until) => {
    expect(decideValidUntil(fiveYears, officeDate(issuedOn), { str: lifetimeStr })).toEqual({
      ok: true,
      value: until,
    })
  })

  it('leaves five full years: the day after is the anniversary, or 1 March for 29 February', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 20 }), (issuedOn, years) => {
        const until = decideValidUntil({ ...fiveYears, years }, issuedOn, { str: lifetimeStr })
        if (!until.ok || until.value === null) throw new Error('a rule in years has an end')
        const anniversary = addYears(issuedOn, years)
        const next = addDays(until.value, 1)
        expect(next === anniversary || (issuedOn.endsWith('02-29') && next.endsWith('03-01'))).toBe(true)
      }),
    )
  })

  it('is what a sheet without a date has promised: so many years, for a foreigner at most until the STR ends', () => {
    const rule = { ...fiveYears, foreigner: { years: 2, renewals: 1 } }
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 2000 }), fc.boolean(), (issuedOn, left, foreigner) => {
        const facts = { str: { validUntil: addDays(issuedOn, left) }, foreigner }
        const { years, until } = endBeforeItsDay(rule, facts)
        const full = decideValidUntil({ ...fiveYears, years }, issuedOn, { str: lifetimeStr })
        if (!full.ok || full.value === null) throw new Error('a rule in years has an end')
        const end = until !== null && until < full.value ? until : full.value
        expect(decideValidUntil(rule, issuedOn, facts)).toEqual({ ok: true, value: end })
        expect([years, until]).toEqual(foreigner ? [2, facts.str.validUntil] : [5, null])
      }),
    )
  })

  it('is the anniversary itself where the office counts so', () => {
    const rule = { ...fiveYears, endsDayBefore: false }
    expect(decideValidUntil(rule, officeDate('2026-11-19'), { str: null })).toEqual({
      ok: true,
      value: '2031-11-19',
    })
    expect(decideValidUntil(rule, officeDate('2028-02-29'), { str: null })).toEqual({
      ok: true,
      value: '2033-02-28',
    })
  })

  it('follows the STR under the old law', () => {
    const rule = { rule: 'str-end' } as const
    const str = { validUntil: officeDate('2021-06-30') }
    expect(decideValidUntil(rule, officeDate('2021-02-25'), { str })).toEqual({
      ok: true,
      value: '2021-06-30',
    })
    expect(decideValidUntil(rule, officeDate('2021-06-30'), { str })).toEqual({
      ok: true,
      value: '2021-06-30',
    })
    for (const none of [null, lifetimeStr])
      expect(decideValidUntil(rule, officeDate('2021-02-25'), { str: none })).toEqual({
        ok: false,
        refusal: { code: 'str-end-unknown' },
      })
  })

  it('is never given on an STR that has ended, under any rule', () => {
    const str = { validUntil: officeDate('2026-11-18') }
    for (const rule of [fiveYears, { rule: 'str-end' }, { rule: 'lifetime' }] as const)
      expect(decideValidUntil(rule, officeDate('2026-11-19'), { str })).toMatchObject({
        ok: false,
        refusal: { code: 'str-expired', validUntil: '2026-11-18' },
      })
  })

  it('does not exist for a permit for life', () => {
    expect(decideValidUntil({ rule: 'lifetime' }, officeDate('2026-11-19'), { str: null })).toEqual({
      ok: true,
      value: null,
    })
  })

  const law = { ...fiveYears, foreigner: { years: 2, renewals: 1 } } as const
  const end = (facts: Parameters<typeof decideValidUntil>[2], issuedOn = '2026-11-19') =>
    decideValidUntil(law, officeDate(issuedOn), facts)

  it('of a foreigner comes after two years, or with the STR when that ends earlier', () => {
    expect(end({ str: lifetimeStr, foreigner: true })).toEqual({ ok: true, value: '2028-11-18' })
    expect(end({ str: { validUntil: officeDate('2027-03-01') }, foreigner: true })).toEqual({
      ok: true,
      value: '2027-03-01',
    })
    expect(end({ str: { validUntil: officeDate('2027-03-01') } })).toEqual({ ok: true, value: '2031-11-18' })
  })

  it('stays that of the earlier permit where the kind keeps it, and there must be something left', () => {
    const keeps = { validUntil: officeDate('2027-01-31') }
    expect(end({ str: lifetimeStr, keeps })).toEqual({ ok: true, value: '2027-01-31' })
    expect(end({ str: lifetimeStr, keeps: { validUntil: null } })).toEqual({ ok: true, value: null })
    expect(end({ str: lifetimeStr, keeps: { validUntil: officeDate('2026-11-18') } })).toEqual({
      ok: false,
      refusal: { code: 'earlier-permit-ended', validUntil: '2026-11-18', day: '2026-11-19' },
    })
  })

  it('is never before the day of issue and never beyond what the rule says, whoever holds it', () => {
    const rules = [law, fiveYears, { ...fiveYears, years: 2 }, { rule: 'str-end' }] as const
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        anyDay,
        fc.option(anyDay),
        fc.boolean(),
        (rule, issuedOn, strEnd, foreigner) => {
          const until = decideValidUntil(rule, issuedOn, { str: { validUntil: strEnd }, foreigner })
          if (!until.ok || until.value === null) return
          expect(until.value >= issuedOn).toBe(true)
          if (rule.rule === 'str-end') expect(until.value).toBe(strEnd)
          else {
            expect(until.value <= addYears(issuedOn, rule.years)).toBe(true)
            if (foreigner && 'foreigner' in rule) expect(until.value <= addYears(issuedOn, 2)).toBe(true)
          }
        },
      ),
    )
  })
})
