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
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/**
 * An installed browser of the Chromium family, or undefined.
 * The environment variable SEPOK_BROWSER names another one.
 */
export const findBrowser = (): string | undefined =>
  [process.env['SEPOK_BROWSER'], ...usualPlaces()].find(exists)

const exists = (path: string | undefined): boolean => path !== undefined && path !== '' && existsSync(path)
