import { loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { detectFileKind } from '#domain/file-kind.ts'
import { pdfBytes } from '#domain/testing/files.ts'
import { makePages } from './jpg-pages.ts'
import { grainyPicture, scannedPdf } from './testing/grainy-files.ts'

const limits = {
  fileBytes: 120_000,
  mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
  pagesPerDocument: 3,
}

const pagesOf = async (bytes: Uint8Array, change: Partial<typeof limits> = {}) => {
  const made = await makePages({ bytes, limits: { ...limits, ...change } })
  if (made.kind !== 'pages') throw new Error(JSON.stringify(made))
  return made.pages
}

describe('a file beyond the limits of the portal', () => {
  it('goes as it is when it keeps them', async () => {
    expect(await makePages({ bytes: await scannedPdf(3, null), limits })).toEqual({ kind: 'fits' })
    expect(await makePages({ bytes: grainyPicture(100, 100, 'image/png'), limits })).toEqual({ kind: 'fits' })
  })

  it('becomes a JPG for each page, each small enough, and the same ones however often', async () => {
    const scan = await scannedPdf(2, grainyPicture(500, 600, 'image/jpeg'))
    const small = { fileBytes: 90_000, mediaTypes: ['image/jpeg'] }
    const pages = await pagesOf(scan, small)
    expect(pages).toHaveLength(2)
    for (const page of pages) {
      expect(detectFileKind(page)).toBe('image/jpeg')
      expect(page.length).toBeLessThanOrEqual(90_000)
      const { width, height } = await loadImage(Buffer.from(page))
      expect(height).toBeGreaterThan(width)
    }
    const plain = await scannedPdf(1, null)
    expect(await pagesOf(plain, small)).toEqual(await pagesOf(plain, small))
  })

  it('is made smaller when it is a picture, never larger', async () => {
    const [page] = await pagesOf(grainyPicture(900, 700, 'image/png'))
    const { width, height } = await loadImage(Buffer.from(page ?? []))
    expect([width <= 900, height <= 700]).toEqual([true, true])
    expect(page?.length).toBeLessThanOrEqual(limits.fileBytes)
  })

  it('becomes a JPG when the portal does not take its kind', async () => {
    const onlyJpg = { mediaTypes: ['image/jpeg'] }
    expect(await pagesOf(await scannedPdf(1, null), onlyJpg)).toHaveLength(1)
    expect(await pagesOf(grainyPicture(80, 60, 'image/png'), onlyJpg)).toHaveLength(1)
  })

  it('has up to four pages on one picture where it has more than may go', async () => {
    const pages = await pagesOf(await scannedPdf(7, null))
    expect(pages).toHaveLength(3)
    const many = await makePages({ bytes: await scannedPdf(13, null), limits })
    expect(many).toEqual({ kind: 'none', why: 'pages' })
  })

  it('keeps together with the other files of its requirement to what may go of one', async () => {
    const [first, second] = [await scannedPdf(3, null), await scannedPdf(2, null, 10_000)]
    const five = { ...limits, pagesPerDocument: 5 }
    const beside = { before: [first], after: [] }
    expect(await makePages({ bytes: second, limits: five, beside })).toEqual({ kind: 'fits' })
    const tight = { ...limits, pagesPerDocument: 3 }
    const made = [
      await makePages({ bytes: first, limits: tight, beside: { before: [], after: [second] } }),
      await makePages({ bytes: second, limits: tight, beside }),
    ]
    expect(made.map((one) => (one.kind === 'pages' ? one.pages.length : one.kind))).toEqual([2, 1])
    const picture = { before: [grainyPicture(60, 60, 'image/png'), new Uint8Array()], after: [] }
    expect(await makePages({ bytes: second, limits: tight, beside: picture })).toMatchObject({
      kind: 'pages',
      pages: { length: 1 },
    })
  })

  it('is refused by name where no way leads there', async () => {
    const scan = await scannedPdf(1, grainyPicture(500, 600, 'image/jpeg'))
    const none = async (bytes: Uint8Array, change: Partial<typeof limits>) =>
      makePages({ bytes, limits: { ...limits, ...change } })
    expect(await none(scan, { fileBytes: 2_000 })).toEqual({ kind: 'none', why: 'size' })
    expect(await none(scan, { mediaTypes: ['image/png'] })).toEqual({ kind: 'none', why: 'type' })
    expect(await none(pdfBytes(), { fileBytes: 10 })).toEqual({ kind: 'none', why: 'broken' })
    expect(await none(new TextEncoder().encode('catatan'), {})).toEqual({ kind: 'none', why: 'type' })
  })
})
