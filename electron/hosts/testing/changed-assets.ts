import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assetsDir } from '#adapters/system/program-paths.ts'

/** An office profile as its file says it. */
export type ProfileTree = Record<string, unknown> & {
  officials: Record<string, unknown>[]
  offers: Record<string, unknown>[]
}

/** The product's data files with one office changed, as an administrator would edit them. */
export function changedAssets(
  profile: string,
  change: (tree: ProfileTree) => void,
): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'sepok-assets-'))
  for (const folder of ['catalogue', 'profiles', 'calendar', 'templates', 'regions'])
    cpSync(join(assetsDir, folder), join(dir, folder), { recursive: true })
  const path = join(dir, 'profiles', `${profile}.json`)
  const tree = JSON.parse(readFileSync(path, 'utf8')) as ProfileTree
  change(tree)
  writeFileSync(path, JSON.stringify(tree, null, 2))
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}
