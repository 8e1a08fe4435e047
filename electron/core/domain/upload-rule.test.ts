import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectFileKind, extensionOf, mediaTypeOfName, mediaTypes } from './file-kind.ts'
import { inspectStructure } from './file-structure.ts'
import { jpegBytes, pdfBytes, pngBytes, textBytes } from './testing/files.ts'
import { checkUpload } from './upload-rule.ts'
import type { UploadRule } from './upload-rule.ts'

const rule: UploadRule = { maxBytes: 2 * 1024 * 1024, mediaTypes: [...mediaTypes], minSize: null }
const images: UploadRule = { ...rule, mediaTypes: ['image/jpeg', 'image/png'] }

describe('what a file is', () => {
  it.each([
    ['image/jpeg', jpegBytes(4, 6)],
    ['image/png', pngBytes(4, 6)],
    ['application/pdf', pdfBytes()],
    ['application/pdf', textBytes(`\n\nscanner\n%PDF-1.4`)],
    ['heic', textBytes('\0\0\0\x18ftypheic\0\0\0\0')],
    ['webp', textBytes('RIFF\0\0\0\0WEBPVP8 ')],
    ['gif', textBytes('GIF89a')],
    ['office-document', textBytes('PK\x03\x04\x14\0\x06\0[Content_Types].xml')],
    ['archive', textBytes('PK\x03\x04\x14\0\0\0foto.jpg')],
    ['program', textBytes('MZ\x90\0')],
    ['web-page', textBytes('<!DOCTYPE html><p>%</p>')],
    ['web-page', textBytes('<svg xmlns="">')],
    ['text', textBytes('halo')],
    ['unknown', textBytes('\0\x01\x02')],
    ['unknown', textBytes('')],
  ])('is %s by its content', (kind, bytes) => {
    expect(detectFileKind(bytes)).toBe(kind)
  })

  it.each([
    ['ktp.JPG', 'image/jpeg'],
    ['ktp.scan.jpeg', 'image/jpeg'],
    ['a.png ', 'image/png'],
    ['surat.pdf', 'application/pdf'],
    ['surat.pdf.exe', null],
    ['surat', null],
    ['.docx', null],
  ])('%s is named as %s', (name, mediaType) => {
    expect(mediaTypeOfName(name)).toBe(mediaType)
  })

  it('knows the size of an image from its head', () => {
    expect(inspectStructure(jpegBytes(472, 709), 'image/jpeg')).toEqual({
      complete: true,
      size: { widthPx: 472, heightPx: 709 },
      locked: false,
    })
    expect(inspectStructure(pngBytes(472, 709), 'image/png').size).toEqual({ widthPx: 472, heightPx: 709 })
  })
})

describe('taking a file', () => {
  it('takes whole files of every accepted kind', () => {
    expect(checkUpload(jpegBytes(472, 709), 'foto.jpg', rule)).toEqual({
      ok: true,
      value: {
        mediaType: 'image/jpeg',
        sizeBytes: jpegBytes(472, 709).length,
        size: { widthPx: 472, heightPx: 709 },
        locked: false,
      },
    })
    expect(checkUpload(pdfBytes(), 'pindai-0007.pdf', rule)).toMatchObject({
      ok: true,
      value: { size: null },
    })
    expect(checkUpload(pngBytes(1, 1), 'tanpa-akhiran', rule)).toMatchObject({ ok: true })
    expect(mediaTypes.map(extensionOf)).toEqual(['jpg', 'png', 'pdf'])
  })

  it('refuses every file that was cut off, wherever it was cut', () => {
    const whole = fc.constantFrom(
      [jpegBytes(472, 709), 'image/jpeg'] as const,
      [pngBytes(472, 709), 'image/png'] as const,
      [pdfBytes().slice(0, -1), 'application/pdf'] as const,
    )
    fc.assert(
      fc.property(whole, fc.nat(), ([bytes, mediaType], cut) => {
        expect(inspectStructure(bytes, mediaType).complete).toBe(true)
        expect(inspectStructure(bytes.slice(0, cut % bytes.length), mediaType).complete).toBe(false)
      }),
    )
  })

  it('never fails on bytes that somebody made up', () => {
    const heads = fc.constantFrom(jpegBytes(9, 9), pngBytes(9, 9), pdfBytes(), new Uint8Array())
    fc.assert(
      fc.property(heads, fc.uint8Array({ maxLength: 400 }), fc.nat(40), (head, tail, keep) => {
        const bytes = Uint8Array.from([...head.slice(0, keep), ...tail])
        const checked = checkUpload(bytes, 'berkas.jpg', images)
        expect(typeof checked.ok).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })

  it('forgives what phones write behind the end of a photo', () => {
    const withTail = Uint8Array.from([...jpegBytes(4, 6), ...textBytes('MotionPhoto_Data')])
    expect(checkUpload(withTail, 'foto.jpg', rule)).toMatchObject({ ok: true })
  })

  it.each([
    ['an empty file', textBytes(''), 'ktp.jpg', { code: 'file-empty', fileName: 'ktp.jpg' }],
    [
      'a text named as a photo',
      textBytes('halo'),
      'foto.jpg',
      { code: 'file-kind-unknown', kind: 'text', named: 'image/jpeg' },
    ],
    [
      'a photo of an iPhone',
      textBytes('\0\0\0\x18ftypheic'),
      'foto.heic',
      { code: 'file-kind-unknown', kind: 'heic', named: null },
    ],
    [
      'a PDF where only images go',
      pdfBytes(),
      'str.pdf',
      { code: 'file-kind-not-accepted', kind: 'application/pdf' },
    ],
    [
      'a PNG named JPG',
      pngBytes(4, 6),
      'str.jpg',
      { code: 'file-name-lies', named: 'image/jpeg', kind: 'image/png' },
    ],
    [
      'a PNG without its end',
      pngBytes(4, 6).slice(0, -12),
      'str.png',
      { code: 'file-broken', kind: 'image/png' },
    ],
    [
      'a PNG that claims 100,000 by 100,000',
      pngBytes(100_000, 100_000),
      'str.png',
      { code: 'image-too-many-pixels' },
    ],
    [
      'a PNG without a picture',
      Uint8Array.from([...pngBytes(4, 6).slice(0, 33), ...pngBytes(4, 6).slice(-12)]),
      'str.png',
      { code: 'file-broken' },
    ],
    ['a PNG of no height', pngBytes(10, 0), 'str.png', { code: 'file-broken' }],
  ])('refuses %s', (_, bytes, fileName, refusal) => {
    expect(checkUpload(bytes, fileName, images)).toMatchObject({ ok: false, refusal })
  })

  it('refuses what is larger than the limit, and takes what is exactly as large', () => {
    const bytes = pngBytes(4, 6)
    expect(checkUpload(bytes, 'str.png', { ...rule, maxBytes: bytes.length })).toMatchObject({ ok: true })
    expect(checkUpload(bytes, 'str.png', { ...rule, maxBytes: bytes.length - 1 })).toEqual({
      ok: false,
      refusal: {
        code: 'file-too-large',
        fileName: 'str.png',
        sizeBytes: bytes.length,
        maxBytes: bytes.length - 1,
        isImage: true,
      },
    })
  })

  it('refuses a photo with too few points for 4×6 cm in print', () => {
    const photo: UploadRule = { ...images, minSize: { widthPx: 472, heightPx: 709 } }
    expect(checkUpload(jpegBytes(472, 709), 'foto.jpg', photo)).toMatchObject({ ok: true })
    expect(checkUpload(jpegBytes(472, 708), 'foto.jpg', photo)).toMatchObject({
      refusal: { code: 'image-too-small', size: { widthPx: 472, heightPx: 708 } },
    })
  })

  it('says that a PDF is under a lock, and takes it, for many open all the same', () => {
    const locked = pdfBytes('<< /Size 1 /Encrypt 5 0 R >>')
    expect(checkUpload(locked, 'str.pdf', rule)).toMatchObject({ ok: true, value: { locked: true } })
  })
})
