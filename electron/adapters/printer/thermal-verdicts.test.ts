import { afterEach, describe, expect, test } from 'vitest'
import type { PrintVerdict, ThermalProfile } from '#domain/print-job.ts'
import { scheduleThatPasses } from '#ports/testing/test-schedule.ts'
import { createPrinterTransport } from './printer-transport.ts'
import type { PrinterBehaviour } from './testing/printer-brain.ts'
import { startPrinterDouble } from './testing/printer-double.ts'
import type { PrinterDouble } from './testing/printer-double.ts'
import { silencesOf, stripJob, testDeadlines, thermalPrinter } from './testing/sample-printers.ts'

const { connectMs, statusMs, jobCapMs, settleMs } = testDeadlines
const doubles: PrinterDouble[] = []

afterEach(async () => {
  for (const double of doubles.splice(0)) await double.close()
})

const start = async (behaviour: PrinterBehaviour): Promise<PrinterDouble> => {
  const double = await startPrinterDouble(behaviour)
  doubles.push(double)
  return double
}

const transportWhere = (...passing: number[]) =>
  createPrinterTransport({ schedule: scheduleThatPasses(settleMs, ...passing), deadlines: testDeadlines })

const open = (): AbortSignal => new AbortController().signal
const job = stripJob('LOKET-1')
const half = Math.floor(job.bytes.length / 2)

type Verdict = `${PrintVerdict['outcome']}` | `${'failed' | 'unknown'} ${string}`
const said = (verdict: PrintVerdict): Verdict =>
  verdict.outcome === 'printed' ? 'printed' : `${verdict.outcome} ${verdict.reason}`

/** How much of the job can be on paper in truth. */
type Paper = 'all' | 'none' | 'part'
const paperOf = (double: PrinterDouble): Paper => {
  const { length } = double.paper()
  return length === 0 ? 'none' : length === job.bytes.length ? 'all' : 'part'
}

interface Case {
  readonly name: string
  readonly behaviour: PrinterBehaviour
  readonly paper: Paper
  readonly verdict: Verdict
  /** Where the office trusts a device that gives no status; the same when absent. */
  readonly trusted?: Verdict
}

const silent = [statusMs, jobCapMs]
const cases: readonly Case[] = [
  { name: 'healthy', behaviour: { kind: 'healthy' }, paper: 'all', verdict: 'printed' },
  {
    name: 'switched off',
    behaviour: { kind: 'switched-off' },
    paper: 'none',
    verdict: 'failed unreachable',
  },
  {
    name: 'never reads',
    behaviour: { kind: 'never-reads' },
    paper: 'none',
    verdict: 'unknown no-answer',
  },
  {
    name: 'closes at once',
    behaviour: { kind: 'closes-at-once' },
    paper: 'none',
    verdict: 'failed connection-lost',
  },
  {
    name: 'resets at the first byte',
    behaviour: { kind: 'resets-at', byte: 1 },
    paper: 'part',
    verdict: 'unknown connection-lost',
  },
  {
    name: 'resets in the middle',
    behaviour: { kind: 'resets-at', byte: half },
    paper: 'part',
    verdict: 'unknown connection-lost',
  },
  {
    name: 'resets after the last byte',
    behaviour: { kind: 'resets-at', byte: job.bytes.length },
    paper: 'all',
    verdict: 'unknown connection-lost',
  },
  {
    name: 'closes in the middle',
    behaviour: { kind: 'closes-at', byte: half },
    paper: 'part',
    verdict: 'unknown connection-lost',
  },
  {
    name: 'power cut in the middle',
    behaviour: { kind: 'power-cut-at', byte: half },
    paper: 'part',
    verdict: 'unknown connection-lost',
  },
  {
    name: 'slow',
    behaviour: { kind: 'slow', bytesPerStep: 16 },
    paper: 'all',
    verdict: 'printed',
  },
  {
    name: 'paper near its end',
    behaviour: { kind: 'near-end' },
    paper: 'all',
    verdict: 'printed',
  },
  {
    name: 'paper out before',
    behaviour: { kind: 'paper-out' },
    paper: 'none',
    verdict: 'failed paper-out',
  },
  {
    name: 'paper out in the middle',
    behaviour: { kind: 'paper-out-at', byte: half },
    paper: 'part',
    verdict: 'unknown paper-out',
  },
  {
    name: 'paper out with the last line',
    behaviour: { kind: 'paper-out-after' },
    paper: 'all',
    verdict: 'unknown paper-out',
  },
  {
    name: 'cover open',
    behaviour: { kind: 'cover-open' },
    paper: 'none',
    verdict: 'failed cover-open',
  },
  { name: 'offline', behaviour: { kind: 'offline' }, paper: 'none', verdict: 'failed offline' },
  {
    name: 'gives no status',
    behaviour: { kind: 'no-status' },
    paper: 'all',
    verdict: 'unknown no-status',
    trusted: 'printed',
  },
  {
    name: 'falls silent after the job',
    behaviour: { kind: 'falls-silent' },
    paper: 'all',
    verdict: 'unknown no-answer',
  },
  {
    name: 'reports without being asked',
    behaviour: { kind: 'reports' },
    paper: 'all',
    verdict: 'printed',
  },
  {
    name: 'sends healthy answers nobody asked for',
    behaviour: { kind: 'chatters' },
    paper: 'all',
    verdict: 'unknown no-status',
    trusted: 'printed',
  },
  {
    name: 'echoes everything',
    behaviour: { kind: 'echoes' },
    paper: 'all',
    verdict: 'unknown no-status',
    trusted: 'printed',
  },
  {
    name: 'answers with something that is no status',
    behaviour: { kind: 'wrong-status' },
    paper: 'all',
    verdict: 'unknown no-status',
    trusted: 'printed',
  },
]

describe.each<ThermalProfile['withoutStatus']>(['unknown', 'printed'])(
  'a device without status counts as %s',
  (withoutStatus) => {
    test.each(cases)('$name', async ({ behaviour, paper, verdict, trusted }) => {
      const double = await start(behaviour)
      const transport = createPrinterTransport({
        deadlines: testDeadlines,
        // The job's deadline runs out when the device has done what it is going to do.
        schedule: (afterMs, run) => {
          const idle = double.until(() => paper !== 'all' || paperOf(double) === 'all')
          const whenDue = (): void => void (afterMs === jobCapMs ? idle.then(run) : run())
          return scheduleThatPasses(settleMs, ...silencesOf(behaviour))(afterMs, whenDue)
        },
      })
      const answer = await transport.send(
        job,
        thermalPrinter(double.address, withoutStatus),
        'Tanda terima',
        open(),
      )
      expect(said(answer)).toBe(withoutStatus === 'printed' ? (trusted ?? verdict) : verdict)
      expect(paperOf(double)).toBe(paper)
    })
  },
)

test('no verdict of the table claims what the paper contradicts', () => {
  for (const { name, paper, verdict } of cases) {
    if (verdict === 'printed') expect(paper, name).toBe('all')
    if (verdict.startsWith('failed')) expect(paper, name).toBe('none')
  }
})

test('a host that does not answer is unreachable when the deadline has passed', async () => {
  // Reserved for documentation: packets to it go nowhere.
  const printer = thermalPrinter('tcp://192.0.2.1:9100')
  expect(said(await transportWhere(connectMs).send(job, printer, 'Tanda terima', open()))).toBe(
    'failed unreachable',
  )
})

test('a strip larger than any buffer, for a device that reads nothing, is uncertain after its deadline', async () => {
  const double = await start({ kind: 'never-reads' })
  const large = { ...job, bytes: new Uint8Array(16_000_000) }
  const printer = thermalPrinter(double.address, 'printed')
  expect(said(await transportWhere(...silent).send(large, printer, 'Tanda terima', open()))).toBe(
    'unknown timed-out',
  )
})

test('what has not reached an uncertain device is taken back, so that it cannot come out later', async () => {
  const double = await start({ kind: 'never-reads' })
  const large = { ...job, bytes: new Uint8Array(16_000_000) }
  await transportWhere(...silent).send(large, thermalPrinter(double.address), 'Tanda terima', open())
  double.wake()
  await double.until((printer) => printer.openConnections() === 0)
  expect(double.received().length).toBeLessThan(large.bytes.length)
})

test('a station that closes before the first byte has printed nothing, after it nobody knows', async () => {
  const mute = await start({ kind: 'never-reads' })
  const early = new AbortController()
  const before = transportWhere().send(job, thermalPrinter(mute.address), 'Tanda terima', early.signal)
  await mute.until((printer) => printer.connections() === 1)
  early.abort()
  expect(said(await before)).toBe('failed station-stopped')

  const double = await start({ kind: 'falls-silent' })
  const late = new AbortController()
  const after = transportWhere().send(job, thermalPrinter(double.address), 'Tanda terima', late.signal)
  await double.until((printer) => printer.paper().length === job.bytes.length)
  late.abort()
  expect(said(await after)).toBe('unknown station-stopped')
})

test('a sheet is never sent to a strip printer as its source', async () => {
  const double = await start({ kind: 'healthy' })
  const sheet = { bytes: job.bytes, mediaType: 'application/pdf', paper: null } as const
  expect(said(await transportWhere().send(sheet, thermalPrinter(double.address), 'Izin', open()))).toBe(
    'failed rejected',
  )
  expect(double.connections()).toBe(0)
})

test.each<[PrinterBehaviour['kind'], string]>([
  ['healthy', 'ready'],
  ['near-end', 'ready'],
  ['no-status', 'unknown'],
  ['paper-out', 'trouble paper-out'],
  ['cover-open', 'trouble cover-open'],
  ['offline', 'trouble offline'],
  ['switched-off', 'trouble unreachable'],
  ['closes-at-once', 'trouble unreachable'],
])('asked how it is, a printer that is %s says %s', async (kind, expected) => {
  const double = await start({ kind } as PrinterBehaviour)
  const condition = await transportWhere(...(kind === 'no-status' ? [statusMs] : [])).probe(
    thermalPrinter(double.address),
    open(),
  )
  expect(condition.state === 'trouble' ? `trouble ${condition.reason}` : condition.state).toBe(expected)
})
