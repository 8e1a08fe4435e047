import type { PrintReason, PrintVerdict } from '#domain/print-job.ts'
import type { PrinterAddress } from '#domain/printer-address.ts'
import type { CancelSignal, PrinterCondition, RenderedJob } from '#ports/printing.ts'
import { mediaFor } from './cups-media.ts'
import { openQueue } from './cups-queue.ts'
import type { CupsQueue, QueueJob, QueueState } from './cups-queue.ts'
import type { CupsServer } from './cups-server.ts'
import type { SessionTime } from './deadlines.ts'
import { failed, printed, unknown } from './verdicts.ts'
import { noCancel, pause } from './waiting.ts'

/**
 * Devices behind which "completed" proves the sheet: the printer itself reports the end of its job over IPP,
 * or the sheet is a file. Over a socket or USB the queue only knows that it got rid of the bytes.
 */
const provingDevice = /^(ipps?|dnssd|implicitclass|cups-pdf|file):/

type Trouble = Extract<PrintReason, 'paper-out' | 'cover-open' | 'offline'>
const troubles: readonly (readonly [RegExp, Trouble])[] = [
  [/^media-(empty|needed)$/, 'paper-out'],
  [/^(cover|door|interlock)-open$/, 'cover-open'],
  [/^(media-jam|offline|timed-out|shutdown|toner-empty|marker-supply-empty)$/, 'offline'],
]

/** What a queue's printer complains of; warnings and reports are no trouble. */
function troubleOf(queue: QueueState): Trouble | null {
  const serious = queue.reasons
    .filter((reason) => !/-(warning|report)$/.test(reason))
    .map((reason) => reason.replace(/-error$/, ''))
  return troubles.find(([pattern]) => serious.some((reason) => pattern.test(reason)))?.[1] ?? null
}

/**
 * What a backend reports while it has no connection; it waits five seconds or more before it tries again.
 * English, because the job was made in English. Any other word may come from a printer that is reading.
 */
const notConnected = new Set([
  'The printer may not exist or is unavailable at this time.',
  'The printer is unreachable at this time.',
  'The printer is not responding.',
  'The printer is in use.',
])

interface ConnectionWatch {
  see(job: QueueJob): void
  /** No look so far has shown a printer that takes anything, and this one shows that it cannot be reached. */
  isRefused(job: QueueJob): boolean
}

/** Watches over all looks at a job whether its queue can have sent anything. */
function watchConnection(errorPolicy: string): ConnectionWatch {
  // With this policy a broken transmission begins anew between two looks.
  let mayHaveSent = errorPolicy === 'retry-current-job'
  const seesNothing = (message: string | null): boolean =>
    message === null || message === 'Connecting to printer.' || notConnected.has(message)
  return {
    see: (job) => {
      if (!seesNothing(job.message) || (job.begun && job.phase === 'pending')) mayHaveSent = true
    },
    isRefused: (job) => !mayHaveSent && job.message !== null && notConnected.has(job.message),
  }
}

/**
 * Prints through a CUPS queue on exactly the paper of the sheet, unscaled, and watches job and queue.
 *
 * Whatever is not completed is cancelled in the queue before a verdict is given, so that it cannot come out
 * later by itself. `failed` only when the queue never began with it, or never reached its printer.
 */
export async function printToQueue(
  server: CupsServer,
  address: Extract<PrinterAddress, { scheme: 'cups' }>,
  rendered: RenderedJob,
  title: string,
  time: SessionTime,
  cancel: CancelSignal,
): Promise<PrintVerdict> {
  const queue = openQueue(server, address.queue, time)
  const before = await queue.look(cancel)
  if (before.kind === 'unreachable')
    return failed(cancel.aborted ? 'station-stopped' : 'unreachable', before.detail)
  if (before.kind === 'refused') return failed('rejected', before.detail)
  if (before.value.stopped) return failed('queue-paused', before.value.message)
  if (!before.value.accepting) return failed('rejected', before.value.message ?? 'the queue accepts no jobs')

  const media = rendered.paper === null ? null : mediaFor(rendered.paper, before.value.media)
  if (rendered.paper !== null && media === null) {
    const { widthMm, heightMm } = rendered.paper
    return failed('rejected', `the queue has no paper of ${widthMm} x ${heightMm} mm`)
  }

  const tray = rendered.tray ?? null
  if (tray !== null && before.value.trays.length > 0 && !before.value.trays.includes(tray))
    return failed('rejected', `the queue has no tray ${tray}`)

  // Two steps, because a job without its document never prints: a lost answer to the first is harmless.
  const created = await queue.createJob(title, media === null ? null : { media, tray }, rendered.copies ?? 1)
  if (created.kind !== 'answer')
    return failed(created.kind === 'refused' ? 'rejected' : 'unreachable', created.detail)
  const job = created.value
  const connection = watchConnection(before.value.errorPolicy)
  const completed = (state: QueueState | null): PrintVerdict => {
    const trouble = state === null ? null : troubleOf(state)
    if (trouble !== null) return unknown(trouble, state?.message ?? null)
    const proven = provingDevice.test(before.value.deviceUri) || address.completedMeans === 'printed'
    return proven ? printed : unknown('no-status', before.value.deviceUri)
  }
  const giveUp = (reason: PrintReason, detail: string | null): Promise<PrintVerdict> =>
    cancelAndJudge(queue, job, { reason, detail, connection, completed }, time)

  const sent = await queue.sendDocument(job, rendered)
  if (sent.kind !== 'answer')
    return giveUp(sent.kind === 'refused' ? 'rejected' : 'connection-lost', sent.detail)

  const { deadlines, schedule } = time
  let phaseMs = 0
  let begun = false
  for (;;) {
    const [look, state] = await Promise.all([queue.lookAtJob(job), queue.look(noCancel)])
    if (look.kind !== 'answer' || state.kind !== 'answer') {
      const detail = look.kind === 'answer' ? null : look.detail
      return giveUp('connection-lost', detail)
    }
    const present = look.value
    connection.see(present)
    if (present.phase === 'completed') return completed(state.value)
    if (present.phase === 'canceled' || present.phase === 'aborted') {
      return giveUp('rejected', present.message ?? `the queue has ${present.phase} the job`)
    }
    if (state.value.stopped) return giveUp('queue-paused', state.value.message)
    if (look.value.begun && !begun) {
      begun = true
      phaseMs = 0
    }
    if (connection.isRefused(present) && phaseMs >= deadlines.queueConnectMs)
      return giveUp('unreachable', present.message)
    if (phaseMs >= deadlines.queueMs)
      return giveUp(troubleOf(state.value) ?? 'timed-out', state.value.message)
    if (!(await pause(schedule, deadlines.pollMs, cancel))) return giveUp('station-stopped', null)
    phaseMs += deadlines.pollMs
  }
}

/** Takes a job out of its queue and says whether anything of it can have been printed. */
async function cancelAndJudge(
  queue: CupsQueue,
  job: number,
  why: {
    readonly reason: PrintReason
    readonly detail: string | null
    readonly connection: ConnectionWatch
    readonly completed: (state: null) => PrintVerdict
  },
  { schedule, deadlines }: SessionTime,
): Promise<PrintVerdict> {
  const uncertain = unknown(why.reason, why.detail)
  await queue.cancelJob(job)
  for (let waitedMs = 0; waitedMs <= deadlines.queueAnswerMs; waitedMs += deadlines.pollMs) {
    const look = await queue.lookAtJob(job)
    if (look.kind !== 'answer') return uncertain
    if (look.value.phase === 'completed') return why.completed(null)
    why.connection.see(look.value)
    if (look.value.phase === 'canceled' || look.value.phase === 'aborted') {
      if (!look.value.begun) return failed(why.reason, why.detail)
      if (!why.connection.isRefused(look.value)) return uncertain
      // What its backend still had to say arrives a moment after its end.
      await pause(schedule, deadlines.pollMs, noCancel)
      const last = await queue.lookAtJob(job)
      const refused = last.kind === 'answer' && why.connection.isRefused(last.value)
      return refused ? failed(why.reason, why.detail) : uncertain
    }
    await pause(schedule, deadlines.pollMs, noCancel)
  }
  return uncertain
}

/** How a queue stands, printing nothing. */
export async function probeQueue(
  server: CupsServer,
  queue: string,
  time: SessionTime,
  cancel: CancelSignal,
): Promise<PrinterCondition> {
  const look = await openQueue(server, queue, time).look(cancel)
  if (look.kind !== 'answer') return { state: 'trouble', reason: 'unreachable', detail: look.detail }
  if (look.value.stopped) return { state: 'trouble', reason: 'queue-paused', detail: look.value.message }
  if (!look.value.accepting) return { state: 'trouble', reason: 'offline', detail: look.value.message }
  const trouble = troubleOf(look.value)
  return trouble === null
    ? { state: 'ready' }
    : { state: 'trouble', reason: trouble, detail: look.value.message }
}
