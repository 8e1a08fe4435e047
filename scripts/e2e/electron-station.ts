import { _electron } from 'playwright'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronRuntime } from '../lib/electron-runtime.ts'
import { inProject, projectRoot } from '../lib/paths.ts'
import type { RunningStation } from './station.ts'

/** The same station in Electron, with the one window that it opens. Runs only where the runtime is. */
export async function startElectronStation(options: { readonly demo: boolean }): Promise<RunningStation> {
  const runtime = electronRuntime()
  if (runtime === undefined) throw new Error('the Electron runtime is not here; this project must not run')
  const dataDir = mkdtempSync(join(tmpdir(), 'sepok-e2e-'))
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const application = await _electron.launch({
    executablePath: runtime,
    args: ['--require', inProject('scripts', 'lib', 'strip-types.cjs'), ...sandbox, projectRoot],
    env: {
      ...(process.env as Record<string, string>),
      SEPOK_START_ARGUMENTS: JSON.stringify(['--data', dataDir, ...(options.demo ? ['--demo'] : [])]),
    },
  })
  const close = async () => {
    await application.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return {
    dataDir,
    window: await application.firstWindow(),
    address: (path = '/') => `sepok://loket${path}`,
    kill: async () => void application.process().kill('SIGKILL'),
    close,
  }
}
