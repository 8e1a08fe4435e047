/** Opens the application: chooses a host, builds the page when it is old, and waits until the station has ended. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { compose } from '../electron/hosts/shared/compose.ts'
import { readStartOptions, thisMachine } from '../electron/hosts/shared/start-options.ts'
import type { StartOptions } from '../electron/hosts/shared/start-options.ts'
import { StartRefusal } from '../electron/hosts/shared/start-refusal.ts'
import { startWords } from '../electron/hosts/shared/start-words.ts'
import { electronRuntime } from './lib/electron-runtime.ts'
import { inProject, projectRoot } from './lib/paths.ts'
import { isRendererCurrent, rendererDir } from './lib/renderer-build.ts'
import { explainFailure, runBrowser, say } from './lib/run-browser.ts'
import { runElectron } from './lib/run-electron.ts'

/** Path of the Electron program to use, or undefined for the browser host. */
const chooseElectron = (host: StartOptions['host']): string | undefined => {
  if (host === 'browser') return undefined
  const runtime = electronRuntime()
  if (host === 'electron' && !runtime) throw new StartRefusal('no-electron', startWords.noElectron)
  if (host === 'auto') say(runtime ? startWords.choseElectron : startWords.choseBrowser)
  return runtime
}

/** In a process of its own, because it takes a whole processor for a while. */
const buildPage = async (): Promise<void> => {
  if (isRendererCurrent()) return
  say(startWords.buildingPage)
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inProject('scripts', 'build.ts')], {
      cwd: projectRoot,
      stdio: ['ignore', process.stderr, process.stderr],
    })
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new StartRefusal('page-not-built', startWords.pageNotBuilt(rendererDir))
}

const start = async (args: readonly string[]): Promise<number> => {
  const options = readStartOptions(args, thisMachine())
  if (options.help) {
    process.stdout.write(`${startWords.help}\n`)
    return 0
  }
  const electron = chooseElectron(options.host)
  await buildPage()
  if (options.demo && !existsSync(join(options.dataDir, 'kantor.sqlite'))) say(startWords.fillingSample)
  return electron ? runElectron(electron, args) : runBrowser(options, compose, rendererDir)
}

process.exit(await start(process.argv.slice(2)).catch(explainFailure))
