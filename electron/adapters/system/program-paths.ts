import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * Where the program's own files lie. The only module that asks where it lies itself: in the sources that is
 * `electron/adapters/system`, in a packed program the folder `dist/main`, into which everything is bundled.
 */
const here = import.meta.dirname
const isSource = import.meta.filename.endsWith('.ts')

// Workers are real files beside the archive: a thread is not certain to read archives as the main process does.
const unpacked = (path: string): string => path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')

const root = isSource ? join(here, '..', '..', '..') : join(here, '..', '..')

/** Catalogue, profiles, templates: data that the main process reads. */
export const assetsDir = join(root, 'assets')

/** Faces are read by the workers too. */
export const fontsDir = unpacked(join(assetsDir, 'fonts'))

/** The module that runs in the threads of the render pool. */
export const renderWorkerFile = isSource
  ? join(root, 'electron', 'hosts', 'shared', 'render-worker.ts')
  : unpacked(join(here, 'render-worker.mjs'))

/** The program that reads QR codes: WebAssembly of a package that stays a folder, read from the disk by the workers. */
export const qrReaderFile = unpacked(
  createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
)
