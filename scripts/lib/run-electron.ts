import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { inProject, projectRoot } from './paths.ts'

/**
 * Runs the Electron program on the sources and resolves with its exit code. Signals go on to it; it ends its station
 * by itself.
 */
export const runElectron = (program: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
    // Not every build of Node inside Electron reads TypeScript; the hook steps in only where it does not.
    const typescript = ['--require', inProject('scripts', 'lib', 'strip-types.cjs')]
    const child = spawn(program, [...typescript, ...sandbox, projectRoot], {
      stdio: 'inherit',
      // Not on the command line, where Chromium would take some of them for its own.
      env: { ...process.env, SEPOK_START_ARGUMENTS: JSON.stringify(args) },
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => child.kill(signal))
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 128 + constants.signals[signal] : 1)))
  })
