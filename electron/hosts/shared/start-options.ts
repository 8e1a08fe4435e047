import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StartRefusal } from './start-refusal.ts'
import { startWords } from './start-words.ts'

export interface StartOptions {
  readonly host: 'auto' | 'electron' | 'browser'
  /** Absolute path. */
  readonly dataDir: string
  readonly databaseUrl: string | null
  /** 0 means any free one; null means the usual one, or any when that is taken. */
  readonly port: number | null
  /** Open a window (browser host). */
  readonly open: boolean
  readonly demo: boolean
  readonly profile: string | null
  readonly help: boolean
}

/** The same port from start to start keeps what a browser remembers for the address: the camera's permission. */
export const usualPort = 47_615

interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly cwd: string
}

export const thisMachine = (): Machine => ({
  platform: process.platform,
  env: process.env,
  home: homedir(),
  cwd: process.cwd(),
})

/** Where an office's data lie when nobody says otherwise. The sample office has a folder of its own. */
export const usualDataDir = (machine: Machine, demo: boolean): string => {
  const { platform, env, home } = machine
  const suffix = demo ? ' Contoh' : ''
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), `SEPOK Loket${suffix}`)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', `SEPOK Loket${suffix}`)
  return join(
    env['XDG_DATA_HOME'] || join(home, '.local', 'share'),
    demo ? 'sepok-loket-contoh' : 'sepok-loket',
  )
}

const refuse = (sentence: string) => new StartRefusal('bad-option', sentence)

const readPort = (typed: string | undefined): number | null => {
  if (typed === undefined) return null
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : NaN
  if (!(port <= 65_535)) throw refuse(startWords.badPort(typed))
  return port
}

const readHost = (typed: string): StartOptions['host'] => {
  if (typed === 'auto' || typed === 'electron' || typed === 'browser') return typed
  throw refuse(startWords.badHost(typed))
}

const known = {
  host: { type: 'string', default: 'auto' },
  data: { type: 'string' },
  database: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
  demo: { type: 'boolean', default: false },
  profile: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** Our own options out of a program's arguments, where others (Chromium's switches, paths) stand among them. */
export const ownArguments = (args: readonly string[]): string[] => {
  const { tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true })
  return tokens.flatMap((token) => {
    if (token.kind !== 'option' || !(token.name in known)) return []
    return token.value === undefined ? [`--${token.name}`] : [`--${token.name}=${token.value}`]
  })
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: known,
    }).values
  } catch (error) {
    if (error instanceof TypeError) throw refuse(startWords.unknownOption(error.message.split('. ')[0] ?? ''))
    throw error
  }
}

/**
 * Reads the options of `npm start`, which are the Electron program's own options too.
 * Throws `StartRefusal` `bad-option` with a sentence that names what was typed.
 */
export const readStartOptions = (args: readonly string[], machine: Machine): StartOptions => {
  const values = parse(args)
  const databaseUrl = values.database ?? null
  if (databaseUrl !== null && !/^postgres(ql)?:\/\/./.test(databaseUrl)) throw refuse(startWords.badDatabase)
  return {
    host: readHost(values.host),
    dataDir: values.data ? resolve(machine.cwd, values.data) : usualDataDir(machine, values.demo),
    databaseUrl,
    port: readPort(values.port),
    open: !values['no-open'],
    demo: values.demo,
    profile: values.profile ?? null,
    help: values.help,
  }
}
