import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

/** As Debian calls it. */
export const windowless = 'chromium-headless-shell'

const usualPlaces = (): string[] => {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '')
    const parts = ['Microsoft/Edge/Application/msedge.exe', 'Google/Chrome/Application/chrome.exe']
    return roots.filter(Boolean).flatMap((root) => parts.map((part) => join(root, part)))
  }
  return names.flatMap(onPath)
}

const onPath = (name: string): string[] =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))

/**
 * An installed browser of the Chromium family, or undefined.
 * The environment variable SEPOK_BROWSER names another one.
 */
export const findBrowser = (): string | undefined =>
  [process.env['SEPOK_BROWSER'], ...usualPlaces()].find(exists)

/** For pages that nobody looks at: one that has no window to draw, if there is such a one, takes a third less time. */
export const findWindowlessBrowser = (): string | undefined =>
  [process.env['SEPOK_BROWSER'], ...onPath(windowless)].find(exists) ?? findBrowser()

const exists = (path: string | undefined): boolean => path !== undefined && path !== '' && existsSync(path)
