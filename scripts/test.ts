/**
 * Everything that must hold before a change goes in. The last line is `N passed, N failed, N skipped`.
 *   --fast   format, lint of changed files, types, walls and the rule tests
 */
import { parseArgs } from 'node:util'
import { electronRuntime } from './lib/electron-runtime.ts'
import { decideHosts, endToEndSpecs } from './lib/end-to-end-specs.ts'
import { ensureSystemPackages } from './lib/system-packages.ts'
import { addCounts, noCounts, sayCounts } from './lib/test-counts.ts'
import * as steps from './lib/test-steps.ts'
import type { Step } from './lib/test-steps.ts'

const { values: options } = parseArgs({ options: { fast: { type: 'boolean', default: false } } })
const startedAt = performance.now()
let total = noCounts

const run = async (step: Step): Promise<void> => {
  const waiting = setInterval(() => console.log(`… ${step.name}`), 60_000)
  const { counts, seconds, output } = await step.run()
  clearInterval(waiting)
  total = addCounts(total, counts)
  const isGreen = counts.failed === 0
  console.log(`${isGreen ? 'ok    ' : 'FAILED'} ${step.name}: ${sayCounts(counts)} (${seconds.toFixed(1)} s)`)
  if (!isGreen) console.log(output)
}

/** Several lines of steps side by side, each line in its order. */
const sideBySide = async (...lines: Step[][]): Promise<void> => {
  const inOrder = async (line: Step[]): Promise<void> => {
    for (const step of line) await run(step)
  }
  await Promise.all(lines.map(inOrder))
}

if (options.fast) {
  await sideBySide(
    [steps.formatCheck, steps.lintChanged, steps.wallCheck],
    [steps.typeCheck, steps.ruleTests],
  )
} else {
  await ensureSystemPackages('browser', 'printing', 'pdfTools')
  // By itself: a system that does not have it still gets the others.
  await ensureSystemPackages('windowlessBrowser')
  const specs = endToEndSpecs()
  await sideBySide(
    [steps.formatCheck, steps.lintCheck],
    [steps.typeCheck, steps.wallCheck, steps.rendererBuild, steps.packedProgram],
  )
  await run(steps.allTests)
  if (specs.length > 0) {
    await run(steps.endToEnd)
    const { notRun } = decideHosts(electronRuntime())
    if (notRun !== null) console.log(notRun)
  }
}

console.log(`${((performance.now() - startedAt) / 60_000).toFixed(1)} minutes`)
console.log(sayCounts(total))
process.exitCode = total.failed === 0 ? 0 : 1
