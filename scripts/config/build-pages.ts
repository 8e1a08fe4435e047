import { ensureRenderer } from '../lib/renderer-build.ts'

/** Specs see the pages of the sources as they stand, whoever starts them. Throws when the pages do not build. */
export default async function buildPages(): Promise<void> {
  const built = await ensureRenderer()
  if (built && built.code !== 0) throw new Error(`the pages were not built:\n${built.output}`)
}
