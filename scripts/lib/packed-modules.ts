import { readFileSync } from 'node:fs'
import { inProject } from './paths.ts'

/**
 * Packages that a packed program has as folders, because they load native files, other modules by name, or threads of
 * their own. Everything else is bundled into dist/main.
 */
export const unbundledPackages = [
  '@napi-rs/canvas',
  '@node-rs/argon2',
  'knex',
  'pg',
  'piscina',
  'sqlite3',
  'zxing-wasm',
] as const

interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const readLock = (): Readonly<Record<string, LockedPackage>> =>
  (
    JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')) as {
      packages: Record<string, LockedPackage>
    }
  ).packages

/** Folder of a package as the one that asks for it finds it: its own node_modules first, then those above. */
const findPackage = (
  lock: Readonly<Record<string, LockedPackage>>,
  asker: string,
  name: string,
): string | undefined => {
  for (let at = asker; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (path in lock) return path
    if (at === '') return undefined
  }
}

// Named by packages that need them only to be compiled or downloaded, which has happened when they are packed.
const onlyToInstall = new Set([
  '@types/emscripten',
  'node-addon-api',
  'node-gyp',
  'prebuild-install',
  'tar',
  'type-fest',
])

/** Folders of node_modules that stay out of the installer: every package that no unbundled one asks for. */
export const foldersToLeaveOut = (): string[] => {
  const lock = readLock()
  const wanted = new Set<string>()
  const take = (asker: string, name: string): void => {
    const path = onlyToInstall.has(name) ? undefined : findPackage(lock, asker, name)
    if (path === undefined || wanted.has(path)) return
    wanted.add(path)
    const { dependencies = {}, optionalDependencies = {} } = lock[path] ?? {}
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) take(path, next)
  }
  for (const name of unbundledPackages) take('', name)
  const isInUnwanted = (path: string): boolean =>
    path.includes('/node_modules/') && !wanted.has(path.slice(0, path.lastIndexOf('/node_modules/')))
  return Object.keys(lock).filter((path) => path !== '' && !wanted.has(path) && !isInUnwanted(path))
}
