import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFakePrinters } from '#adapters/printer/testing/fake-printers.ts'
import { thermalPrinter } from '#adapters/printer/testing/sample-printers.ts'
import { openTestDb } from '#db/testing/open-test-db.ts'
import type { TestDatabase } from '#db/testing/open-test-db.ts'
import { printJobStates } from '#domain/print-job.ts'
import type { PrintJob, PrintJobState } from '#domain/print-job.ts'
import { aPrintJob } from '#domain/testing/print-jobs.ts'
import { sayPrintOutcome, sayPrintRefusal } from '#domain/wording/printing.ts'
import { printReasons } from '#domain/print-job.ts'
import { cancelJob, confirmPrinted, moveJob, releaseHeld, retryJob, spoilSheet } from './print-job-orders.ts'
import type { PrintJobOrderDeps } from './print-job-orders.ts'
import { commit, createTestClock, openPrintDesk, staleAfterMs } from './testing/print-desk.ts'
import type { TestClock } from './testing/print-desk.ts'

const counter = thermalPrinter('tcp://counter:9100', 'unknown', 'thermal-1')
const other = { ...thermalPrinter('tcp://other:9100', 'unknown', 'thermal-2'), name: 'Thermal Loket 2' }
const resting = {
  ...thermalPrinter('tcp://resting:9100', 'unknown', 'thermal-3'),
  name: 'Thermal Gudang',
  active: false,
}

let db: TestDatabase
let clock: TestClock
let deps: PrintJobOrderDeps
let woken: (string | null | undefined)[]
let heard: string[]

beforeEach(async () => {
  db = await openTestDb()
  clock = createTestClock()
  woken = []
  heard = []
  deps = {
    work: db.work,
    clock,
    events: (_topic, id) => heard.push(id),
    spool: { wake: (printerId) => woken.push(printerId) },
  }
  await commit(db.work, { printers: [counter, other, resting] })
})

afterEach(() => db.close())

const add = (facts: Partial<PrintJob>): Promise<void> =>
  commit(db.work, { jobs: [aPrintJob({ id: 'a', ...facts })] })
const stored = async (): Promise<PrintJob> => {
  const job = await db.queries.findPrintJob('a')
  if (job === undefined) throw new Error('job a is not stored')
  return job
}

type Order = (deps: PrintJobOrderDeps) => ReturnType<ReturnType<typeof cancelJob>>
const orders: Record<string, { run: Order; allowed: Partial<Record<PrintJobState, PrintJobState>> }> = {
  'trying again': { run: (d) => retryJob(d)('a', null, 'Sari'), allowed: { failed: 'queued' } },
  'trying again after a look in the tray': {
    run: (d) => retryJob(d)('a', false, 'Sari'),
    allowed: { failed: 'queued', unknown: 'queued' },
  },
  'saying that the sheet came out spoiled': {
    run: (d) => spoilSheet(d)('a', 'kertas macet', 'Sari'),
    allowed: { unknown: 'queued' },
  },
  'saying that the sheet is here': {
    run: (d) => confirmPrinted(d)('a', 'Sari'),
    allowed: { unknown: 'printed' },
  },
  cancelling: { run: (d) => cancelJob(d)('a', 'Sari'), allowed: { queued: 'cancelled', held: 'cancelled' } },
  'printing a held job now': { run: (d) => releaseHeld(d)('a', 'Sari'), allowed: { held: 'queued' } },
  'moving to another printer': {
    run: (d) => moveJob(d)('a', 'thermal-2', 'Sari'),
    allowed: { queued: 'queued', held: 'held', failed: 'queued' },
  },
}

const table = Object.entries(orders).flatMap(([name, { run, allowed }]) =>
  printJobStates.map((state) => ({ name, run, state, next: allowed[state] ?? null })),
)

test.each(table)('$name, of a $state job, leads to $next', async ({ run, state, next }) => {
  await add({ state })
  const result = await run(deps)
  expect(result.ok).toBe(next !== null)
  expect((await stored()).state).toBe(next ?? state)
  expect(heard).toEqual(next === null ? [] : ['a'])
  expect(woken).toHaveLength(next === 'queued' ? 1 : 0)
  if (result.ok) expect(await stored()).toEqual(result.value)
  else expect(sayPrintRefusal(result.refusal)).toMatch(/\. .+\.$/)
})

test('a second try keeps the copy number and clears what went wrong', async () => {
  await add({
    state: 'failed',
    reason: 'paper-out',
    detail: '1:1a',
    copy: 3,
    reprintReason: 'hilang',
    attempts: 1,
  })
  clock.move(60_000)
  expect((await retryJob(deps)('a', null, 'Sari')).ok).toBe(true)
  expect(await stored()).toMatchObject({
    copy: 3,
    reprintReason: 'hilang',
    reason: null,
    detail: null,
    attempts: 1,
  })
  expect(woken).toEqual(['thermal-1'])
})

test('of two clerks who try again, one is told that it is on its way', async () => {
  await add({ state: 'failed' })
  const results = await Promise.all([retryJob(deps)('a', null, 'Sari'), retryJob(deps)('a', null, 'Sari')])
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results.find((result) => !result.ok)).toEqual({
    ok: false,
    refusal: { code: 'print-job-under-way', state: 'queued', again: { by: 'Sari', at: clock.now() } },
  })
})

describe('a copy that has been asked for anew', () => {
  test.each(['printed', 'unknown', 'sending', 'queued', 'held'] as const)(
    'is not printed from the failed job too while the new one is %s',
    async (state) => {
      await add({ state: 'failed' })
      await commit(db.work, { jobs: [aPrintJob({ id: 'b', title: 'Tanda terima 0012', state })] })
      const refusal = { code: 'print-job-replaced', title: 'Tanda terima 0012' }
      expect(await retryJob(deps)('a', null, 'Sari')).toEqual({ ok: false, refusal })
      expect(await moveJob(deps)('a', 'thermal-2', 'Sari')).toEqual({ ok: false, refusal })
    },
  )

  test('may be printed from the old one when the new one failed or was cancelled, or is another copy', async () => {
    await add({ state: 'failed' })
    await commit(db.work, {
      jobs: [
        aPrintJob({ id: 'b', state: 'failed' }),
        aPrintJob({ id: 'c', state: 'cancelled' }),
        aPrintJob({ id: 'd', state: 'printed', copy: 2 }),
        aPrintJob({ id: 'e', state: 'printed', document: 'handover-receipt' }),
      ],
    })
    expect((await retryJob(deps)('a', null, 'Sari')).ok).toBe(true)
  })
})

test('a job without a printer is tried again only after it was given one', async () => {
  await add({ state: 'failed', reason: 'no-printer', printerId: null })
  expect(await retryJob(deps)('a', null, 'Sari')).toEqual({
    ok: false,
    refusal: { code: 'print-job-without-printer' },
  })
  expect((await moveJob(deps)('a', 'thermal-2', 'Sari')).ok).toBe(true)
  expect(await stored()).toMatchObject({ state: 'queued', printerId: 'thermal-2' })
  expect(woken).toEqual(['thermal-2'])
})

test('a job is not moved to a printer that is unknown or not in use', async () => {
  await add({ state: 'queued' })
  expect(await moveJob(deps)('a', 'thermal-9', 'Sari')).toEqual({
    ok: false,
    refusal: { code: 'printer-not-found', printerId: 'thermal-9' },
  })
  expect(await moveJob(deps)('a', 'thermal-3', 'Sari')).toEqual({
    ok: false,
    refusal: { code: 'printer-inactive', name: 'Thermal Gudang' },
  })
  expect((await stored()).printerId).toBe('thermal-1')
})

test('a job that does not exist is refused by its id', async () => {
  expect(await cancelJob(deps)('nowhere', 'Sari')).toEqual({
    ok: false,
    refusal: { code: 'print-job-not-found', jobId: 'nowhere' },
  })
})

test('a held job that was let go prints, however old it is, also after a new start', async () => {
  await add({ state: 'held' })
  clock.move(10 * staleAfterMs)
  await releaseHeld(deps)('a', 'Sari')
  const printers = createFakePrinters()
  const { spool } = openPrintDesk({ work: db.work, transport: printers.transport, clock })
  await spool.start()
  await spool.whenIdle()
  expect((await stored()).state).toBe('printed')
  await spool.close()
})

test('every outcome tells the clerk what happened and what to do', () => {
  for (const reason of printReasons) {
    expect(sayPrintOutcome('failed', reason)).toMatch(/tidak ada lembar yang keluar\. .+\.$/)
    expect(sayPrintOutcome('unknown', reason)).toMatch(
      /\. Lihat di baki printer, lalu pindai QR pada lembarnya\.$/,
    )
  }
})
