import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { inProject, projectRoot } from './paths.ts'
import { takeLock } from './process-lock.mjs'
import { runCommand } from './run-command.ts'
import type { CommandOutcome } from './run-command.ts'

/** Where the built pages are. */
export const rendererDir = inProject('dist', 'renderer')

const stampFile = inProject('dist', '.renderer-stamp')

// Everything a page can be made of. Too much costs a build, too little shows an old page.
const sources = [
  'renderer/**/*',
  'electron/core/{domain,contract}/**/*',
  'assets/{locales,icons,fonts}/**/*',
  'scripts/config/vite.config.ts',
  'package-lock.json',
]

/**
 * Builds the pages unless what is there was made from the same sources. Two commands that start together build once.
 * @returns undefined when nothing had to be built
 */
export const ensureRenderer = async (): Promise<CommandOutcome | undefined> => {
  const lock = await takeLock(inProject('.cache', 'renderer-build'))
  try {
    if (isRendererCurrent()) return undefined
    return await buildRenderer()
  } finally {
    lock.release()
  }
}

export const isRendererCurrent = (): boolean =>
  existsSync(inProject('dist', 'renderer', 'index.html')) &&
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === sourceStamp()

const buildRenderer = async (): Promise<CommandOutcome> => {
  const stamp = sourceStamp()
  const outcome = await runCommand('vite', [
    'build',
    '--config',
    'scripts/config/vite.config.ts',
    '--logLevel',
    'warn',
  ])
  if (outcome.code === 0) writeFileSync(stampFile, stamp)
  return outcome
}

const sourceStamp = (): string => {
  const hash = createHash('sha256')
  const names = globSync(sources, { cwd: projectRoot, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
  for (const name of names)
    hash.update(name.slice(projectRoot.length)).update('\0').update(readFileSync(name))
  return hash.digest('hex')
}
