import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFakePrinters } from '#adapters/printer/testing/fake-printers.ts'
import { sheetPrinter } from '#adapters/printer/testing/sample-printers.ts'
import { openTestDb } from '#db/testing/open-test-db.ts'
import type { TestDatabase } from '#db/testing/open-test-db.ts'
import { balanceBetween, blankState, imbalance, type BlankStack } from '#domain/blank-ledger.ts'
import { addMs, type Instant } from '#domain/instant.ts'
import type { PrintJob, PrintReason, PrintVerdict } from '#domain/print-job.ts'
import { ok } from '#domain/result.ts'
import { aPrintJob, instant } from '#domain/testing/print-jobs.ts'
import { examineBlanks } from './examine-blanks.ts'
import { confirmPrinted, retryJob, spoilSheet } from './print-job-orders.ts'
import { commit, createTestClock, openPrintDesk } from './testing/print-desk.ts'

const laser = sheetPrinter('folder:/laser')
const stack: BlankStack = {
  id: 'stack-1',
  receivedAt: instant('2026-11-25T02:00:00.000Z'),
  receivedBy: 'Ratih',
  count: 5,
  numbering: { prefix: 'PTK-', width: 6, first: 101 },
  note: null,
}
const permit = (id: string, facts: Partial<PrintJob> = {}): PrintJob =>
  aPrintJob({ id, document: 'permit', subjectId: `product ${id}`, printerId: 'laser-1', ...facts })

let db: TestDatabase
let printers: ReturnType<typeof createFakePrinters>
let desk: ReturnType<typeof openPrintDesk>
const clock = createTestClock()

beforeEach(async () => {
  db = await openTestDb()
  await commit(db.work, { printers: [laser] })
  await db.work.run(async ({ blanks }) => ok(await blanks.receive(stack)))
  printers = createFakePrinters()
  desk = openPrintDesk({ work: db.work, transport: printers.transport, clock })
})

afterEach(async () => {
  await desk.spool.close()
  await db.close()
})

const orders = () => ({ work: db.work, clock, events: () => undefined, spool: desk.spool })
const print = async (...jobs: readonly PrintJob[]): Promise<void> => {
  await commit(db.work, { jobs })
  desk.spool.wake()
  await desk.spool.whenIdle()
}
const says = (outcome: 'failed' | 'unknown', reason: PrintReason, prints = false): void => {
  const verdict: PrintVerdict = { outcome, reason, detail: null }
  printers.behave(laser.address, { kind: 'says', verdict, prints })
}
const long = { from: instant('2026-01-01T00:00:00.000Z'), until: instant('2027-01-01T00:00:00.000Z') }
/** Every line of the card: which try, what became of it, the number on its sheet. */
const card = async (): Promise<readonly string[]> =>
  (await db.queries.listBlankEntries(long)).map(
    (one) => `${one.id} ${blankState(one)} ${one.serial?.text ?? '–'}`,
  )
const damages = async () =>
  (await examineBlanks({ queries: db.queries, startedAt: addMs(clock.now(), 1) })).damages

describe('a sheet on a blank', () => {
  test('has one line with the next number, written with its outcome; other papers have none', async () => {
    await desk.spool.start()
    await print(permit('a'), permit('b'), aPrintJob({ id: 'r', printerId: 'laser-1' }))
    expect(await card()).toEqual(['a-1 printed PTK-000101', 'b-1 printed PTK-000102'])
    expect(await damages()).toEqual([])
  })

  test('that is a draft, or is printed onto the signed sheet, takes no blank', async () => {
    await desk.spool.start()
    await print(
      permit('draft', { content: { kind: 'permit', sheet: 'draft' } }),
      permit('signed', { content: { kind: 'permit', sheet: 'for-signature' } }),
      permit('over', { content: { kind: 'permit', sheet: 'overprint' } }),
    )
    expect(await card()).toEqual(['signed-1 printed PTK-000101'])
    expect(await damages()).toEqual([])
  })

  test('that certainly did not come out leaves its number to the next one', async () => {
    await desk.spool.start()
    says('failed', 'paper-out')
    await print(permit('a'))
    printers.behave(laser.address, { kind: 'prints' })
    await retryJob(orders())('a', null, 'Sari')
    await desk.spool.whenIdle()
    expect(await card()).toEqual(['a-1 unused PTK-000101', 'a-2 printed PTK-000101'])
    expect(await damages()).toEqual([])
  })
})

describe('a sheet of unknown fate', () => {
  beforeEach(async () => {
    await desk.spool.start()
    says('unknown', 'connection-lost', true)
    await print(permit('a'))
    printers.behave(laser.address, { kind: 'prints' })
    expect(await card()).toEqual(['a-1 unknown PTK-000101'])
  })

  test('is printed when somebody holds it in hand, and the card says who', async () => {
    await confirmPrinted(orders())('a', 'Sari')
    expect(await card()).toEqual(['a-1 printed PTK-000101'])
    expect((await db.queries.listBlankEntries(long))[0]?.settled?.by).toBe('Sari')
    expect(await damages()).toEqual([])
  })

  test('of which none came out is tried again under the same copy number with the same blank', async () => {
    await retryJob(orders())('a', false, 'Sari')
    await desk.spool.whenIdle()
    expect(await card()).toEqual(['a-1 unused PTK-000101', 'a-2 printed PTK-000101'])
    expect((await db.queries.findPrintJob('a'))?.copy).toBe(1)
    expect(await damages()).toEqual([])
  })

  test('that came out spoiled keeps its number with the reason, and the next try takes the next blank', async () => {
    expect(await spoilSheet(orders())('a', '  ', 'Sari')).toMatchObject({
      refusal: { code: 'spoiled-needs-reason' },
    })
    await spoilSheet(orders())('a', 'kertas macet', 'Sari')
    await desk.spool.whenIdle()
    expect(await card()).toEqual(['a-1 spoiled PTK-000101', 'a-2 printed PTK-000102'])
    expect(await damages()).toEqual([])
  })

  test('is resolved by one clerk only: the second is told by whom', async () => {
    const [first, second] = await Promise.all([
      confirmPrinted(orders())('a', 'Sari'),
      retryJob(orders())('a', false, 'Dodi'),
    ])
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1)
    const refusal = first.ok ? second : first
    expect(refusal).toMatchObject(
      first.ok
        ? { refusal: { code: 'print-job-already-printed', seen: { by: 'Sari' } } }
        : { refusal: { again: { by: 'Dodi' } } },
    )
  })
})

test('a station that stopped in the middle leaves the blank unknown, and its next start does not send the sheet again', async () => {
  await db.work.run(async ({ printJobs, blanks }) => {
    await printJobs.add(permit('a', { state: 'sending', attempts: 1, sentAt: clock.now() }))
    return ok(
      await blanks.add({
        id: 'a-1',
        jobId: 'a',
        attempt: 1,
        document: 'permit',
        title: 'a',
        serial: { stackId: 'stack-1', number: 101, text: 'PTK-000101' },
        takenAt: clock.now(),
        takenBy: 'Sari',
        settled: null,
        withdrawn: null,
      }),
    )
  })
  await desk.spool.start()
  await desk.spool.whenIdle()
  expect(await card()).toEqual(['a-1 unknown PTK-000101'])
  expect(printers.sent()).toEqual([])
  expect(await damages()).toEqual([])
})

test('two stations that print at once never give one number to two sheets, and the card balances', async () => {
  const other = openPrintDesk({ work: db.work, transport: printers.transport, clock })
  await commit(db.work, {
    printers: [sheetPrinter('folder:/other', 'laser-2')],
    jobs: ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) =>
      permit(id, { printerId: index % 2 === 0 ? 'laser-1' : 'laser-2' }),
    ),
  })
  await Promise.all([desk.spool.start(), other.spool.start()])
  await Promise.all([desk.spool.whenIdle(), other.spool.whenIdle()])
  await other.spool.close()
  const serials = (await db.queries.listBlankEntries(long)).map((one) => one.serial?.number ?? null)
  // Six sheets and five numbered blanks: the sixth sheet is on the card without a number.
  expect(serials.toSorted()).toEqual([101, 102, 103, 104, 105, null])
  const at = (moment: Instant) => db.queries.countBlanks(moment)
  const balance = balanceBetween(await at(long.from), await at(long.until))
  expect(balance).toMatchObject({ received: 5, printed: 6, remaining: -1 })
  expect(imbalance(balance)).toBe(0)
})

test('an examination finds a line that says something else than its sheet, and a sheet without a line', async () => {
  await desk.spool.start()
  await print(permit('a'), permit('b'))
  clock.move(1_000)
  await print(permit('c'))
  await db.work.run(async ({ printJobs }) => {
    await printJobs.mark('a', { state: 'unknown', reason: 'no-status', detail: null, endedAt: null })
    await printJobs.add(
      permit('d', { state: 'printed', attempts: 1, sentAt: addMs(clock.now(), -500), endedAt: clock.now() }),
    )
    return ok(null)
  })
  expect(await damages()).toEqual([
    { code: 'blank-differs', title: 'a', job: 'unknown', card: 'printed' },
    { code: 'blank-missing', title: 'd', job: 'printed' },
  ])
})
