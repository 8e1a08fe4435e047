import type { PrintJob, Printer, PrintVerdict } from '#domain/print-job.ts'
import { sayPaperUnsound } from '#domain/wording/paper-check.ts'
import type { Clock } from '#ports/clock.ts'
import type { Log } from '#ports/log.ts'
import type { JobRenderer, PrinterTransport } from '#ports/printing.ts'
import type { Schedule } from '#ports/schedule.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import { createCancelSource } from './cancel-source.ts'
import { createSpoolRecords } from './spool-records.ts'
import type { Changed, SpoolRules } from './spool-records.ts'

/** Every job of which something changed is announced under this topic. */
export const printingTopic = 'printing'

export interface SpoolParts {
  readonly work: UnitOfWork
  readonly renderer: JobRenderer
  readonly transport: PrinterTransport
  readonly clock: Clock
  readonly schedule: Schedule
  readonly events: (topic: typeof printingTopic, jobId: string) => void
  readonly log: Log
  readonly rules: SpoolRules
  /** How long `close` waits for strips and sheets that are being sent, before it gives them up; milliseconds. */
  readonly closeMs?: number
  /** Between two tries of a step that failed on the database; milliseconds. */
  readonly retryMs?: number
}

/** The durable print queue of a station. */
export interface Spool {
  /**
   * Settles what a stopped station left behind, then sends what waits. Called once.
   * Throws when the database cannot be written: nothing has been sent then.
   */
  start(): Promise<void>
  /**
   * Something was queued: call it after the commit. Without a printer every lane looks, and jobs that have
   * none are settled. Never throws, never waits; before `start` and after `close` it does nothing.
   */
  wake(printerId?: string | null): void
  /** Resolves when nothing waits that can be sent and nothing is being sent. */
  whenIdle(): Promise<void>
  /** Takes up nothing more and waits, within limits, for what is being sent. May be called twice. */
  close(): Promise<void>
}

/** A lane that is running; `again` when something was queued while it looked. */
interface Lane {
  again: boolean
}

/**
 * Builds the spool. One lane per printer, so that a dead one holds up nobody; inside a lane jobs go out one
 * after another, the oldest first. A job is `sending` in the database before its first byte leaves, and only
 * `queued` jobs are ever taken up: what may have reached a device is never sent again by itself.
 */
export function createSpool(parts: SpoolParts): Spool {
  const { renderer, transport, schedule, log } = parts
  const closeMs = parts.closeMs ?? 6_000
  const retryMs = parts.retryMs ?? 5_000
  const records = createSpoolRecords(parts.work, parts.clock, parts.rules)
  const stop = createCancelSource()
  const lanes = new Map<string, Lane>()
  const idleWatchers = new Set<() => void>()
  let phase: 'new' | 'open' | 'closed' = 'new'
  let busy = 0

  const announce = ({ changed }: Changed): void => {
    for (const id of changed) parts.events(printingTopic, id)
  }

  const isOpen = (): boolean => phase === 'open'

  /** Counts as work until it has ended; a fault is logged and never escapes. */
  const occupy = (name: string, task: () => Promise<void>): void => {
    busy += 1
    task()
      .catch((error: unknown) => {
        log.error({ err: error }, name)
      })
      .finally(() => {
        busy -= 1
        if (busy === 0) for (const tell of [...idleWatchers]) tell()
      })
  }

  const whenIdle = (): Promise<void> =>
    new Promise((resolve) => {
      if (busy === 0) {
        resolve()
        return
      }
      const tell = (): void => {
        idleWatchers.delete(tell)
        resolve()
      }
      idleWatchers.add(tell)
    })

  const pauseUnlessClosed = (): Promise<void> =>
    new Promise((resolve) => {
      const go = (): void => {
        halt()
        stop.signal.removeEventListener('abort', go)
        resolve()
      }
      const halt = schedule(retryMs, go)
      stop.signal.addEventListener('abort', go)
    })

  /** Tries a step on the database until it works; undefined when the station closes first. */
  const insist = async <T>(
    name: string,
    step: () => Promise<T>,
    worthIt: () => boolean,
  ): Promise<T | undefined> => {
    for (;;) {
      try {
        return await step()
      } catch (error) {
        log.error({ err: error }, name)
        if (!worthIt()) return undefined
        await pauseUnlessClosed()
      }
    }
  }

  const send = async (job: PrintJob, printer: Printer): Promise<PrintVerdict> => {
    let rendered: Awaited<ReturnType<JobRenderer['render']>>
    try {
      rendered = await renderer.render(job, printer)
    } catch (error) {
      log.error({ err: error, jobId: job.id, document: job.document }, 'a sheet cannot be made')
      return { outcome: 'failed', reason: 'render-failed', detail: null }
    }
    if ('unsound' in rendered) {
      log.warn({ jobId: job.id, mismatches: rendered.unsound.mismatches }, 'a sheet is not sound')
      return { outcome: 'failed', reason: 'paper-unsound', detail: sayPaperUnsound(rendered.unsound) }
    }
    try {
      return await transport.send(rendered, printer, job.title, stop.signal)
    } catch (error) {
      log.error({ err: error, jobId: job.id, printerId: printer.id }, 'a printer transport threw')
      return { outcome: 'unknown', reason: 'connection-lost', detail: null }
    }
  }

  const runLane = async (printerId: string, lane: Lane): Promise<void> => {
    while (isOpen()) {
      lane.again = false
      const claim = await insist('claiming a print job failed', () => records.claim(printerId), isOpen)
      if (claim === undefined) return
      announce(claim)
      if (claim.claimed === null) {
        if (lane.again) continue
        // In the same turn as the look at `again`, so that no call to `wake` is lost in between.
        lanes.delete(printerId)
        return
      }
      const { job, printer } = claim.claimed
      const verdict = await send(job, printer)
      const settled = await insist(
        'recording the outcome of a print job failed',
        () => records.settle(job, verdict),
        () => !stop.signal.aborted,
      )
      if (settled !== undefined) announce(settled)
    }
  }

  const wakeLane = (printerId: string): void => {
    const running = lanes.get(printerId)
    if (running !== undefined) {
      running.again = true
      return
    }
    const lane: Lane = { again: false }
    lanes.set(printerId, lane)
    occupy('a print lane failed', async () => {
      try {
        await runLane(printerId, lane)
      } finally {
        if (lanes.get(printerId) === lane) lanes.delete(printerId)
      }
    })
  }

  const sortAndWake = async (): Promise<void> => {
    const sorted = await insist('sorting the print queue failed', () => records.sort(), isOpen)
    if (sorted === undefined) return
    announce(sorted)
    for (const printerId of sorted.waiting) wakeLane(printerId)
  }

  const wake = (printerId?: string | null): void => {
    if (!isOpen()) return
    if (typeof printerId === 'string') wakeLane(printerId)
    else occupy('sorting the print queue failed', sortAndWake)
  }

  const idleWithin = async (limitMs: number): Promise<void> => {
    let halt: () => void = () => undefined
    await Promise.race([
      whenIdle(),
      new Promise<void>((resolve) => {
        halt = schedule(limitMs, resolve)
      }),
    ])
    halt()
  }

  return {
    start: async () => {
      if (phase !== 'new') throw new Error('the spool has been started already')
      announce(await records.closeInterrupted())
      phase = 'open'
      wake()
    },
    wake,
    whenIdle,
    close: async () => {
      phase = 'closed'
      if (busy > 0) await idleWithin(closeMs)
      stop.cancel()
      // Together below the ten seconds that a quitting desktop grants.
      if (busy > 0) await idleWithin(closeMs / 2)
    },
  }
}
