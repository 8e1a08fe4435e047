import { globSync } from 'node:fs'
import { projectRoot } from './paths.ts'

/** Specs that show the pages to a stub of the station, so that no host is at work in them. */
export const browserOnlySpecs = ['**/e2e/specs/gallery.spec.ts', '**/e2e/specs/shell.spec.ts']

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
