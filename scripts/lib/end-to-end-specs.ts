import { globSync } from 'node:fs'
import { projectRoot } from './paths.ts'

/**
 * Specs without a host that could be chosen: they show the pages to a stub of the station, or start the browser host by
 * its own options.
 */
export const browserOnlySpecs = [
  '**/e2e/specs/gallery.spec.ts',
  '**/e2e/specs/shell.spec.ts',
  '**/e2e/specs/starting.spec.ts',
]

/** Spec files, relative to the project. */
export const endToEndSpecs = (): string[] =>
  globSync('scripts/e2e/specs/**/*.spec.ts', { cwd: projectRoot }).sort()

/** Those of them that run in the Electron host too, where its runtime is. */
export const electronHostSpecs = (): string[] => {
  const others = new Set(
    browserOnlySpecs.flatMap((pattern) => globSync(pattern.replace('**', 'scripts'), { cwd: projectRoot })),
  )
  return endToEndSpecs().filter((spec) => !others.has(spec))
}

/** Where the specs run; a project of Playwright for each. */
export interface SpecHosts {
  readonly hosts: readonly ('browser' | 'electron')[]
  /** The one line that names what did not run; null: everything ran everywhere. */
  readonly notRun: string | null
}

/**
 * Every spec runs with the browser host, and with the Electron host where its program is here.
 *
 * @param runtime  path of Electron's program; undefined where it could not be downloaded
 */
export const decideHosts = (runtime: string | undefined): SpecHosts =>
  runtime === undefined
    ? {
        hosts: ['browser'],
        notRun: `Not run with the Electron host, whose runtime is not installed here: ${electronHostSpecs().join(', ')}`,
      }
    : { hosts: ['browser', 'electron'], notRun: null }
