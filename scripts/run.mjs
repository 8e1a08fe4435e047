/**
 * Starts every package.json script: installs what the lock file names when that has not been done, then runs
 * scripts/NAME.ts with the pinned Node. Plain JavaScript on built-ins of Node 20, because nothing is installed yet.
 *
 *   node scripts/run.mjs NAME [arguments…]
 *   node scripts/run.mjs stamp      declares the installed packages current (after an `npm install` by hand)
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { takeLock } from './lib/process-lock.mjs'
import { isAlive, parentOf } from './lib/process-facts.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.sepok-stamp')
const isWindows = process.platform === 'win32'
const say = (text) => process.stderr.write(`${text}\n`)

const wantedStamp = () => {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`
}
const isInstalled = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp()

/** Signals to a process group end npm and the compilers it started; to the process alone on Windows. */
const signalGroup = (pid, signal) => {
  try {
    process.kill(isWindows ? pid : -pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

const install = async () => {
  let waitingFor = 0
  const lock = await takeLock(join(root, '.cache', 'install'), {
    onWait: (pid) => {
      if (pid !== waitingFor) say(`Waiting for another installation (process ${pid}) …`)
      waitingFor = pid
    },
  })
  try {
    if (lock.leftBehind) signalGroup(lock.leftBehind, 'SIGKILL')
    if (isInstalled()) return
    const stamp = wantedStamp()
    rmSync(stampFile, { force: true })
    await npmCi(lock)
    writeFileSync(stampFile, stamp)
  } finally {
    lock.release()
  }
}

const npmCi = async (lock) => {
  const npm = process.env.npm_execpath
  const [command, first] =
    npm?.endsWith('.js') || npm?.endsWith('.cjs') ? [process.execPath, [npm]] : ['npm', []]
  const args = [
    ...first,
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const total = Object.keys(
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages ?? {},
  ).length
  const startedAt = Date.now()
  say(`Installing ${total} packages (npm ci); the first time takes a minute or two.`)
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: !isWindows,
    shell: isWindows && command === 'npm',
  })
  if (child.pid) lock.noteChild(child.pid)
  child.stdout.pipe(process.stderr, { end: false })
  let unpacked = 0
  const progress = setInterval(() => {
    const there = existsSync(modules) ? readdirSync(modules).length : 0
    // Once the folders are there, what takes time is the compilation of sqlite3.
    const stage = there > 0 && there === unpacked ? 'building native parts' : `${there} folders unpacked`
    say(`… ${Math.round((Date.now() - startedAt) / 1000)} s, ${stage}`)
    unpacked = there
  }, 10_000)
  const stopForwarding = forwardSignals((signal) => child.pid && signalGroup(child.pid, signal), {
    hasOwnGroup: true,
  })
  const code = await ended(child)
  clearInterval(progress)
  stopForwarding()
  if (code !== 0) {
    say(
      `The packages could not be installed (npm ci ended with ${code}). Mend what it says above and start again.`,
    )
    lock.release()
    process.exit(code)
  }
  say(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`)
}

/** Exit code of a child; a child ended by a signal counts as 128 + its number, as shells do. */
const ended = (child) =>
  new Promise((resolve) => {
    child.on('error', (error) => {
      say(`Could not start ${child.spawnfile}: ${error.message}`)
      resolve(127)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)))
  })

/**
 * Hands on the signals sent to us, and stops the child when whoever started us is gone: a signal to npm reaches only the
 * shell between npm and us, so that shell's parent is watched as well.
 */
const forwardSignals = (send, { hasOwnGroup = !process.stdin.isTTY } = {}) => {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const handler = () => {
      // A terminal has given Ctrl+C to the child as well; a second one would read as "at once".
      if (signal === 'SIGINT' && !hasOwnGroup) setTimeout(() => send('SIGTERM'), 5_000).unref()
      else send(signal)
    }
    process.on(signal, handler)
    return [signal, handler]
  })
  const parent = process.ppid
  const isShellBetween = process.env.npm_lifecycle_event !== undefined && !isNodeProcess(parent)
  const grandparent = isShellBetween ? parentOf(parent) : undefined
  const isOrphan = () =>
    process.ppid !== parent ||
    (grandparent !== undefined && grandparent > 1 && parentOf(parent) !== grandparent)
  let killer
  const watch = setInterval(
    () => {
      if (parent <= 1 || (!isWindows ? !isOrphan() : isAlive(parent))) return
      clearInterval(watch)
      send('SIGTERM')
      killer = setTimeout(() => send('SIGKILL'), 15_000)
    },
    existsSync('/proc/self/stat') ? 300 : 2_000,
  )
  return () => {
    clearInterval(watch)
    clearTimeout(killer)
    for (const [signal, handler] of handlers) process.off(signal, handler)
  }
}

/** Whether npm itself is our parent, with no shell between (shells may replace themselves by their last command). */
const isNodeProcess = (pid) => {
  try {
    return /^(node|npm)/.test(readFileSync(`/proc/${pid}/comm`, 'utf8'))
  } catch {
    return false
  }
}

const start = async (name, args) => {
  const script = join(root, 'scripts', `${name}.ts`)
  if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(script)) {
    say(`There is no command "${name}". The commands are the scripts of package.json.`)
    return 2
  }
  if (!isInstalled()) await install()
  const node = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node')
  const preload = pathToFileURL(join(root, 'scripts', 'lib', 'watch-parent.mjs')).href
  const child = spawn(node, ['--import', preload, script, ...args], {
    stdio: 'inherit',
    env: {
      // Three readers, one writer, argon2 and files share libuv's pool; four threads would make readers wait.
      UV_THREADPOOL_SIZE: '8',
      // Halves the time from a start to its window, and of each of the hundreds of stations that tests start.
      NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
      ...process.env,
      PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`,
    },
  })
  const stopForwarding = forwardSignals((signal) => child.kill(signal))
  const code = await ended(child)
  stopForwarding()
  return code
}

const [name = '', ...args] = process.argv.slice(2)
if (name === 'stamp') writeFileSync(stampFile, wantedStamp())
else process.exitCode = await start(name, args)
