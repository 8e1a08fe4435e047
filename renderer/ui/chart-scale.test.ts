import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartTicks } from './chart-scale.ts'

describe('the lines behind a chart', () => {
  it('stand at round figures from zero up', () => {
    expect(chartTicks([])).toEqual([0, 1])
    expect(chartTicks([0, 0])).toEqual([0, 1])
    expect(chartTicks([15, 3])).toEqual([0, 5, 10, 15])
    expect(chartTicks([16])).toEqual([0, 10, 20])
    expect(chartTicks([1528])).toEqual([0, 1000, 2000])
  })

  it('are few, whole, evenly spaced, and no value stands above them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5_000_000 }), { minLength: 1 }), (values) => {
        const ticks = chartTicks(values)
        const step = ticks[1] ?? 0
        expect(ticks.every((tick, index) => Number.isInteger(tick) && tick === index * step)).toBe(true)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values))
        expect(ticks.length).toBeLessThanOrEqual(5)
      }),
    )
  })
})
