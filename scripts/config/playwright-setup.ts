import { keepSamples } from '../e2e/data-folder.ts'
import { startStation } from '../e2e/station.ts'
import { ensureRenderer } from '../lib/renderer-build.ts'

/**
 * Specs see the pages of the sources as they stand, whoever starts them, and a sample office is made once for all.
 * Throws when the pages do not build. Answers with what clears away behind the last spec.
 */
export default async function prepareSpecs(): Promise<() => void> {
  const built = await ensureRenderer()
  if (built && built.code !== 0) throw new Error(`the pages were not built:\n${built.output}`)
  return keepSamples(startStation)
}
