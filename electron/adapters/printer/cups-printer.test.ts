import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PDFDocument } from 'pdf-lib'
import type { PrintVerdict } from '#domain/print-job.ts'
import type { RenderedJob } from '#ports/printing.ts'
import { schedule } from '../system/schedule.ts'
import { connectToCups } from './cups-server.ts'
import { officeDeadlines } from './deadlines.ts'
import { createPrinterTransport } from './printer-transport.ts'
import { createPrinterYard } from './printer-yard.ts'
import { startPrinterDouble } from './testing/printer-double.ts'
import type { PrinterDouble } from './testing/printer-double.ts'
import { startPrivateCupsd } from './testing/private-cupsd.ts'
import type { PrivateCupsd } from './testing/private-cupsd.ts'
import { sheetPrinter, stripJob } from './testing/sample-printers.ts'

const millimetre = 72 / 25.4
const open = (): AbortSignal => new AbortController().signal
const f4 = {
  widthMm: 215,
  heightMm: 330,
  margins: { top: 10, topNext: 14, left: 30, right: 25, bottom: 18 },
  footMm: 8,
}

const said = (verdict: PrintVerdict): string =>
  verdict.outcome === 'printed' ? 'printed' : `${verdict.outcome} ${verdict.reason}`

let cups: PrivateCupsd
let double: PrinterDouble
let sheet: RenderedJob

// The spooler is a program of its own, so its time is real; only what certainly never happens is shortened.
const transportWith = (deadlines: Partial<typeof officeDeadlines> = {}) =>
  createPrinterTransport({
    schedule,
    deadlines: { ...officeDeadlines, pollMs: 50, ...deadlines },
    cups: connectToCups(cups.env['CUPS_SERVER']),
  })

beforeAll(async () => {
  cups = await startPrivateCupsd()
  const pdf = await PDFDocument.create()
  pdf
    .addPage([f4.widthMm * millimetre, f4.heightMm * millimetre])
    .drawText('SURAT IZIN PRAKTIK', { x: 100, y: 700 })
  sheet = { bytes: await pdf.save({ useObjectStreams: false }), mediaType: 'application/pdf', paper: f4 }
})

afterAll(async () => {
  await cups.stop()
})

beforeEach(async () => {
  double = await startPrinterDouble({ kind: 'no-status' })
})

afterEach(() => double.close())

let queues = 0
/** A queue of the test's own, by which jobs reach the double. A laser takes paper of any size. */
const addQueue = async (kind: 'laser' | 'letter-and-a4' | 'raw' = 'laser'): Promise<string> => {
  queues += 1
  const name = `Laser_${queues}`
  await cups.addQueue(name, `socket://127.0.0.1:${double.port}`, kind === 'letter-and-a4' ? 'pdf' : kind)
  return name
}

/** Jobs that the spooler would still print. */
const waitingJobs = async (queue: string): Promise<string> =>
  cups.run('lpstat', ['-W', 'not-completed', queue])

describe('a sheet through a queue', () => {
  test('comes from the tray that the office has set, as often as it has set', async () => {
    const queue = await addQueue()
    const printer = sheetPrinter(`cups:${queue}`)
    const yard = createPrinterYard({ schedule, cups: connectToCups(cups.env['CUPS_SERVER']) })
    const trays = (await yard.trays(printer.address, open())) ?? []
    expect(trays).toHaveLength(2)
    await transportWith().send({ ...sheet, tray: trays[1], copies: 2 }, printer, 'Register 12', open())
    expect(cups.errorLog()).toMatch(/argv\[4\]="2"/)
    expect(cups.errorLog()).toMatch(/argv\[5\]=".*InputSlot=Lower/)
    expect(
      said(await transportWith().send({ ...sheet, tray: 'tray-9' }, printer, 'Register 13', open())),
    ).toBe('failed rejected')
  })

  test('reaches the printer as PDF of exactly its paper, unscaled; the queue alone proves nothing', async () => {
    const queue = await addQueue()
    expect(
      said(await transportWith().send(sheet, sheetPrinter(`cups:${queue}`), 'Izin 503/0012', open())),
    ).toBe('unknown no-status')
    const arrived = Buffer.from(double.paper()).toString('latin1')
    const pdf = await PDFDocument.load(double.paper().slice(arrived.indexOf('%PDF-')))
    const { width, height } = pdf.getPage(0).getSize()
    // CUPS counts in whole points, a third of a millimetre.
    expect(width).toBe(Math.floor(f4.widthMm * millimetre))
    expect(height).toBe(Math.floor(f4.heightMm * millimetre))
    expect(pdf.getPageCount()).toBe(1)
  })

  test('counts as printed where the office trusts the queue', async () => {
    const queue = await addQueue()
    const printer = sheetPrinter(`cups:${queue}?completed=printed`)
    expect(said(await transportWith().send(sheet, printer, 'Izin', open()))).toBe('printed')
    expect(double.connections()).toBe(1)
  })

  test('is never put on Letter by a queue that has no such paper', async () => {
    const queue = await addQueue('letter-and-a4')
    const printer = sheetPrinter(`cups:${queue}?completed=printed`)
    expect(await transportWith().send(sheet, printer, 'Izin', open())).toEqual({
      outcome: 'failed',
      reason: 'rejected',
      detail: 'the queue has no paper of 215 x 330 mm',
    })
    const a4 = { ...f4, widthMm: 210, heightMm: 297 }
    expect(said(await transportWith().send({ ...sheet, paper: a4 }, printer, 'Laporan', open()))).toBe(
      'printed',
    )
    expect(double.connections()).toBe(1)
  })

  test('of bytes for the printer itself arrives untouched through a raw queue', async () => {
    const queue = await addQueue('raw')
    const strip = stripJob('LOKET-1')
    await transportWith().send(strip, sheetPrinter(`cups:${queue}`), 'Tanda terima', open())
    expect(double.paper()).toEqual(strip.bytes)
  })
})

describe('a queue in trouble', () => {
  test('that is paused gets no job at all: certainly nothing came out, also after it is resumed', async () => {
    const queue = await addQueue()
    await cups.run('cupsdisable', ['-r', 'kertas habis', queue])
    const printer = sheetPrinter(`cups:${queue}`)
    expect(await transportWith().probe(printer, open())).toEqual({
      state: 'trouble',
      reason: 'queue-paused',
      detail: 'kertas habis',
    })
    expect(await transportWith().send(sheet, printer, 'Izin', open())).toEqual({
      outcome: 'failed',
      reason: 'queue-paused',
      detail: 'kertas habis',
    })
    expect(await waitingJobs(queue)).toBe('')
    await cups.run('cupsenable', [queue])
    expect(await transportWith().probe(printer, open())).toEqual({ state: 'ready' })
    expect(double.connections()).toBe(0)
  })

  test('that is paused while the job waits for its turn gives it back: certainly nothing came out', async () => {
    const queue = await addQueue()
    await double.behave({ kind: 'never-reads' })
    const printer = sheetPrinter(`cups:${queue}`)
    const first = new AbortController()
    const before = transportWith().send(sheet, printer, 'Izin 1', first.signal)
    await double.until((printerDouble) => printerDouble.connections() === 1)
    const waiting = transportWith().send(sheet, printer, 'Izin 2', open())
    await untilSpooled(queue, 2)
    await cups.run('cupsdisable', [queue])
    expect(said(await waiting)).toBe('failed queue-paused')
    expect(said(await before)).toBe('unknown queue-paused')
    expect(await waitingJobs(queue)).toBe('')
  })

  test('that accepts nothing rejects the job', async () => {
    const queue = await addQueue()
    await cups.run('cupsreject', [queue])
    expect(said(await transportWith().send(sheet, sheetPrinter(`cups:${queue}`), 'Izin', open()))).toBe(
      'failed rejected',
    )
  })

  test('that does not exist rejects the job', async () => {
    const printer = sheetPrinter('cups:Nowhere')
    expect(said(await transportWith().send(sheet, printer, 'Izin', open()))).toBe('failed rejected')
    expect(await transportWith().probe(printer, open())).toMatchObject({
      state: 'trouble',
      reason: 'unreachable',
    })
  })

  test('whose printer is switched off is given up: certainly nothing came out, and nothing will', async () => {
    const queue = await addQueue()
    await double.behave({ kind: 'switched-off' })
    const verdict = await transportWith({ queueConnectMs: 200 }).send(
      sheet,
      sheetPrinter(`cups:${queue}`),
      'Izin',
      open(),
    )
    expect(said(verdict)).toBe('failed unreachable')
    expect(await waitingJobs(queue)).toBe('')
  })

  test('whose printer never reads is given up after its time: uncertain, and taken out of the queue', async () => {
    const queue = await addQueue()
    await double.behave({ kind: 'never-reads' })
    const verdict = await transportWith({ queueMs: 400 }).send(
      sheet,
      sheetPrinter(`cups:${queue}`),
      'Izin',
      open(),
    )
    expect(said(verdict)).toBe('unknown timed-out')
    expect(await waitingJobs(queue)).toBe('')
  })

  test.each([
    ['resets at the first byte', { kind: 'resets-at', byte: 1 }],
    ['resets in the middle', { kind: 'resets-at', byte: 400 }],
    ['closes at once', { kind: 'closes-at-once' }],
  ] as const)('whose printer %s is never believed, whatever the queue says', async (_name, behaviour) => {
    const queue = await addQueue()
    await double.behave(behaviour)
    const verdict = await transportWith({ queueMs: 1_000 }).send(
      sheet,
      sheetPrinter(`cups:${queue}`),
      'Izin',
      open(),
    )
    expect(verdict.outcome).toBe('unknown')
    expect(await waitingJobs(queue)).toBe('')
  })

  test('is left when the station closes, and the job does not come out afterwards', async () => {
    const queue = await addQueue()
    await double.behave({ kind: 'never-reads' })
    const closing = new AbortController()
    const sending = transportWith().send(sheet, sheetPrinter(`cups:${queue}`), 'Izin', closing.signal)
    await double.until((printerDouble) => printerDouble.connections() === 1)
    closing.abort()
    expect(said(await sending)).toBe('unknown station-stopped')
    expect(await waitingJobs(queue)).toBe('')
  })
})

test('a machine without a print server is said so', async () => {
  const transport = createPrinterTransport({
    schedule,
    cups: connectToCups('/nowhere/cups.sock'),
  })
  expect(said(await transport.send(sheet, sheetPrinter('cups:Laser'), 'Izin', open()))).toBe(
    'failed unreachable',
  )
})

/** Resolves when so many jobs of a queue are in the spooler's hands; asks it, since it tells nobody. */
async function untilSpooled(queue: string, count: number): Promise<void> {
  for (;;) {
    const lines = (await waitingJobs(queue)).split('\n').filter(Boolean)
    if (lines.length === count) return
  }
}
