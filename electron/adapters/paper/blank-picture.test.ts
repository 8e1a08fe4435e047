import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { isBlankPng } from './blank-picture.ts'

const drawn = (draw: (pen: SKRSContext2D) => void): Uint8Array => {
  const canvas = createCanvas(300, 100)
  draw(canvas.getContext('2d'))
  return new Uint8Array(canvas.toBuffer('image/png'))
}
const filled = (colour: string) => (pen: SKRSContext2D) => {
  pen.fillStyle = colour
  pen.fillRect(0, 0, 300, 100)
}

describe('a picture of a signature', () => {
  it.each<[string, (pen: SKRSContext2D) => void]>([
    ['nothing was drawn on it', () => undefined],
    ['it is all white', filled('#ffffff')],
    ['it is all black', filled('#000000')],
    ['it is one colour seen through', filled('rgba(20, 40, 90, 0.4)')],
  ])('is blank where %s', (_, draw) => {
    expect(isBlankPng(drawn(draw))).toBe(true)
  })

  it.each<[string, (pen: SKRSContext2D) => void]>([
    ['a single dot', (pen) => pen.fillRect(299, 99, 1, 1)],
    [
      'a line on white paper',
      (pen) => {
        filled('#ffffff')(pen)
        pen.moveTo(10, 80)
        pen.bezierCurveTo(80, 0, 200, 100, 290, 20)
        pen.stroke()
      },
    ],
    [
      'colours that run into each other',
      (pen) => {
        const colours = pen.createLinearGradient(0, 0, 300, 100)
        colours.addColorStop(0, '#102030')
        colours.addColorStop(1, '#d0e0f0')
        pen.fillStyle = colours
        pen.fillRect(0, 0, 300, 100)
      },
    ],
  ])('is not blank with %s', (_, draw) => {
    expect(isBlankPng(drawn(draw))).toBe(false)
  })

  it('that cannot be read shows nothing', () => {
    const whole = drawn((pen) => pen.fillRect(10, 10, 50, 50))
    expect(isBlankPng(whole.slice(0, 20))).toBe(true)
    expect(isBlankPng(whole.slice(0, whole.length - 40))).toBe(true)
  })
})
