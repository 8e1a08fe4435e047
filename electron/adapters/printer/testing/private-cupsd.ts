import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { birthOf, isAlive } from '../../../../scripts/lib/process-facts.mjs'

/** What a queue does with a PDF: hand it on as PDF (`laser`: on paper of any size), turn it into PostScript, or send the bytes untouched. */
export type QueueKind = 'pdf' | 'laser' | 'postscript' | 'raw'

export interface PrivateCupsd {
  /** Environment in which lp, lpstat, cancel and lpadmin talk to this spooler and to no other. */
  readonly env: NodeJS.ProcessEnv
  /** @param uri for instance `socket://127.0.0.1:9100` */
  addQueue(name: string, uri: string, kind?: QueueKind): Promise<void>
  /** Runs a CUPS command here and gives what it printed; throws when it fails. */
  run(command: string, args: readonly string[]): Promise<string>
  errorLog(): string
  stop(): Promise<void>
}

const prefix = 'sepok-cups-'
const execute = promisify(execFile)
const anySize = `*VariablePaperSize: True
*MaxMediaWidth: "1000"
*MaxMediaHeight: "1500"
*HWMargins: 0 0 0 0
*CustomPageSize True: "pop pop pop <</PageSize [5 -2 roll]>>setpagedevice"
*ParamCustomPageSize Width: 1 points 36 1000
*ParamCustomPageSize Height: 2 points 36 1500
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 3
`
const twoTrays = `*OpenUI *InputSlot: PickOne
*DefaultInputSlot: Upper
*InputSlot Upper/Upper Tray: "<</MediaPosition 0>>setpagedevice"
*InputSlot Lower/Lower Tray: "<</MediaPosition 1>>setpagedevice"
*CloseUI: *InputSlot
`
const driver = async (kind: QueueKind, folder: string, env: NodeJS.ProcessEnv): Promise<string[]> => {
  if (kind === 'raw') return ['-m', 'raw']
  const description =
    kind === 'pdf' || kind === 'laser'
      ? readFileSync('/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd', 'utf8')
      : (
          await execute('/usr/lib/cups/daemon/cups-driverd', ['cat', 'drv:///sample.drv/generic.ppd'], {
            env,
          })
        ).stdout
  const file = join(folder, `${kind}.ppd`)
  // A listener in a test answers no SNMP; the question would hold up each job for three seconds.
  writeFileSync(
    file,
    description.replace(/\n/, `\n${kind === 'laser' ? anySize + twoTrays : ''}*cupsSNMPSupplies: False\n`),
  )
  return ['-P', file]
}

/**
 * Starts a CUPS spooler of the test's own: settings, queue and socket in a temporary folder, nothing shared with the
 * machine's spooler. Needs the Debian packages cups, cups-client and cups-filters. Removes what killed runs left behind.
 */
export const startPrivateCupsd = async (): Promise<PrivateCupsd> => {
  sweepLeftovers()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  // Filters run as `lp` and must be able to enter.
  chmodSync(folder, 0o755)
  for (const name of ['etc', 'cache', 'spool', 'run', 'tmp', 'log']) mkdirSync(join(folder, name))
  chmodSync(join(folder, 'tmp'), 0o1777)
  const socket = join(folder, 'run', 'cups.sock')
  writeFileSync(join(folder, 'cups-files.conf'), fileSettings(folder))
  writeFileSync(join(folder, 'cupsd.conf'), serverSettings(socket))

  const env = {
    ...process.env,
    CUPS_SERVER: socket,
    LC_ALL: 'C',
    PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`,
  }
  const daemon = spawn(
    'cupsd',
    ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')],
    {
      env,
      stdio: 'ignore',
    },
  )
  await once(daemon, 'spawn')
  writeFileSync(join(folder, 'owner.json'), JSON.stringify({ ...self(), daemon: daemon.pid }))
  const run = async (command: string, args: readonly string[]): Promise<string> =>
    (await execute(command, args, { env })).stdout
  const errorLog = (): string => readFileSync(join(folder, 'log', 'error_log'), 'utf8')

  // The socket exists a moment before it is listened to, so ask until there is an answer.
  const deadline = performance.now() + 15_000
  for (;;) {
    const answer = await run('lpstat', ['-r']).catch(() => '')
    if (answer.includes('scheduler is running')) break
    if (daemon.exitCode !== null || performance.now() > deadline)
      throw new Error(`cupsd did not start:\n${errorLog()}`)
  }
  return {
    env,
    run,
    errorLog,
    addQueue: async (name, uri, kind = 'pdf') => {
      await run('lpadmin', [
        '-p',
        name,
        '-E',
        '-v',
        uri,
        ...(await driver(kind, folder, env)),
        '-o',
        'printer-error-policy=retry-job',
      ])
    },
    stop: async () => {
      const gone = once(daemon, 'exit')
      if (daemon.exitCode === null && daemon.kill('SIGTERM')) await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const fileSettings = (folder: string): string =>
  [
    // Filters do not run as root; a spooler started by somebody else runs everything as that user.
    ...(process.getuid?.() === 0 ? ['User lp', 'Group lp'] : []),
    'SystemGroup root',
    `ServerRoot ${folder}/etc`,
    `CacheDir ${folder}/cache`,
    `RequestRoot ${folder}/spool`,
    `StateDir ${folder}/run`,
    `TempDir ${folder}/tmp`,
    `ErrorLog ${folder}/log/error_log`,
    `AccessLog ${folder}/log/access_log`,
    `PageLog ${folder}/log/page_log`,
    'FileDevice Yes',
    'Sandboxing Relaxed',
    '',
  ].join('\n')

const serverSettings = (socket: string): string =>
  `
Listen ${socket}
LogLevel debug
Browsing Off
WebInterface No
DefaultAuthType None
JobRetryInterval 1
JobRetryLimit 3
MaxLogSize 0
PreserveJobHistory Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`

const self = (): { pid: number; born: string } => ({ pid: process.pid, born: birthOf(process.pid) })

const sweepLeftovers = (): void => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const note = join(tmpdir(), name, 'owner.json')
    // Without a note the folder is being made at this moment, by another run.
    if (!existsSync(note)) continue
    const owner = JSON.parse(readFileSync(note, 'utf8')) as { pid: number; born: string; daemon: number }
    if (isAlive(owner.pid) && birthOf(owner.pid) === owner.born) continue
    if (isAlive(owner.daemon) && commandOf(owner.daemon).includes(name)) process.kill(owner.daemon, 'SIGTERM')
    rmSync(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    // Ended meanwhile, or a system without /proc: then it is not ours to kill.
    return ''
  }
}
