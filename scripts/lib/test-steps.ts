import { mkdirSync, rmSync } from 'node:fs'
import { changedFiles } from './changed-files.ts'
import { inProject, projectRoot } from './paths.ts'
import { ensureRenderer } from './renderer-build.ts'
import { runCommand } from './run-command.ts'
import type { CommandOutcome } from './run-command.ts'
import { checkCount, playwrightCounts, vitestCounts } from './test-counts.ts'
import type { Counts } from './test-counts.ts'
import { playwrightFailures, vitestFailures } from './test-failures.ts'
import { cruise, faultsOfWalls } from './walls-check.ts'

export interface StepOutcome {
  readonly counts: Counts
  readonly seconds: number
  /** Shown when something failed. */
  readonly output: string
}

export interface Step {
  readonly name: string
  run(): Promise<StepOutcome>
}

const config = (name: string): string => `scripts/config/${name}`

const check = (name: string, command: string, args: string[], env?: Record<string, string>): Step => ({
  name,
  run: async () => asCheck(await runCommand(command, args, { ...(env && { env }) })),
})

const asCheck = (outcome: CommandOutcome): StepOutcome => ({ ...outcome, counts: checkCount(outcome.code) })

export const formatCheck = check('format', 'prettier', ['--check', '--log-level=warn', '.'])

export const typeCheck = check('types', 'tsc', ['-b', '--pretty', 'false'])

export const wallCheck: Step = {
  name: 'walls',
  run: async () => {
    const startedAt = performance.now()
    const faults = await faultsOfWalls(projectRoot, await cruise(projectRoot))
    return {
      counts: checkCount(faults.length === 0 ? 0 : 1),
      seconds: (performance.now() - startedAt) / 1000,
      output: faults.join('\n'),
    }
  },
}

const lintArgs = ['--config', config('eslint.config.mjs'), '--no-warn-ignored']

// Without a cache: type-aware rules would take an unchanged file for unchanged although what it calls has changed.
export const lintCheck = check('lint', 'eslint', [...lintArgs, '.'])

export const lintChanged: Step = {
  name: 'lint (changed files)',
  run: async () => {
    const files = changedFiles().filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    if (files.length === 0) return { counts: checkCount(0), seconds: 0, output: '' }
    return asCheck(await runCommand('eslint', [...lintArgs, ...files]))
  },
}

const vitestStep = (name: string, args: string[]): Step => ({
  name,
  run: async () => {
    const report = freshReport('vitest.json')
    const outcome = await runCommand('vitest', [
      ...['run', '--config', config('vitest.config.ts'), '--reporter=dot', '--reporter=json'],
      ...[`--outputFile.json=${report}`, ...args],
    ])
    return {
      ...outcome,
      counts: vitestCounts(report, outcome.code),
      output: [...vitestFailures(report), outcome.output].join('\n'),
    }
  },
})

export const allTests = vitestStep('unit, contract and integration tests', [])

export const ruleTests = vitestStep('rule tests', ['--project=rules*'])

export const rendererBuild: Step = {
  name: 'pages',
  run: async () => asCheck((await ensureRenderer()) ?? { code: 0, output: '', seconds: 0 }),
}

/** What an installer would hold is packed and started, with plain Node in place of Electron; after the pages are built. */
export const packedProgram = check('packed program', 'node', [inProject('scripts', 'pack.ts'), '--stand-in'])

/** Playwright decides by its own projects where a spec runs; see playwright.config.ts. */
export const endToEnd: Step = {
  name: 'end-to-end tests',
  run: async () => {
    const report = freshReport('playwright.json')
    const outcome = await runCommand(
      'playwright',
      ['test', '--config', config('playwright.config.ts'), '--reporter=dot,json'],
      { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
    )
    return {
      ...outcome,
      counts: playwrightCounts(report, outcome.code),
      output: [...playwrightFailures(report), outcome.output].join('\n'),
    }
  },
}

const freshReport = (name: string): string => {
  mkdirSync(inProject('.cache', 'reports'), { recursive: true })
  const file = inProject('.cache', 'reports', name)
  rmSync(file, { force: true })
  return file
}
