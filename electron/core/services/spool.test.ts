import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFakePrinters } from '#adapters/printer/testing/fake-printers.ts'
import type { FakePrinters } from '#adapters/printer/testing/fake-printers.ts'
import { thermalPrinter } from '#adapters/printer/testing/sample-printers.ts'
import { openTestDb } from '#db/testing/open-test-db.ts'
import type { TestDatabase } from '#db/testing/open-test-db.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { aPrintJob, instant } from '#domain/testing/print-jobs.ts'
import { ok } from '#domain/result.ts'
import { explainPrintJob } from '#domain/wording/print-outcome.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import { commit, createTestClock, nameRenderer, openPrintDesk, staleAfterMs } from './testing/print-desk.ts'
import type { Spool } from './spool.ts'

const counter = thermalPrinter('tcp://counter:9100', 'unknown', 'thermal-1')
const backOffice = thermalPrinter('tcp://back-office:9100', 'unknown', 'thermal-2')

let db: TestDatabase
let printers: FakePrinters
let open: Spool[]

beforeEach(async () => {
  db = await openTestDb()
  await commit(db.work, { printers: [counter, backOffice] })
  printers = createFakePrinters()
  open = []
})

afterEach(async () => {
  for (const spool of open) await spool.close()
  await db.close()
})

const desk = (parts: Partial<Parameters<typeof openPrintDesk>[0]> = {}) => {
  const made = openPrintDesk({ work: db.work, transport: printers.transport, ...parts })
  open.push(made.spool)
  return made
}

const job = async (id: string): Promise<Partial<PrintJob> | undefined> => {
  const found = await db.queries.findPrintJob(id)
  return found && { state: found.state, reason: found.reason, attempts: found.attempts }
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

test('a job that was committed comes out, is recorded as printed, and the screens hear of each change', async () => {
  const { spool, events, clock } = desk()
  await commit(db.work, { jobs: [aPrintJob({ id: 'a' })] })
  await spool.start()
  await spool.whenIdle()
  expect(printers.output(counter.address).map(text)).toEqual(['<a>'])
  expect(await db.queries.findPrintJob('a')).toEqual(
    aPrintJob({ id: 'a', state: 'printed', attempts: 1, sentAt: clock.now(), endedAt: clock.now() }),
  )
  expect(events).toEqual(['a', 'a'])
})

test('a job committed while the spool runs goes out when its printer is woken', async () => {
  const { spool } = desk()
  await spool.start()
  await spool.whenIdle()
  await commit(db.work, { jobs: [aPrintJob({ id: 'a' })] })
  spool.wake('thermal-1')
  await spool.whenIdle()
  expect(await job('a')).toEqual({ state: 'printed', reason: null, attempts: 1 })
})

test('one printer prints in the order in which the jobs were asked for', async () => {
  const { spool } = desk()
  const at = (second: number) => instant(`2026-11-26T02:00:0${second}.000Z`)
  await commit(db.work, {
    jobs: [
      aPrintJob({ id: 'third', requestedAt: at(3) }),
      aPrintJob({ id: 'first', requestedAt: at(1) }),
      aPrintJob({ id: 'second', requestedAt: at(2) }),
    ],
  })
  await spool.start()
  await spool.whenIdle()
  expect(printers.sent()).toEqual(['first', 'second', 'third'])
})

test('a dead printer holds up nobody at another printer', async () => {
  printers.behave(counter.address, { kind: 'waits' })
  const { spool } = desk()
  await commit(db.work, {
    jobs: [
      aPrintJob({ id: 'stuck' }),
      aPrintJob({ id: 'waits' }),
      aPrintJob({ id: 'other', printerId: 'thermal-2' }),
      aPrintJob({ id: 'lost', printerId: null }),
    ],
  })
  await spool.start()
  await printers.untilSent(2)
  printers.letGo(counter.address)
  printers.behave(counter.address, { kind: 'prints' })
  await spool.whenIdle()
  expect(printers.sent().indexOf('other')).toBeLessThan(printers.sent().indexOf('waits'))
  expect(await job('lost')).toMatchObject({ state: 'failed', reason: 'no-printer' })
  expect(await job('waits')).toMatchObject({ state: 'printed' })
})

describe.each([
  ['failed', 'paper-out'],
  ['unknown', 'connection-lost'],
] as const)('a job that ended as %s', (outcome, reason) => {
  test('stands so with its reason, and the next one goes on', async () => {
    printers.behave(counter.address, {
      kind: 'says',
      verdict: { outcome, reason, detail: '1:1a' },
      prints: false,
    })
    const { spool } = desk()
    await commit(db.work, { jobs: [aPrintJob({ id: 'a' }), aPrintJob({ id: 'b' })] })
    await spool.start()
    await spool.whenIdle()
    expect(await job('a')).toEqual({ state: outcome, reason, attempts: 1 })
    expect(await job('b')).toEqual({ state: outcome, reason, attempts: 1 })
    expect((await db.queries.findPrintJob('a'))?.detail).toBe('1:1a')
  })
})

test('a sheet that cannot be made fails before anything is sent, and the fault is logged once', async () => {
  const { spool, faults } = desk({
    renderer: {
      render: (asked, printer) =>
        asked.id === 'broken' ? Promise.reject(new Error('no glyph')) : nameRenderer.render(asked, printer),
    },
  })
  await commit(db.work, { jobs: [aPrintJob({ id: 'broken' }), aPrintJob({ id: 'whole' })] })
  await spool.start()
  await spool.whenIdle()
  expect(await job('broken')).toEqual({ state: 'failed', reason: 'render-failed', attempts: 1 })
  expect(await job('whole')).toMatchObject({ state: 'printed' })
  expect(printers.sent()).toEqual(['whole'])
  expect(faults).toEqual(['a sheet cannot be made'])
})

test('a sheet that does not show its record is never sent, and its job says what is wrong', async () => {
  const unsound = {
    code: 'paper-unsound',
    mismatches: [{ code: 'paper-fact-differs', fact: 'number', wanted: '503/0412' }],
  } as const
  const { spool, faults } = desk({
    renderer: {
      render: (asked, printer) =>
        asked.id === 'unsound' ? Promise.resolve({ unsound }) : nameRenderer.render(asked, printer),
    },
  })
  await commit(db.work, { jobs: [aPrintJob({ id: 'unsound' }), aPrintJob({ id: 'whole' })] })
  await spool.start()
  await spool.whenIdle()
  expect(printers.sent()).toEqual(['whole'])
  expect(await job('unsound')).toEqual({ state: 'failed', reason: 'paper-unsound', attempts: 1 })
  const ended = await db.queries.findPrintJob('unsound')
  expect(ended && explainPrintJob(ended, 'Laser')).toBe(
    'Dokumen ini tidak cocok dengan datanya, tidak dicetak dan tidak ditandatangani. Nomor surat “503/0412” tidak ada pada lembar. Periksa data permohonan; bila sudah benar, sampaikan kepada administrator.',
  )
  expect(faults).toEqual([])
})

test('a transport that breaks its promise leaves the job uncertain, never failed', async () => {
  printers.behave(counter.address, { kind: 'throws' })
  const { spool, faults } = desk()
  await commit(db.work, { jobs: [aPrintJob({ id: 'a' })] })
  await spool.start()
  await spool.whenIdle()
  expect(await job('a')).toMatchObject({ state: 'unknown' })
  expect(faults).toEqual(['a printer transport threw'])
})

test('what a stopped station was sending is uncertain after the next start, and is not sent again', async () => {
  await commit(db.work, {
    jobs: [aPrintJob({ id: 'half-sent', state: 'sending', attempts: 1 }), aPrintJob({ id: 'waiting' })],
  })
  const { spool, events } = desk()
  await spool.start()
  await spool.whenIdle()
  expect(await job('half-sent')).toEqual({ state: 'unknown', reason: 'station-stopped', attempts: 1 })
  expect(printers.sent()).toEqual(['waiting'])
  expect(events[0]).toBe('half-sent')
})

describe('age', () => {
  test('yesterday’s backlog is held and asks first; what is fresh prints', async () => {
    const clock = createTestClock()
    const { spool } = desk({ clock })
    await commit(db.work, { jobs: [aPrintJob({ id: 'old', requestedAt: clock.now() })] })
    clock.move(staleAfterMs + 1)
    await commit(db.work, { jobs: [aPrintJob({ id: 'fresh', requestedAt: clock.now() })] })
    await spool.start()
    await spool.whenIdle()
    expect(await job('old')).toMatchObject({ state: 'held' })
    expect(printers.sent()).toEqual(['fresh'])
  })

  test('a job of exactly that age still prints', async () => {
    const clock = createTestClock()
    const { spool } = desk({ clock })
    await commit(db.work, { jobs: [aPrintJob({ id: 'a', requestedAt: clock.now() })] })
    clock.move(staleAfterMs)
    await spool.start()
    await spool.whenIdle()
    expect(await job('a')).toMatchObject({ state: 'printed' })
  })

  test('a job that grows old behind a printer that hangs is held as well', async () => {
    const clock = createTestClock()
    printers.behave(counter.address, { kind: 'waits' })
    const { spool } = desk({ clock })
    await commit(db.work, { jobs: [aPrintJob({ id: 'hangs' }), aPrintJob({ id: 'waits' })] })
    await spool.start()
    await printers.untilSent(1)
    clock.move(staleAfterMs + 1)
    printers.letGo(counter.address)
    await spool.whenIdle()
    expect(await job('hangs')).toMatchObject({ state: 'printed' })
    expect(await job('waits')).toMatchObject({ state: 'held' })
  })
})

test('a job for a printer that is not used any more, or is unknown, fails for want of a printer', async () => {
  await commit(db.work, {
    printers: [{ ...backOffice, active: false }],
    jobs: [aPrintJob({ id: 'a', printerId: 'thermal-2' }), aPrintJob({ id: 'b', printerId: null })],
  })
  const { spool } = desk()
  await spool.start()
  await spool.whenIdle()
  expect(await job('a')).toMatchObject({ state: 'failed', reason: 'no-printer' })
  expect(await job('b')).toMatchObject({ state: 'failed', reason: 'no-printer' })
})

describe('closing', () => {
  test('waits for the sheet that is being sent, and takes up no other', async () => {
    printers.behave(counter.address, { kind: 'waits' })
    const { spool } = desk()
    await commit(db.work, { jobs: [aPrintJob({ id: 'a' }), aPrintJob({ id: 'b' })] })
    await spool.start()
    await printers.untilSent(1)
    const closed = spool.close()
    printers.letGo(counter.address)
    await closed
    expect(await job('a')).toMatchObject({ state: 'printed' })
    expect(await job('b')).toMatchObject({ state: 'queued' })
  })

  test('gives up a sheet that does not end in time: it is uncertain', async () => {
    printers.behave(counter.address, { kind: 'waits' })
    const { spool } = desk({
      closeMs: 7,
      schedule: (afterMs, run) => {
        if (afterMs === 7) queueMicrotask(run)
        return () => undefined
      },
    })
    await commit(db.work, { jobs: [aPrintJob({ id: 'a' })] })
    await spool.start()
    await printers.untilSent(1)
    await spool.close()
    await spool.whenIdle()
    expect(await job('a')).toMatchObject({ state: 'unknown', reason: 'station-stopped' })
  })

  test('a job of which nothing was sent waits for the next start', async () => {
    const verdict = { outcome: 'failed', reason: 'station-stopped', detail: null } as const
    printers.behave(counter.address, { kind: 'says', verdict, prints: false })
    const { spool } = desk({
      // The station closes while this job is on its way to the printer.
      transport: {
        ...printers.transport,
        send: (...order) => {
          void spool.close()
          return printers.transport.send(...order)
        },
      },
    })
    await commit(db.work, { jobs: [aPrintJob({ id: 'a' })] })
    await spool.start()
    await spool.whenIdle()
    expect(await job('a')).toMatchObject({ state: 'queued', reason: null })

    printers.behave(counter.address, { kind: 'prints' })
    const next = desk()
    await next.spool.start()
    await next.spool.whenIdle()
    expect(await job('a')).toMatchObject({ state: 'printed', attempts: 2 })
  })

  test('a closed spool does nothing more', async () => {
    const { spool } = desk()
    await spool.start()
    await spool.close()
    await commit(db.work, { jobs: [aPrintJob({ id: 'a' })] })
    spool.wake()
    spool.wake('thermal-1')
    await spool.whenIdle()
    expect(await job('a')).toMatchObject({ state: 'queued' })
  })
})

describe('a database that fails for a while', () => {
  const failing = (work: UnitOfWork) => {
    let faults = 0
    return {
      work: {
        run: (step) => {
          if (faults === 0) return work.run(step)
          faults -= 1
          return Promise.reject(new Error('disk full'))
        },
      } satisfies UnitOfWork,
      fail: (times: number) => {
        faults = times
      },
    }
  }

  test('the outcome of a sheet is written down as soon as it can be, and the sheet is not sent again', async () => {
    const disk = failing(db.work)
    printers.behave(counter.address, { kind: 'waits' })
    const { spool, faults } = desk({
      work: disk.work,
      schedule: (_afterMs, run) => {
        queueMicrotask(run)
        return () => undefined
      },
    })
    await commit(db.work, { jobs: [aPrintJob({ id: 'a' })] })
    await spool.start()
    await printers.untilSent(1)
    disk.fail(3)
    printers.letGo(counter.address)
    await spool.whenIdle()
    expect(await job('a')).toEqual({ state: 'printed', reason: null, attempts: 1 })
    expect(printers.output(counter.address)).toHaveLength(1)
    expect(faults).toHaveLength(3)
  })
})

test('a sheet that others have settled meanwhile keeps their word', async () => {
  printers.behave(counter.address, { kind: 'waits' })
  const { spool } = desk()
  await commit(db.work, { jobs: [aPrintJob({ id: 'a' })] })
  await spool.start()
  await printers.untilSent(1)
  await db.work.run(async ({ printJobs }) => {
    await printJobs.mark('a', { state: 'cancelled', reason: null, detail: null, endedAt: null })
    return ok(undefined)
  })
  printers.letGo(counter.address)
  await spool.whenIdle()
  expect(await job('a')).toMatchObject({ state: 'cancelled' })
})

test('a verdict that comes after a second start called the job interrupted still counts', async () => {
  printers.behave(counter.address, { kind: 'waits' })
  const first = desk()
  await commit(db.work, { jobs: [aPrintJob({ id: 'a' })] })
  await first.spool.start()
  await printers.untilSent(1)
  const second = desk()
  await second.spool.start()
  await second.spool.whenIdle()
  expect(await job('a')).toMatchObject({ state: 'unknown', reason: 'station-stopped' })
  printers.letGo(counter.address)
  await first.spool.whenIdle()
  expect(await job('a')).toMatchObject({ state: 'printed' })
})

test('two stations on one queue print each job once', async () => {
  const jobs = Array.from({ length: 40 }, (_, index) => aPrintJob({ id: `job-${index}` }))
  const one = desk()
  const two = desk()
  await one.spool.start()
  await two.spool.start()
  await commit(db.work, { jobs })
  one.spool.wake('thermal-1')
  two.spool.wake('thermal-1')
  await Promise.all([one.spool.whenIdle(), two.spool.whenIdle()])
  const out = printers.output(counter.address).map(text)
  expect(out).toHaveLength(40)
  expect(new Set(out).size).toBe(40)
})

test('may be started once only', async () => {
  const { spool } = desk()
  await spool.start()
  await expect(spool.start()).rejects.toThrow('already')
})
