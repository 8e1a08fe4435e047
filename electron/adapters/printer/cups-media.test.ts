import { expect, test } from 'vitest'
import { mediaFor } from './cups-media.ts'

const f4 = { widthMm: 215, heightMm: 330 }
const a4 = { widthMm: 210, heightMm: 297 }
const laser = [
  'na_letter_8.5x11in',
  'na_legal_8.5x14in',
  'iso_a4_210x297mm',
  'om_a-4-fullbleed_209.9x297.04mm',
]
const withOwnSizes = [...laser, 'custom_min_100x140mm', 'custom_max_216x356mm']

test('a paper that the queue lists is asked for by its own name, the nearest size', () => {
  expect(mediaFor(a4, laser)).toBe('iso_a4_210x297mm')
  expect(mediaFor({ widthMm: 297, heightMm: 210 }, laser)).toBe('iso_a4_210x297mm')
  expect(mediaFor({ widthMm: 215.9, heightMm: 279.4 }, laser)).toBe('na_letter_8.5x11in')
})

test('a paper of the office’s own size is asked for in millimetres where the queue takes such sizes', () => {
  expect(mediaFor(f4, withOwnSizes)).toBe('Custom.215x330mm')
  expect(mediaFor({ widthMm: 215.9, heightMm: 330.2 }, withOwnSizes)).toBe('Custom.215.9x330.2mm')
})

test('F4 is never printed on Legal or Letter: a queue without it has no paper for it', () => {
  expect(mediaFor(f4, laser)).toBeNull()
  expect(mediaFor({ widthMm: 420, heightMm: 330 }, withOwnSizes)).toBeNull()
})

test('a queue that hands bytes on untouched is told the exact size', () => {
  expect(mediaFor(f4, [])).toBe('Custom.215x330mm')
})
