import type { Printer } from '#domain/print-job.ts'
import type { Log } from '#ports/log.ts'
import type { PrinterCondition } from '#ports/printing.ts'
import type { Schedule } from '#ports/schedule.ts'
import type { PrinterTurns } from './printer-turns.ts'

/** Between two rounds; a clerk who has put in paper should not wait longer than it takes to walk back. */
export const watchEveryMs = 30_000
/** After a job or a setting changed: soon enough to be seen, late enough for the printer to have noticed. */
export const watchSoonMs = 1_000

export interface PrinterWatch {
  /** Begins the first round at once and never waits for it. */
  start(): void
  /** Something about a printer changed: the next round comes soon. Without effect before `start`. */
  lookSoon(): void
  /** null: not asked yet. */
  conditionOf(printerId: string): PrinterCondition | null
  /** Ends what is being asked. May be called twice. */
  close(): Promise<void>
}

interface PrinterWatchParts {
  readonly listPrinters: () => Promise<readonly Printer[]>
  readonly probe: PrinterTurns['probe']
  readonly schedule: Schedule
  /** Told with topic `printing` when a printer's condition has changed. */
  readonly publish: (topic: string, id: string | null) => void
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
}

const reasonOf = (condition: PrinterCondition | undefined): string =>
  condition?.state === 'trouble' ? condition.reason : (condition?.state ?? 'unknown')

/** Asks every printer in use how it is, again and again, beside the work and never in its way. */
export function createPrinterWatch(parts: PrinterWatchParts): PrinterWatch {
  const { log } = parts
  const known = new Map<string, { readonly address: string; readonly condition: PrinterCondition }>()
  const closing = new AbortController()
  let started = false
  let soon = false
  let round: Promise<void> | null = null
  let stopWaiting = (): void => undefined

  const note = ({ id, name, address }: Printer, condition: PrinterCondition): void => {
    const before = known.get(id)
    known.set(id, { address, condition })
    if (before?.address === address && reasonOf(before.condition) === reasonOf(condition)) return
    if (condition.state === 'trouble')
      log.warn(
        { printer: name, reason: condition.reason, detail: condition.detail },
        'a printer is in trouble',
      )
    else if (before?.condition.state === 'trouble') log.info({ printer: name }, 'a printer is well again')
    parts.publish('printing', id)
  }

  const look = async (): Promise<void> => {
    const active = (await parts.listPrinters()).filter((one) => one.active)
    for (const [id, { address }] of known)
      if (!active.some((one) => one.id === id && one.address === address)) known.delete(id)
    await Promise.all(
      active.map(async (printer) => {
        const condition = await parts.probe(printer, closing.signal)
        if (condition && !closing.signal.aborted) note(printer, condition)
      }),
    )
  }

  const wait = (afterMs: number): void => {
    stopWaiting()
    stopWaiting = parts.schedule(afterMs, run)
  }
  const run = (): void => {
    if (round || closing.signal.aborted) return
    soon = false
    round = look()
      .catch((error: unknown) => log.error({ err: error }, 'the printers could not be asked'))
      .finally(() => {
        round = null
        if (!closing.signal.aborted) wait(soon ? watchSoonMs : watchEveryMs)
      })
  }

  return {
    start: () => {
      started = true
      run()
    },
    lookSoon: () => {
      if (!started || closing.signal.aborted || soon) return
      soon = true
      if (!round) wait(watchSoonMs)
    },
    conditionOf: (printerId) => known.get(printerId)?.condition ?? null,
    close: async () => {
      closing.abort()
      stopWaiting()
      await round
    },
  }
}
