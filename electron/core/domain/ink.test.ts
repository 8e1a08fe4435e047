import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inkPath, isSigned, signatureSize, withPoint, type Stroke } from './ink.ts'

const line = (...xs: readonly number[]): Stroke => xs.map((x) => ({ x, y: 10 }))

describe('a signature on the screen', () => {
  it('is ink of a hand: an empty field, a dot and a slip are none', () => {
    expect(isSigned([])).toBe(false)
    expect(isSigned([line(5)])).toBe(false)
    expect(isSigned([line(0, 40), line(0, 40)])).toBe(false)
    expect(isSigned([line(0, 60), line(100, 160)])).toBe(true)
  })

  it('is drawn inside its picture, wherever the pen goes, and ends somewhere', () => {
    const point = fc.record({
      x: fc.double({ min: -2000, max: 2000, noNaN: true }),
      y: fc.double({ min: -2000, max: 2000, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(point, { maxLength: 50 }), (points) => {
        const strokes = points.reduce<readonly Stroke[]>(withPoint, [[]])
        expect(strokes.flat()).toHaveLength(points.length)
        for (const { x, y } of strokes.flat()) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(signatureSize.width)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(signatureSize.height)
        }
      }),
    )
    const full = [Array.from({ length: 6000 }, () => ({ x: 1, y: 1 }))]
    expect(withPoint(full, { x: 2, y: 2 })).toBe(full)
  })

  it('is a smooth line from its first point to its last', () => {
    expect(inkPath([])).toBe('')
    expect(inkPath(line(3))).toBe('M3 10h0.1')
    expect(inkPath(line(0, 10, 20))).toBe('M0 10Q10 10 15 10L20 10')
  })
})
