import { existsSync, readFileSync, watch } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { usualPdfCommand } from '#domain/pdf-command.ts'
import type { PdfCommand } from '#domain/pdf-command.ts'
import type { RunCommand } from '#adapters/system/run-command.ts'
import type { WindowsTools } from '../windows-printer.ts'

/** One run of a stand-in, as it was called. */
export interface StandInRun {
  readonly program: 'powershell' | 'cmd' | 'pdf'
  readonly arguments: readonly string[]
  readonly printer: string | null
  readonly job: string | null
  /** The file that it was given, if it was one of ours. */
  readonly file: { readonly path: string; readonly base64: string } | null
}

/** How the stand-in of Windows behaves; asked at each run. */
export interface StandInMood {
  /** Status of the queue; null: there is no such printer. */
  readonly printer: string | null
  /** Whether a job shows in the queue after it was handed over, and in which status; null: it has left already. */
  readonly jobStatus: string | null
  /** How many looks the job stays in the queue. */
  readonly looks: number
  readonly exitCode: number
  /** The program that takes the paper never ends. */
  readonly hangs: boolean
}

export const wellWindows: StandInMood = {
  printer: 'Normal',
  jobStatus: 'Printing',
  looks: 2,
  exitCode: 0,
  hangs: false,
}

export interface WindowsStandIn {
  readonly tools: WindowsTools
  behave(mood: Partial<StandInMood>): Promise<void>
  runs(): Promise<readonly StandInRun[]>
  /** Resolves when a job has come into the queue. */
  handed(): Promise<void>
  close(): Promise<void>
}

/** Three programs in one: which one it is stands in its own name. It writes down how it was called. */
const program = (node: string): string => `#!${node}
const { appendFileSync, existsSync, readFileSync, writeFileSync } = require('node:fs')
const { basename, join } = require('node:path')
const folder = __dirname
const name = basename(__filename).replace(/\\.cjs$/, '')
const args = process.argv.slice(2)
const path = args.find((one) => /\\.(pdf|prn)$/.test(one) && existsSync(one))
const mood = JSON.parse(readFileSync(join(folder, 'mood.json'), 'utf8'))
const queueFile = join(folder, 'queue.json')
const queue = existsSync(queueFile) ? JSON.parse(readFileSync(queueFile, 'utf8')) : { jobs: [], looks: 0 }
const keep = () => writeFileSync(queueFile, JSON.stringify(queue))
appendFileSync(join(folder, 'runs.jsonl'), JSON.stringify({
  program: name, arguments: args,
  printer: process.env.SEPOK_PRINTER ?? null, job: process.env.SEPOK_JOB ?? null,
  file: path ? { path, base64: readFileSync(path).toString('base64') } : null,
}) + '\\n')
if (name === 'powershell') {
  if (mood.printer === null) { console.error('No MSFT_Printer objects found'); process.exit(1) }
  if (process.env.SEPOK_JOB) { queue.jobs = []; keep(); process.exit(0) }
  if (queue.jobs.length > 0 && (queue.looks += 1) > mood.looks) queue.jobs = []
  keep()
  console.log(JSON.stringify({ status: mood.printer, jobs: queue.jobs }))
  process.exit(0)
}
if (mood.jobStatus !== null && (mood.exitCode === 0 || mood.hangs)) {
  const document = name === 'cmd' ? 'Local Downlevel Document' : basename(path)
  queue.jobs = [{ id: 7, document, status: mood.jobStatus }]
  queue.looks = 0
  keep()
}
if (mood.hangs) setInterval(() => {}, 1000)
else process.exit(mood.exitCode)
`

/** Programs that stand in for PowerShell, cmd and the office's PDF program. */
export async function startWindowsStandIn(
  run: RunCommand,
  command: Partial<PdfCommand> = {},
): Promise<WindowsStandIn> {
  const folder = await mkdtemp(join(tmpdir(), 'sepok-windows-'))
  const place = (name: string): string => join(folder, `${name}.cjs`)
  for (const name of ['powershell', 'cmd', 'pdf']) {
    await writeFile(place(name), program(process.execPath))
    await chmod(place(name), 0o755)
  }
  const behave = (mood: Partial<StandInMood>): Promise<void> =>
    writeFile(join(folder, 'mood.json'), JSON.stringify({ ...wellWindows, ...mood }))
  await behave({})
  return {
    tools: {
      run,
      powershell: place('powershell'),
      cmd: place('cmd'),
      pdfCommand: () => Promise.resolve({ ...usualPdfCommand, executable: place('pdf'), ...command }),
    },
    behave,
    runs: async () => {
      const text = await readFile(join(folder, 'runs.jsonl'), 'utf8').catch(() => '')
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as StandInRun)
    },
    handed: () =>
      new Promise((resolve) => {
        const look = (): void => {
          const queue = existsSync(join(folder, 'queue.json'))
            ? readFileSync(join(folder, 'queue.json'), 'utf8')
            : ''
          if (!queue.includes('"id":7')) return
          changes.close()
          resolve()
        }
        const changes = watch(folder, look)
        look()
      }),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
