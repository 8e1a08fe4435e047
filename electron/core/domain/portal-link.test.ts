import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePortalBase, retryAfterMs, waitBeforeNextTry } from './portal-link.ts'

describe('the portal’s address', () => {
  it('is taken without the slash at its end', () => {
    expect(parsePortalBase(' https://portal.example.go.id/api/v1/ ')).toEqual({
      ok: true,
      value: 'https://portal.example.go.id/api/v1',
    })
  })

  it('may be plain http on this computer only', () => {
    expect(parsePortalBase('http://127.0.0.1:4000/api/v1').ok).toBe(true)
    expect(parsePortalBase('http://[::1]:4000/api/v1').ok).toBe(true)
    expect(parsePortalBase('http://portal.example.go.id/api/v1')).toEqual({
      ok: false,
      refusal: { code: 'portal-not-encrypted', host: 'portal.example.go.id' },
    })
  })

  it('is refused with a password, a question or another scheme in it', () => {
    for (const typed of [
      'portal',
      'ftp://portal.example',
      'https://a:b@portal.example',
      'https://portal.example/?x=1',
      'https://portal.example/#a',
    ]) {
      expect(parsePortalBase(typed)).toEqual({ ok: false, refusal: { code: 'portal-address-wrong', typed } })
    }
  })
})

describe('waiting', () => {
  it('is what the portal asked for, in seconds or until a date of its own clock', () => {
    expect(retryAfterMs('120', null, 0)).toBe(120_000)
    const date = 'Mon, 02 Mar 2026 01:15:00 GMT'
    const tenMinutesAhead = Date.parse('2026-03-02T01:25:00Z')
    expect(retryAfterMs('Mon, 02 Mar 2026 01:15:30 GMT', date, tenMinutesAhead)).toBe(30_000)
    expect(retryAfterMs('Mon, 02 Mar 2026 01:14:00 GMT', date, tenMinutesAhead)).toBe(0)
    expect(retryAfterMs('sebentar lagi', date, 0)).toBeNull()
  })

  it('asks for no haste where nothing or the past is named, and for a day at most', () => {
    expect(waitBeforeNextTry(5, 0, 0.5)).toBe(8000)
    expect(waitBeforeNextTry(5, retryAfterMs('9'.repeat(400), null, 0), 0.5)).toBe(24 * 3_600_000)
  })

  it('reads the older forms of a date too', () => {
    const date = 'Mon, 02 Mar 2026 01:15:00 GMT'
    for (const until of ['Monday, 02-Mar-26 01:16:00 GMT', 'Mon Mar  2 01:16:00 2026'])
      expect(retryAfterMs(until, date, 0)).toBe(60_000)
  })

  it('else lies between nothing and a bound that doubles up to five minutes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (tries, chance) => {
          const wait = waitBeforeNextTry(tries, null, chance)
          const bound = Math.min(300_000, 1000 * 2 ** Math.min(tries - 1, 30))
          expect(wait).toBeGreaterThanOrEqual(0)
          expect(wait).toBeLessThanOrEqual(bound)
        },
      ),
    )
    expect(waitBeforeNextTry(1, null, 0.999)).toBe(999)
    expect(waitBeforeNextTry(50, null, 0.5)).toBe(150_000)
    expect(waitBeforeNextTry(50, 7000, 0.5)).toBe(7000)
  })
})
