import { readFileSync } from 'node:fs'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { qrReaderFile } from '#adapters/system/program-paths.ts'

let ready: Promise<unknown> | undefined

/** The reader's program comes from the disk, never from the net. */
const prepare = (): Promise<unknown> =>
  (ready ??= prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(readFileSync(qrReaderFile)).buffer },
    fireImmediately: true,
  }))

/** Texts of the QR codes found in an RGBA picture. */
export async function readQrCodes(data: Uint8ClampedArray, width: number, height: number): Promise<string[]> {
  await prepare()
  const image = { data, width, height, colorSpace: 'srgb' as const } as Parameters<typeof readBarcodes>[0]
  return (await readBarcodes(image, { formats: ['QRCode'] })).map((found) => found.text)
}
