import { expect, test } from 'vitest'
import { anId, instant } from '#domain/testing/builders.ts'
import type { Printer, PrintJob } from '#domain/print-job.ts'
import { doWork, type OpenOffice } from './test-office.ts'

const minute = (n: number) => instant(`2026-03-02T01:${String(n).padStart(2, '0')}:00.000Z`)

const aJob = (n: number, change: Partial<PrintJob> = {}): PrintJob => ({
  id: anId(n, 'd'),
  applicationId: anId(1, 'b'),
  document: 'receipt',
  subjectId: null,
  title: `Tanda terima ${n}`,
  printerId: 'thermal',
  copy: 1,
  reprintReason: null,
  content: { lines: ['P-2026-000001', n] },
  state: 'queued',
  reason: null,
  detail: null,
  requestedBy: 'Petugas Satu',
  requestedAt: minute(n),
  sentAt: null,
  endedAt: null,
  attempts: 0,
  decided: null,
  ...change,
})

const aPrinter = (change: Partial<Printer> = {}): Printer => ({
  id: 'thermal',
  name: 'Printer loket',
  kind: 'thermal',
  address: 'tcp://127.0.0.1:9100',
  thermal: {
    widthMm: 80,
    columns: 48,
    codePage: 'PC437_USA',
    qr: 'native',
    cutter: true,
    withoutStatus: 'unknown',
  },
  documents: ['receipt', 'missing-items'],
  active: true,
  ...change,
})

/** What every store of print jobs and printers promises. */
export function printStoresContract(open: OpenOffice): void {
  test('gives a job back as it was added, by id and in lists, newest first', async () => {
    const office = await open()
    const jobs = [
      aJob(1, { copy: 2, reprintReason: 'kertas macet' }),
      aJob(2, { applicationId: null, printerId: null, state: 'failed', reason: 'no-printer', detail: 'x' }),
      aJob(3, { subjectId: anId(1, 'c'), document: 'permit', applicationId: anId(2, 'b') }),
    ]
    await doWork(office, async ({ printJobs }) => {
      for (const job of jobs) await printJobs.add(job)
    })
    expect(await office.queries.findPrintJob(anId(1, 'd'))).toEqual(jobs[0])
    expect(await office.queries.findPrintJob(anId(9, 'd'))).toBeUndefined()
    expect(await doWork(office, ({ printJobs }) => printJobs.find(anId(2, 'd')))).toEqual(jobs[1])
    expect(await office.queries.listPrintJobs({ limit: 9 })).toEqual([jobs[2], jobs[1], jobs[0]])
    expect(await office.queries.listPrintJobs({ limit: 1 })).toEqual([jobs[2]])
    expect(await office.queries.listPrintJobs({ states: ['failed'], limit: 9 })).toEqual([jobs[1]])
    expect(await office.queries.listPrintJobs({ states: [], limit: 9 })).toEqual([])
    expect(await office.queries.listPrintJobs({ applicationId: anId(1, 'b'), limit: 9 })).toEqual([jobs[0]])
    expect(await office.queries.listPrintJobs({ applicationIds: [anId(1, 'b')], limit: 9 })).toEqual([
      jobs[0],
    ])
    expect(await office.queries.listPrintJobs({ applicationIds: [], limit: 9 })).toEqual([])
    expect(await office.queries.listPrintJobs({ since: minute(2), limit: 9 })).toEqual([jobs[2], jobs[1]])
    const about = (id: string) => doWork(office, ({ printJobs }) => printJobs.listForSubject(id))
    expect(await about(anId(1, 'c'))).toEqual([jobs[2]])
    expect(await about(anId(1, 'b'))).toEqual([jobs[0]])
  })

  test('a printer gets its oldest queued job, marked as being sent, and nothing of another printer', async () => {
    const office = await open()
    await doWork(office, async ({ printJobs }) => {
      await printJobs.add(aJob(3))
      await printJobs.add(aJob(2))
      await printJobs.add(aJob(1, { state: 'held' }))
      await printJobs.add(aJob(4, { printerId: 'sheet' }))
    })
    const claim = () => doWork(office, ({ printJobs }) => printJobs.claimNext('thermal', minute(30)))
    const sending = { state: 'sending', sentAt: minute(30), attempts: 1 } as const
    expect(await claim()).toEqual(aJob(2, sending))
    expect(await office.queries.findPrintJob(anId(2, 'd'))).toEqual(aJob(2, sending))
    expect(await claim()).toEqual(aJob(3, sending))
    expect(await claim()).toBeUndefined()
    expect(await doWork(office, ({ printJobs }) => printJobs.listInState('sending'))).toEqual([
      aJob(2, sending),
      aJob(3, sending),
    ])
  })

  test('two lanes that ask at once never get the same job', async () => {
    const office = await open()
    await doWork(office, async ({ printJobs }) => {
      for (const n of [1, 2, 3, 4]) await printJobs.add(aJob(n))
    })
    const claims = await Promise.all(
      Array.from({ length: 6 }, () =>
        doWork(office, ({ printJobs }) => printJobs.claimNext('thermal', minute(30))),
      ),
    )
    const ids = claims.flatMap((job) => job?.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('a claim that is rolled back leaves the job in the queue', async () => {
    const office = await open()
    await doWork(office, ({ printJobs }) => printJobs.add(aJob(1)))
    const failing = doWork(office, async ({ printJobs }) => {
      await printJobs.claimNext('thermal', minute(30))
      throw new Error('fell over')
    })
    await expect(failing).rejects.toThrow('fell over')
    expect(await office.queries.findPrintJob(anId(1, 'd'))).toEqual(aJob(1))
  })

  test('records how a job ended, and sends it to another printer', async () => {
    const office = await open()
    await doWork(office, async ({ printJobs }) => {
      await printJobs.add(aJob(1))
      await printJobs.reroute(anId(1, 'd'), 'sheet')
      await printJobs.mark(anId(1, 'd'), {
        state: 'unknown',
        reason: 'connection-lost',
        detail: 'reset after 12 bytes',
        endedAt: minute(31),
      })
    })
    expect(await office.queries.findPrintJob(anId(1, 'd'))).toEqual(
      aJob(1, {
        printerId: 'sheet',
        state: 'unknown',
        reason: 'connection-lost',
        detail: 'reset after 12 bytes',
        endedAt: minute(31),
      }),
    )
  })

  test('a second original knows who asked for it, is open until somebody agrees, and is listed by its day', async () => {
    const office = await open()
    const second = { userId: anId(7, 'f'), consent: null }
    await doWork(office, async ({ printJobs }) => {
      await printJobs.add(aJob(1))
      await printJobs.add(aJob(2, { copy: 2, reprintReason: 'kusut', second }))
      await printJobs.add(aJob(3, { copy: 2, reprintReason: 'basah', second }))
    })
    const listed = async (seconds: 'all' | 'open') =>
      (await office.queries.listPrintJobs({ seconds, limit: 9 })).map(({ id }) => id)
    expect(await listed('open')).toEqual([anId(3, 'd'), anId(2, 'd')])
    const consent = { userId: anId(8, 'f'), by: 'Ibu Lestari', at: minute(40) }
    await doWork(office, ({ printJobs }) => printJobs.consent(anId(2, 'd'), consent))
    expect(await office.queries.findPrintJob(anId(2, 'd'))).toEqual(
      aJob(2, { copy: 2, reprintReason: 'kusut', second: { ...second, consent } }),
    )
    expect(await listed('open')).toEqual([anId(3, 'd')])
    expect(await listed('all')).toEqual([anId(3, 'd'), anId(2, 'd')])
    const before = await office.queries.listPrintJobs({ seconds: 'all', until: minute(3), limit: 9 })
    expect(before.map(({ id }) => id)).toEqual([anId(2, 'd')])
    await expect(doWork(office, ({ printJobs }) => printJobs.consent(anId(9, 'd'), consent))).rejects.toThrow(
      'not stored',
    )
  })

  test('a job that is not there cannot change', async () => {
    const office = await open()
    const change = { state: 'printed', reason: null, detail: null, endedAt: minute(1) } as const
    await expect(doWork(office, ({ printJobs }) => printJobs.mark(anId(1, 'd'), change))).rejects.toThrow(
      'not stored',
    )
    await expect(doWork(office, ({ printJobs }) => printJobs.reroute(anId(1, 'd'), 'x'))).rejects.toThrow(
      'not stored',
    )
  })

  test('keeps printers as they were set up last, by name', async () => {
    const office = await open()
    const sheet = aPrinter({
      id: 'sheet',
      name: 'A laser',
      kind: 'sheet',
      thermal: null,
      documents: ['permit'],
    })
    await doWork(office, async ({ printers }) => {
      await printers.save(aPrinter())
      await printers.save(sheet)
      await printers.save(aPrinter({ active: false, address: 'device:/dev/usb/lp0' }))
    })
    const expected = [sheet, aPrinter({ active: false, address: 'device:/dev/usb/lp0' })]
    expect(await office.queries.listPrinters()).toEqual(expected)
    expect(await doWork(office, ({ printers }) => printers.list())).toEqual(expected)
  })
}
