import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
let isReady = false

/** Texts of the QR codes found in an RGBA picture. */
export async function scanPixels(data: Uint8ClampedArray, width: number, height: number): Promise<string[]> {
  if (!isReady) {
    const file = readFileSync(wasm)
    await prepareZXingModule({ overrides: { wasmBinary: file.buffer as ArrayBuffer }, fireImmediately: true })
    isReady = true
  }
  const image = { data, width, height, colorSpace: 'srgb' } as unknown as ImageData
  return (await readBarcodes(image, { formats: ['QRCode'] })).map((found) => found.text)
}
