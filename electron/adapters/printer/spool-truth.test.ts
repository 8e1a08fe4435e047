import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestDb } from '#db/testing/open-test-db.ts'
import { printJobStates } from '#domain/print-job.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { aPrintJob } from '#domain/testing/print-jobs.ts'
import { confirmPrinted, retryJob } from '#services/print-job-orders.ts'
import { commit, nameRenderer, openPrintDesk } from '#services/testing/print-desk.ts'
import { scheduleThatPasses } from '#ports/testing/test-schedule.ts'
import type { PrinterTransport } from '#ports/printing.ts'
import { createPrinterTransport } from './printer-transport.ts'
import type { PrinterBehaviour } from './testing/printer-brain.ts'
import { startPrinterDouble } from './testing/printer-double.ts'
import type { PrinterDouble } from './testing/printer-double.ts'
import { silencesOf, testDeadlines, thermalPrinter } from './testing/sample-printers.ts'

const sheetBytes = '<job-0>'.length
const atByte = fc.integer({ min: 1, max: sheetBytes })
const plain = (...kinds: Exclude<PrinterBehaviour, { byte: number } | { bytesPerStep: number }>['kind'][]) =>
  fc.constantFrom(...kinds).map((kind) => ({ kind }))
const anyBehaviour: fc.Arbitrary<PrinterBehaviour> = fc.oneof(
  plain(
    'healthy',
    'switched-off',
    'never-reads',
    'closes-at-once',
    'paper-out',
    'paper-out-after',
    'near-end',
  ),
  plain(
    'cover-open',
    'offline',
    'no-status',
    'falls-silent',
    'reports',
    'chatters',
    'echoes',
    'wrong-status',
  ),
  fc.record({
    kind: fc.constantFrom('resets-at', 'closes-at', 'power-cut-at', 'paper-out-at'),
    byte: atByte,
  }),
)

/** A printer that behaves differently with each job, as the list says, and well when the list has ended. */
const moody = (double: PrinterDouble, moods: PrinterBehaviour[]): PrinterTransport => ({
  send: async (...order) => {
    const mood = moods.shift() ?? { kind: 'healthy' }
    await double.behave(mood)
    const schedule = scheduleThatPasses(testDeadlines.settleMs, ...silencesOf(mood))
    return createPrinterTransport({ schedule, deadlines: testDeadlines }).send(...order)
  },
  probe: () => Promise.resolve({ state: 'unknown' }),
})

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const times = (paper: string, id: string): number => paper.split(`<${id}>`).length - 1

test('whatever the printer does, no sheet comes out twice, none is lost, and no verdict is a lie', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyBehaviour, { maxLength: 14 }), async (moods) => {
      const db = await openTestDb()
      const double = await startPrinterDouble()
      try {
        const ids = ['job-1', 'job-2', 'job-3', 'job-4', 'job-5']
        const printer = thermalPrinter(double.address)
        await commit(db.work, {
          printers: [printer],
          jobs: ids.map((id) => aPrintJob({ id, subjectId: id })),
        })
        const desk = openPrintDesk({
          work: db.work,
          transport: moody(double, [...moods]),
          renderer: nameRenderer,
        })
        const deps = { work: db.work, clock: desk.clock, events: () => undefined, spool: desk.spool }
        await desk.spool.start()

        for (let round = 0; round <= moods.length; round += 1) {
          await desk.spool.whenIdle()
          const jobs: readonly PrintJob[] = await db.queries.listPrintJobs({ limit: 100 })
          const paper = text(double.paper())
          for (const job of jobs) {
            expect(printJobStates).toContain(job.state)
            expect(['printed', 'failed', 'unknown']).toContain(job.state)
            expect(times(paper, job.id)).toBeLessThanOrEqual(1)
            if (job.state === 'printed') expect(times(paper, job.id)).toBe(1)
            if (job.state === 'failed') expect(times(paper, job.id)).toBe(0)
          }
          // The clerk looks into the tray and tells the truth.
          for (const job of jobs) {
            if (job.state === 'failed') await retryJob(deps)(job.id, null, 'Sari')
            if (job.state !== 'unknown') continue
            if (times(paper, job.id) === 1) await confirmPrinted(deps)(job.id, 'Sari')
            else await retryJob(deps)(job.id, false, 'Sari')
          }
        }
        await desk.spool.whenIdle()
        const ended = await db.queries.listPrintJobs({ limit: 100 })
        expect(ended.map((job) => job.state)).toEqual(ids.map(() => 'printed'))
        for (const id of ids) expect(times(text(double.paper()), id)).toBe(1)
        await desk.spool.close()
      } finally {
        await double.close()
        await db.close()
      }
    }),
    { seed: 20_261_126, numRuns: 25 },
  )
}, 60_000)
