/**
 * Makes installers into out/: the pages and the program are built, then electron-builder packs what electron-builder.yml
 * names. It needs Electron's runtime, which it fetches when it is not there.
 *   --win, --mac, --linux   for another system than this one
 *   --stand-in              without the runtime: packs a folder for Linux, starts what is in it with plain Node, and asks
 *                           it for a page, a sign-in and a sheet of paper
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { foldersToLeaveOut } from './lib/packed-modules.ts'
import { checkPacked, makeRuntimeStandIn } from './lib/packed-program.ts'
import { inProject } from './lib/paths.ts'
import { ensureRenderer } from './lib/renderer-build.ts'
import { runCommand } from './lib/run-command.ts'
import type { CommandOutcome } from './lib/run-command.ts'

const { values: options } = parseArgs({
  options: {
    win: { type: 'boolean', default: false },
    mac: { type: 'boolean', default: false },
    linux: { type: 'boolean', default: false },
    'stand-in': { type: 'boolean', default: false },
  },
})

const step = async (name: string, work: () => Promise<CommandOutcome | undefined>): Promise<void> => {
  console.log(`${name} …`)
  const outcome = await work()
  if (!outcome || outcome.code === 0) return
  process.stderr.write(outcome.output)
  process.exit(outcome.code)
}

/** electron-builder.yml, and the packages that the bundles have made superfluous. */
const writeSettings = (extra: object): string => {
  const file = inProject('.cache', 'electron-builder.json')
  mkdirSync(inProject('.cache'), { recursive: true })
  const files = foldersToLeaveOut().map((folder) => `!${folder}/**`)
  writeFileSync(file, JSON.stringify({ extends: inProject('electron-builder.yml'), files, ...extra }))
  return file
}

const electronVersion = (): string =>
  (
    JSON.parse(readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8')) as {
      version: string
    }
  ).version

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

await step('Pages', ensureRenderer)
await step('Program', () =>
  runCommand('vite', ['build', '--config', 'scripts/config/vite.main.config.ts', '--logLevel', 'warn']),
)

if (options['stand-in']) {
  const out = inProject('out', 'stand-in')
  const settings = writeSettings({
    electronDist: makeRuntimeStandIn(electronVersion()),
    directories: { output: out },
  })
  const args = ['--linux', 'dir', '--config', settings, '--publish', 'never']
  await step('Packing without the runtime', () => runCommand('electron-builder', args))
  console.log('Starting what was packed …')
  const facts = await checkPacked(join(out, 'linux-unpacked', 'resources'))
  console.log(
    `The packed program answers. ${facts.files} files, archive ${megabytes(facts.archiveBytes)}, ` +
      `beside it ${megabytes(facts.unpackedBytes)}; its window was ready after ${facts.readyMs} ms.`,
  )
} else {
  const systems = (['win', 'mac', 'linux'] as const)
    .filter((name) => options[name])
    .map((name) => `--${name}`)
  const args = [...systems, '--config', writeSettings({}), '--publish', 'never']
  await step('Packing', () => runCommand('electron-builder', args, { echo: true }))
  console.log(`The installers are in ${inProject('out')}.`)
}
