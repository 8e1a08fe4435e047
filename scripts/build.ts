/** Builds the pages into dist/renderer, when their sources changed. */
import { ensureRenderer } from './lib/renderer-build.ts'

const outcome = await ensureRenderer()
if (!outcome) console.log('The pages are current.')
else {
  process.stderr.write(outcome.output)
  if (outcome.code === 0) console.log(`Built the pages in ${outcome.seconds.toFixed(1)} s.`)
  process.exitCode = outcome.code
}
