import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inProject } from './lib/paths.ts'

// A stand-in for npm: notes its runs, can be held up by a file, and "installs" the Node that runs it.
const npm = `
import { appendFileSync, existsSync, mkdirSync, rmSync, symlinkSync, watch } from 'node:fs'
const hold = async () => {
  const changes = new AbortController()
  await new Promise((resolve) => {
    const look = () => existsSync('hold') || resolve()
    watch('.', { signal: changes.signal }, look)
    look()
  })
  changes.abort()
}
appendFileSync('npm.log', 'begin ' + process.argv[2] + '\\n')
console.log('installing', process.pid)
await hold()
if (existsSync('broken')) process.exit(9)
rmSync('node_modules', { recursive: true, force: true })
mkdirSync('node_modules/node/bin', { recursive: true })
symlinkSync(process.execPath, 'node_modules/node/bin/node')
appendFileSync('npm.log', 'end\\n')
`

const probe = `
console.log('args', process.argv.slice(2).join(','))
const mode: string = process.argv[2] ?? ''
if (mode === 'exit') process.exit(5)
if (mode === 'stay') {
  if (process.argv[3] === 'politely') process.on('SIGTERM', () => process.exit(7))
  setInterval(() => {}, 1000)
  console.log('staying', process.pid)
}
`

let root = ''
let started: ChildProcess[] = []

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sepok-run-'))
  mkdirSync(join(root, 'scripts', 'lib'), { recursive: true })
  mkdirSync(join(root, 'npm'))
  writeFileSync(join(root, 'npm', 'package.json'), '{"type":"module"}')
  writeFileSync(join(root, 'npm', 'npm-cli.js'), npm)
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  writeFileSync(join(root, 'package-lock.json'), '{"packages":{"":{}}}')
  writeFileSync(join(root, 'scripts', 'probe.ts'), probe)
  for (const name of ['run.mjs', 'lib/process-facts.mjs', 'lib/process-lock.mjs', 'lib/watch-parent.mjs']) {
    cpSync(inProject('scripts', name), join(root, 'scripts', name))
  }
})

afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
  started = []
  rmSync(root, { recursive: true, force: true })
})

const env = (): NodeJS.ProcessEnv => {
  const { npm_lifecycle_event: _, ...rest } = process.env
  return { ...rest, npm_execpath: join(root, 'npm', 'npm-cli.js') }
}
const runScript = (): string => join(root, 'scripts', 'run.mjs')
const begin = (...args: string[]): ChildProcess =>
  watched(spawn(process.execPath, [runScript(), ...args], options()))
const options = () => ({
  cwd: root,
  env: env(),
  stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
})
const watched = (child: ChildProcess): ChildProcess => {
  started.push(child)
  return child
}
const finish = async (child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> => {
  const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')])
  return { code: child.exitCode, out, err }
}
/** Resolves when the words appear; the number behind them, if any. */
const says = (child: ChildProcess, stream: 'stdout' | 'stderr', words: string): Promise<number> =>
  new Promise((resolve, reject) => {
    let heard = ''
    child[stream]!.on('data', (chunk: Buffer) => {
      heard += chunk.toString()
      const found = new RegExp(`${words} ?(\\d*)`).exec(heard)
      if (found) resolve(Number(found[1]))
    })
    child[stream]!.on('close', () => reject(new Error(`ended without saying "${words}": ${heard}`)))
  })
const npmLog = (): string => readFileSync(join(root, 'npm.log'), 'utf8')
const hold = (): void => writeFileSync(join(root, 'hold'), '')
const letGo = (): void => rmSync(join(root, 'hold'))

describe('a command on a fresh clone', () => {
  it('installs once, then runs with its arguments and hands back the exit code', async () => {
    const first = await finish(begin('probe', 'exit', '--port', '8'))
    expect(first.code).toBe(5)
    expect(first.out).toBe('args exit,--port,8\n')
    const second = await finish(begin('probe', 'again'))
    expect(second).toEqual({ code: 0, out: 'args again\n', err: '' })
    expect(npmLog()).toBe('begin ci\nend\n')
  })

  it('installs again when the lock file has changed', async () => {
    await finish(begin('probe'))
    appendFileSync(join(root, 'package-lock.json'), '\n')
    await finish(begin('probe'))
    expect(npmLog()).toBe('begin ci\nend\nbegin ci\nend\n')
  })

  it('takes a hand-made installation for current after the stamp command', async () => {
    await finish(begin('probe'))
    appendFileSync(join(root, 'package-lock.json'), '\n')
    await finish(begin('stamp'))
    await finish(begin('probe'))
    expect(npmLog()).toBe('begin ci\nend\n')
  })

  it('installs once for two commands started together', async () => {
    hold()
    const one = begin('probe', 'one')
    await says(one, 'stderr', 'installing')
    const other = begin('probe', 'other')
    await says(other, 'stderr', 'Waiting for another installation')
    letGo()
    const [first, second] = await Promise.all([finish(one), finish(other)])
    expect([first.out, second.out]).toEqual(['args one\n', 'args other\n'])
    expect(npmLog()).toBe('begin ci\nend\n')
  })

  it('installs once for eight commands that begin in the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, (_, n) => finish(begin('probe', `${n}`))))
    expect(all.map(({ out }) => out)).toEqual(all.map((_, n) => `args ${n}\n`))
    expect(npmLog()).toBe('begin ci\nend\n')
  })

  it('starts over when the installation before was killed, and ends the npm it left behind', async () => {
    hold()
    const killed = begin('probe')
    const npmGone = once(killed.stderr!, 'close')
    await says(killed, 'stderr', 'installing')
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    expect(existsSync(join(root, 'node_modules', '.sepok-stamp'))).toBe(false)
    const next = begin('probe', 'next')
    const result = finish(next)
    // The pipe closes when the last process that holds it is gone: the npm of the killed command.
    await npmGone
    letGo()
    expect(await result).toMatchObject({ code: 0, out: 'args next\n' })
    expect(npmLog()).toBe('begin ci\nbegin ci\nend\n')
  })

  it('leaves no stamp when npm fails, says so and ends with its code', async () => {
    writeFileSync(join(root, 'broken'), '')
    const failed = await finish(begin('probe'))
    expect(failed.code).toBe(9)
    expect(failed.err).toContain('could not be installed')
    rmSync(join(root, 'broken'))
    expect((await finish(begin('probe'))).code).toBe(0)
  })

  it('refuses a command that does not exist', async () => {
    expect((await finish(begin('../probe'))).code).toBe(2)
    expect(existsSync(join(root, 'npm.log'))).toBe(false)
  })
})

describe('a running command', () => {
  beforeEach(async () => void (await finish(begin('probe'))))

  it('is told to stop when its starter is, and decides the exit code', async () => {
    const starter = begin('probe', 'stay', 'politely')
    await says(starter, 'stdout', 'staying')
    starter.kill('SIGTERM')
    await once(starter, 'exit')
    expect(starter.exitCode).toBe(7)
  })

  it('stops when its starter is killed without warning', async () => {
    const starter = begin('probe', 'stay')
    const allGone = once(starter.stdout!, 'close')
    await says(starter, 'stdout', 'staying')
    starter.kill('SIGKILL')
    await allGone
  })

  it('stops when whoever started the starter is gone', async () => {
    const code = `require('child_process').spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit' })`
    const parent = watched(spawn(process.execPath, ['-e', code, runScript(), 'probe', 'stay'], options()))
    const allGone = once(parent.stdout!, 'close')
    await says(parent, 'stdout', 'staying')
    parent.kill('SIGKILL')
    await allGone
  })

  it('stops when npm is gone and only the shell between is left', async () => {
    // The trailing command keeps the shell from replacing itself by the starter.
    const code = `require('child_process').spawn('sh', ['-c', '"$0" "$@"; exit', process.execPath, ...process.argv.slice(1)], { stdio: 'inherit' })`
    const parent = watched(
      spawn(process.execPath, ['-e', code, runScript(), 'probe', 'stay'], {
        ...options(),
        env: { ...env(), npm_lifecycle_event: 'start' },
      }),
    )
    const allGone = once(parent.stdout!, 'close')
    await says(parent, 'stdout', 'staying')
    parent.kill('SIGKILL')
    await allGone
  })
})
