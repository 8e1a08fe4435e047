import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '#domain/instant.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import type { NumberSeries } from '#domain/profile.ts'
import type { NumberStore } from '#ports/stores.ts'
import { takeNumber } from './number-product.ts'

/** Serials as the database gives them, by series and scope. */
function serials(): NumberStore {
  const last = new Map<string, number>()
  return {
    advance: (series, scope) => {
      const next = (last.get(`${series} ${scope}`) ?? 0) + 1
      last.set(`${series} ${scope}`, next)
      return Promise.resolve(next)
    },
    standing: () => Promise.reject(new Error('not asked here')),
    start: () => Promise.reject(new Error('not asked here')),
    record: () => Promise.resolve(),
    bringIn: () => Promise.reject(new Error('not asked here')),
    findOwner: () => Promise.resolve(undefined),
    markVoid: () => Promise.resolve(),
  }
}

const series = (change: Partial<NumberSeries> = {}): NumberSeries => ({
  code: 'izin',
  label: 'Nomor izin',
  pattern: '{class}/{serial:04}/{typeCode}/{unit}/{year}',
  scope: 'year',
  tokens: { class: '503', unit: 'DPMPTSP' },
  earlier: [],
  ...change,
})
const zone = 'Asia/Pontianak'
const dayAt = (iso: string) => officeDateOf(instantOf(Date.parse(iso)), zone)

describe('a series on the turn of the year', () => {
  it('begins again at midnight of the office, not of UTC', async () => {
    const store = serials()
    const take = async (iso: string) => (await takeNumber(store, series(), dayAt(iso), 'SIPD')).text
    expect([
      await take('2026-12-31T02:00:00Z'),
      // 23.59 at the office.
      await take('2026-12-31T16:59:00Z'),
      // 00.00 at the office: still the old year in UTC.
      await take('2026-12-31T17:00:00Z'),
      await take('2027-01-01T02:00:00Z'),
    ]).toEqual([
      '503/0001/SIPD/DPMPTSP/2026',
      '503/0002/SIPD/DPMPTSP/2026',
      '503/0001/SIPD/DPMPTSP/2027',
      '503/0002/SIPD/DPMPTSP/2027',
    ])
  })

  it('goes on without a gap where the scope has no year, and the number shows the year of its day', async () => {
    const store = serials()
    const whole = series({ scope: 'all' })
    const texts = [
      (await takeNumber(store, whole, dayAt('2026-12-31T16:59:00Z'), 'SIPD')).text,
      (await takeNumber(store, whole, dayAt('2026-12-31T17:00:00Z'), 'SIPD')).text,
    ]
    expect(texts).toEqual(['503/0001/SIPD/DPMPTSP/2026', '503/0002/SIPD/DPMPTSP/2027'])
  })

  it('never gives one number twice and leaves no gap inside a scope, whatever the days and types', async () => {
    const anyTake = fc.record({
      at: fc.integer({ min: Date.parse('2025-12-25T00:00:00Z'), max: Date.parse('2028-01-06T00:00:00Z') }),
      type: fc.constantFrom('SIPD', 'SIPP', 'SIPA'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyTake, { maxLength: 40 }),
        fc.constantFrom('all', 'year', 'type-year'),
        async (takes, scope) => {
          const store = serials()
          const taken = []
          for (const { at, type } of takes)
            taken.push(await takeNumber(store, series({ scope }), officeDateOf(instantOf(at), zone), type))
          expect(new Set(taken.map((one) => one.text)).size).toBe(taken.length)
          for (const key of new Set(taken.map((one) => one.scope))) {
            const inScope = taken.filter((one) => one.scope === key).map((one) => one.serial)
            expect(inScope).toEqual(inScope.map((_, index) => index + 1))
          }
        },
      ),
    )
  })
})
