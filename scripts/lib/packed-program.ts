import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startElectronProgram } from '../../electron/hosts/testing/electron-program.ts'
import type { ElectronProgram } from '../../electron/hosts/testing/electron-program.ts'
import { inProject } from './paths.ts'
import { runCommand } from './run-command.ts'

/** A folder that electron-builder takes for an unpacked Electron: the names it moves and copies, without a program. */
export const makeRuntimeStandIn = (version: string): string => {
  const folder = inProject('.cache', 'electron-stand-in')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'resources'), { recursive: true })
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox'])
    writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'electron'), '#!/bin/sh\necho "This is not Electron." >&2\nexit 1\n')
  chmodSync(join(folder, 'electron'), 0o755)
  return folder
}

/** Sizes in bytes and what lies in the archive. */
export interface PackedFacts {
  readonly archiveBytes: number
  readonly unpackedBytes: number
  readonly files: number
  /** From the start of the process to the window, with the sample office made on the way. */
  readonly readyMs: number
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const bytesOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(file).size, 0)

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const expectIn = (where: string, text: string, wanted: string): void => {
  if (!text.includes(wanted)) throw new Error(`${where}: expected ${wanted} in ${text.slice(0, 500)}`)
}

/**
 * As the window does: the page and a script of it, a sign-in, a report as sheet and workbook
 * and a permit that was read back, all from the render pool.
 */
const askStation = async (program: ElectronProgram): Promise<void> => {
  const ask = async (path: string, body?: object) =>
    (await program.act({
      do: 'fetch',
      url: `sepok://loket${path}`,
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })) as Answer
  const page = await ask('/')
  expectIn('the page', page.body, '<html lang="id"')
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page.body)?.[1] ?? ''
  expectIn(`the script ${script}`, (await ask(script)).headers['content-type'] ?? '', 'text/javascript')
  const supervisor = { username: 'kabid', password: 'sepok-demo-2026' }
  const signedIn = await ask('/trpc/session.signIn', supervisor)
  expectIn('the sign-in', signedIn.body, '"state":"signed-in"')
  const sheet = await ask('/files/report/daily/2026-11-19.pdf')
  expectIn('the sheet', sheet.body.slice(0, 500), '%PDF-')
  const workbook = await ask('/files/report/daily/2026-11-19.xlsx')
  expectIn('the workbook', workbook.body.slice(0, 500), 'PK')
  // A permit is read back before it is shown: with pdf.js, the canvas and the reader of codes, all from the package.
  const desk = await ask('/trpc/printing.desk')
  const [, applicationId = ''] = /"ready":\[\{"id":"([^"]+)"/.exec(desk.body) ?? []
  expectIn('the permit', (await ask(`/files/product/${applicationId}.pdf`)).body.slice(0, 500), '%PDF-')
}

/**
 * Takes a packed program apart and starts what is in it with plain Node, on the stand-in for the module `electron`.
 *
 * @param resources  the folder with app.asar and app.asar.unpacked
 */
export const checkPacked = async (resources: string): Promise<PackedFacts> => {
  const archive = join(resources, 'app.asar')
  // Outside the project, where nothing of its node_modules can be found by chance.
  const folder = mkdtempSync(join(tmpdir(), 'sepok-packed-'))
  try {
    const app = join(folder, 'app')
    const extracted = await runCommand('asar', ['extract', archive, app])
    if (extracted.code !== 0) throw new Error(extracted.output)
    const files = filesBelow(app)
    const strangers = files.filter((file) => /\.[mc]?tsx?$/.test(file))
    if (strangers.length > 0) throw new Error(`sources in the installer: ${strangers.join(', ')}`)
    const data = join(folder, 'data')
    const startedAt = performance.now()
    const program = startElectronProgram(['--demo', '--data', data], {
      main: join(app, 'dist', 'main', 'main.mjs'),
      appPath: app,
    })
    try {
      await program.asked('window.show')
      const readyMs = Math.round(performance.now() - startedAt)
      await askStation(program)
      await program.act({ do: 'close-window' })
      const code = await program.ended
      if (code !== 0) throw new Error(`the packed program ended with ${code}: ${program.said()}`)
      return {
        archiveBytes: statSync(archive).size,
        unpackedBytes: bytesOf(filesBelow(`${archive}.unpacked`)),
        files: files.length,
        readyMs,
      }
    } finally {
      program.kill()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
