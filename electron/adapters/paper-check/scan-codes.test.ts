import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { pdfBytes } from '#domain/testing/files.ts'
import { readScanCodes } from './scan-codes.ts'

describe('a scan that is looked at for codes', () => {
  it('is refused when it is neither a PDF nor a picture, or cannot be opened', async () => {
    expect(await readScanCodes(Buffer.from('Daftar hadir'))).toBeNull()
    // Whole in its frame, as an upload is checked, and nothing inside.
    expect(await readScanCodes(pdfBytes())).toBeNull()
    expect(await readScanCodes(Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'))).toBeNull()
    expect(
      await readScanCodes(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46])),
    ).toBeNull()
  })

  it('may bear none', async () => {
    expect(await readScanCodes(createCanvas(200, 200).toBuffer('image/png'))).toEqual([])
  })
})
