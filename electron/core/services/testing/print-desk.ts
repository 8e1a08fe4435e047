import type { Instant } from '#domain/instant.ts'
import { addMs } from '#domain/instant.ts'
import type { PrintJob, Printer } from '#domain/print-job.ts'
import { instant } from '#domain/testing/print-jobs.ts'
import { ok } from '#domain/result.ts'
import type { Clock } from '#ports/clock.ts'
import type { Log } from '#ports/log.ts'
import type { PrinterTransport, RenderedJob } from '#ports/printing.ts'
import type { Schedule } from '#ports/schedule.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import { createSpool } from '../spool.ts'
import type { Spool, SpoolParts } from '../spool.ts'

/** One hour: long enough for every test that is not about age. */
export const staleAfterMs = 3_600_000

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  move(ms: number): void
}

/** Makes one. */
export function createTestClock(start: Instant = instant('2026-11-26T02:00:00.000Z')): TestClock {
  let now = start
  return {
    now: () => now,
    move: (ms) => {
      now = addMs(now, ms)
    },
  }
}

/** Renders a job as its id, so that the paper tells which job came out. */
export const nameRenderer: { render(job: PrintJob, printer: Printer): Promise<RenderedJob> } = {
  render: (job) =>
    Promise.resolve({
      bytes: new TextEncoder().encode(`<${job.id}>`),
      mediaType: 'application/vnd.escpos',
      paper: null,
    }),
}

/** What the spool said while it worked. */
export interface Heard {
  /** Ids of the events, in order. */
  readonly events: string[]
  /** Messages of logged faults. */
  readonly faults: string[]
}

/** A spool on a database, with the few parts a test wants to be its own. */
export function openPrintDesk(
  parts: { readonly work: UnitOfWork; readonly transport: PrinterTransport } & Partial<SpoolParts>,
): Heard & { readonly spool: Spool; readonly clock: Clock; readonly events: string[] } {
  const events: string[] = []
  const faults: string[] = []
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (_fields, message) => faults.push(message),
  }
  const never: Schedule = () => () => undefined
  const clock = parts.clock ?? createTestClock()
  const spool = createSpool({
    renderer: nameRenderer,
    schedule: never,
    log,
    rules: { staleAfterMs, blankPapers: ['permit'] },
    ...parts,
    clock,
    events: (_topic, id) => events.push(id),
  })
  return { spool, clock, events, faults }
}

/** Commits printers and jobs as the services would. */
export async function commit(
  work: UnitOfWork,
  {
    printers = [],
    jobs = [],
  }: { readonly printers?: readonly Printer[]; readonly jobs?: readonly PrintJob[] },
): Promise<void> {
  await work.run(async (stores) => {
    for (const printer of printers) await stores.printers.save(printer)
    for (const job of jobs) await stores.printJobs.add(job)
    return ok(undefined)
  })
}
