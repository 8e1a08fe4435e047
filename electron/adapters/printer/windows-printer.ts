import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command, RunCommand } from '#adapters/system/run-command.ts'
import { pdfArguments } from '#domain/pdf-command.ts'
import type { PdfCommand } from '#domain/pdf-command.ts'
import type { PrintVerdict } from '#domain/print-job.ts'
import type { PrinterAddress } from '#domain/printer-address.ts'
import type { CancelSignal, PrinterCondition, RenderedJob } from '#ports/printing.ts'
import type { SessionTime } from './deadlines.ts'
import { failed, printed, unknown } from './verdicts.ts'
import { noCancel, pause } from './waiting.ts'
import { openWindowsQueue, windowsTrouble } from './windows-queue.ts'
import type { WindowsJob, WindowsQueue } from './windows-queue.ts'

type Share = Extract<PrinterAddress, { scheme: 'share' }>

/** The programs of Windows with which is printed. */
export interface WindowsTools {
  readonly run: RunCommand
  readonly powershell: string
  readonly cmd: string
  /** How sheets are printed; null: nobody has set it. */
  readonly pdfCommand: () => Promise<PdfCommand | null>
}

/** The name under which Windows knows the queue of a share: its own by their names, others by the whole path. */
export const windowsPrinterName = (path: string): string =>
  /^\\\\(?:localhost|127\.0\.0\.1|\.)\\([^\\]+)$/i.exec(path)?.[1] ?? path

/** A job that is copied raw has a name that Windows gives it. */
const rawDocument = /downlevel document/i

/**
 * Prints through a queue of Windows: a sheet by the office's PDF program, a strip as raw bytes to the share.
 *
 * Windows says of a job only that it has left the queue. So that proves the sheet for an office that trusts the queue, and
 * is `unknown` for every other. `failed` only while nothing was handed over.
 *
 * @param trusted  the office takes "left the queue" for "came out"
 */
export async function printToWindows(
  tools: WindowsTools,
  address: Share,
  rendered: RenderedJob,
  trusted: boolean,
  time: SessionTime,
  cancel: CancelSignal,
): Promise<PrintVerdict> {
  const printer = windowsPrinterName(address.path)
  const queue = openWindowsQueue(tools.run, tools.powershell, printer)
  const before = await queue.look(cancel)
  if (cancel.aborted) return failed('station-stopped')
  if (before.kind !== 'answer') return failed('unreachable', before.detail)
  if (before.value.trouble !== null) return failed(before.value.trouble, before.value.status)

  const folder = await mkdtemp(join(tmpdir(), 'sepok-cetak-'))
  // The name tells this job from all others in the queue.
  const name = `sepok-${randomUUID()}`
  try {
    const file = join(folder, `${name}.${rendered.paper === null ? 'prn' : 'pdf'}`)
    await writeFile(file, rendered.bytes)
    const command = await commandFor(tools, address, rendered, printer, file, time)
    if ('outcome' in command) return command
    const known = new Set(before.value.jobs.map(({ id }) => id))
    const isOurs = ({ id, document }: WindowsJob): boolean =>
      rendered.paper === null ? !known.has(id) && rawDocument.test(document) : document.includes(name)
    const end = await tools.run(command, cancel)
    if (end.kind === 'not-started') return failed('rejected', end.detail)
    if (end.kind !== 'exit') {
      await takeBack(queue, isOurs)
      return unknown(end.kind === 'timeout' ? 'timed-out' : 'station-stopped')
    }
    const detail = `${command.executable} ended with ${end.code}`
    if (end.code !== 0) {
      const promised =
        rendered.paper !== null && (await tools.pdfCommand())?.nothingPrintedCodes.includes(end.code) === true
      await takeBack(queue, isOurs)
      return promised ? failed('rejected', detail) : unknown('rejected', detail)
    }
    return await watch(queue, isOurs, trusted, time, cancel)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What is run for a job; or why nothing is. */
async function commandFor(
  tools: WindowsTools,
  { path }: Share,
  { paper, tray, copies }: RenderedJob,
  printer: string,
  file: string,
  { deadlines }: SessionTime,
): Promise<Command | PrintVerdict> {
  const withinMs = deadlines.queueMs
  if (paper === null) {
    return { executable: tools.cmd, arguments: ['/d', '/c', 'copy', '/b', file, path], withinMs }
  }
  const command = await tools.pdfCommand()
  if (command === null) return failed('rejected', 'no program for printing sheets is set')
  const filled = pdfArguments(command, { ...paper, printer, file, tray: tray ?? null, copies: copies ?? 1 })
  if (!filled.ok) return failed('rejected', `no paper of ${paper.widthMm} x ${paper.heightMm} mm is set`)
  return { executable: command.executable, arguments: filled.value, withinMs }
}

/** Follows the job until it has left the queue. One that Windows complains of is taken out, so that it cannot come out later. */
async function watch(
  queue: WindowsQueue,
  isOurs: (job: WindowsJob) => boolean,
  trusted: boolean,
  { schedule, deadlines }: SessionTime,
  cancel: CancelSignal,
): Promise<PrintVerdict> {
  for (let waitedMs = 0; waitedMs <= deadlines.queueMs; waitedMs += deadlines.pollMs) {
    const look = await queue.look(noCancel)
    if (look.kind !== 'answer') return unknown('connection-lost', look.detail)
    const { jobs, status, trouble } = look.value
    const job = jobs.find(isOurs)
    if (job === undefined) return trusted ? printed : unknown('no-status', status)
    const complaint = windowsTrouble(job.status) ?? trouble
    if (complaint !== null) {
      await queue.remove(job.id, noCancel)
      return unknown(complaint, `${status}; ${job.status}`)
    }
    if (!(await pause(schedule, deadlines.pollMs, cancel))) {
      await queue.remove(job.id, noCancel)
      return unknown('station-stopped')
    }
  }
  await takeBack(queue, isOurs)
  return unknown('timed-out')
}

async function takeBack(queue: WindowsQueue, isOurs: (job: WindowsJob) => boolean): Promise<void> {
  const look = await queue.look(noCancel)
  if (look.kind !== 'answer') return
  const ours = look.value.jobs.filter(isOurs)
  // Of two raw jobs nobody knows which is ours, and another's paper is not ours to take.
  const [job, ...more] = ours
  if (job !== undefined && more.length === 0) await queue.remove(job.id, noCancel)
}

/** How a queue of Windows stands, printing nothing. */
export async function probeWindows(
  tools: WindowsTools,
  path: string,
  cancel: CancelSignal,
): Promise<PrinterCondition> {
  const look = await openWindowsQueue(tools.run, tools.powershell, windowsPrinterName(path)).look(cancel)
  if (look.kind !== 'answer') return { state: 'trouble', reason: 'unreachable', detail: look.detail }
  const { trouble, status } = look.value
  return trouble === null ? { state: 'ready' } : { state: 'trouble', reason: trouble, detail: status }
}
