import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { PrintVerdict } from '#domain/print-job.ts'
import type { RenderedJob } from '#ports/printing.ts'
import { printerTransportContract } from '#ports/testing/printer-transport.contract.ts'
import { scheduleThatPasses } from '#ports/testing/test-schedule.ts'
import { createPrinterTransport } from './printer-transport.ts'
import { createDeviceDouble } from './testing/device-double.ts'
import { createFakePrinters, goneAddress } from './testing/fake-printers.ts'
import type { PrinterBehaviour } from './testing/printer-brain.ts'
import { startPrinterDouble } from './testing/printer-double.ts'
import { sheetPrinter, stripJob, testDeadlines, thermalPrinter } from './testing/sample-printers.ts'

const { statusMs, settleMs, devicePollMs } = testDeadlines
const open = (): AbortSignal => new AbortController().signal
const strip = stripJob('LOKET-1')
const sheet: RenderedJob = {
  bytes: new TextEncoder().encode('%PDF-1.7 permit'),
  mediaType: 'application/pdf',
  paper: null,
}

const endings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

const makeFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'sepok-print-'))
  endings.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const transport = createPrinterTransport({ schedule: scheduleThatPasses(settleMs), deadlines: testDeadlines })

/** Takes the paper of a double apart into the jobs that it printed. */
const jobsOn = (paper: Uint8Array): Uint8Array[] => {
  const count = Math.floor(paper.length / strip.bytes.length)
  return Array.from({ length: count }, (_, index) =>
    paper.slice(index * strip.bytes.length, (index + 1) * strip.bytes.length),
  )
}

describe('into a folder', () => {
  const outputOf = async (folder: string): Promise<Uint8Array[]> => {
    const names = (await readdir(folder)).sort()
    return Promise.all(names.map(async (name) => new Uint8Array(await readFile(join(folder, name)))))
  }

  printerTransportContract(async () => {
    const folder = await makeFolder()
    return {
      transport,
      good: sheetPrinter(`folder:${folder}`),
      gone: sheetPrinter(`folder:${folder}/not-there`),
      job: sheet,
      output: () => outputOf(folder),
    }
  })

  test('a sheet is named by its title, a strip ends in .escpos, and a second one overwrites nothing', async () => {
    const folder = await makeFolder()
    const printer = sheetPrinter(`folder:${folder}`)
    await transport.send(sheet, printer, 'Izin 503/0012/SIPD', open())
    await transport.send(strip, printer, 'Tanda terima: 0012', open())
    await transport.send(sheet, printer, 'Izin 503/0012/SIPD', open())
    expect((await readdir(folder)).sort()).toEqual([
      'Izin 503-0012-SIPD (2).pdf',
      'Izin 503-0012-SIPD.pdf',
      'Tanda terima- 0012.escpos',
    ])
  })

  test.each([
    ['../../keluar', '-..-keluar.pdf'],
    ['', 'cetakan.pdf'],
    ['...', 'cetakan.pdf'],
    ['a\u0000b\nc', 'a-b-c.pdf'],
    ['é'.repeat(300), `${'é'.repeat(80)}.pdf`],
  ])('a title of %j stays inside the folder as %s', async (title, name) => {
    const folder = await makeFolder()
    expect(await transport.send(sheet, sheetPrinter(`folder:${folder}`), title, open())).toEqual({
      outcome: 'printed',
    })
    expect(await readdir(folder)).toEqual([name])
  })

  test('a folder that has gone is said so, and is not made anew', async () => {
    const folder = await makeFolder()
    const printer = sheetPrinter(`folder:${folder}/gone`)
    const verdict: PrintVerdict = { outcome: 'failed', reason: 'folder-missing', detail: `${folder}/gone` }
    expect(await transport.send(sheet, printer, 'Izin', open())).toEqual(verdict)
    expect(await readdir(folder)).toEqual([])
    expect(await transport.probe(printer, open())).toMatchObject({
      state: 'trouble',
      reason: 'folder-missing',
    })
  })

  test('a file in the place of the folder is no folder', async () => {
    const folder = await makeFolder()
    await writeFile(join(folder, 'file'), '')
    const printer = sheetPrinter(`folder:${folder}/file`)
    expect(await transport.send(sheet, printer, 'Izin', open())).toMatchObject({
      outcome: 'failed',
      reason: 'folder-missing',
    })
    expect(await transport.probe(printer, open())).toMatchObject({ reason: 'folder-missing' })
  })

  test('a folder in which nothing can be made fails the job', async () => {
    // The kernel's own folder takes no files, not even from root.
    expect(await transport.send(sheet, sheetPrinter('folder:/proc'), 'Izin', open())).toMatchObject({
      outcome: 'failed',
    })
  })

  test('everybody may read what lies in the folder, as from a printer’s tray', async () => {
    const folder = await makeFolder()
    await chmod(folder, 0o755)
    await transport.send(sheet, sheetPrinter(`folder:${folder}`), 'Izin', open())
    expect((await stat(join(folder, 'Izin.pdf'))).mode & 0o444).toBe(0o444)
  })
})

describe('over the network', () => {
  printerTransportContract(async () => {
    const double = await startPrinterDouble()
    const off = await startPrinterDouble({ kind: 'switched-off' })
    endings.push(double.close)
    return {
      transport,
      good: thermalPrinter(double.address),
      gone: thermalPrinter(off.address),
      job: strip,
      output: () => Promise.resolve(jobsOn(double.paper())),
    }
  })
})

describe('through a device file', () => {
  const deviceAt = (path: string, behaviour: PrinterBehaviour = { kind: 'healthy' }) => {
    const device = createDeviceDouble(path, behaviour)
    const passing = behaviour.kind === 'no-status' ? [statusMs] : []
    return {
      device,
      transport: createPrinterTransport({
        schedule: scheduleThatPasses(settleMs, devicePollMs, ...passing),
        deadlines: testDeadlines,
        openDevice: device.open,
      }),
    }
  }

  printerTransportContract(() => {
    const { device, transport: overDevice } = deviceAt('/dev/usb/lp0')
    return Promise.resolve({
      transport: overDevice,
      good: thermalPrinter('device:/dev/usb/lp0'),
      gone: thermalPrinter('device:/dev/usb/lp1'),
      job: strip,
      output: () => Promise.resolve(jobsOn(device.paper())),
    })
  })

  const printer = thermalPrinter('device:/dev/usb/lp0')

  test('paper that is out before the job fails it, in the middle leaves it uncertain', async () => {
    const before = deviceAt('/dev/usb/lp0', { kind: 'paper-out' })
    expect(await before.transport.send(strip, printer, 'x', open())).toMatchObject({
      outcome: 'failed',
      reason: 'paper-out',
    })
    const middle = deviceAt('/dev/usb/lp0', { kind: 'paper-out-at', byte: 100 })
    expect(await middle.transport.send(strip, printer, 'x', open())).toMatchObject({
      outcome: 'unknown',
      reason: 'paper-out',
    })
  })

  test('a driver that calls the device full before the first byte means paper end, and certainly nothing came out', async () => {
    const { device, transport: overDevice } = deviceAt('/dev/usb/lp0', { kind: 'no-status' })
    device.refuseWrites('ENOSPC', 0)
    expect(await overDevice.send(strip, printer, 'x', open())).toMatchObject({
      outcome: 'failed',
      reason: 'paper-out',
    })
    expect(device.paper()).toHaveLength(0)
  })

  test('a plug that is pulled in the middle leaves the strip uncertain', async () => {
    const { device, transport: overDevice } = deviceAt('/dev/usb/lp0')
    device.refuseWrites('ENODEV', 100)
    expect(await overDevice.send(strip, printer, 'x', open())).toMatchObject({
      outcome: 'unknown',
      reason: 'connection-lost',
      detail: 'ENODEV',
    })
  })

  test('a device that gives no status prints whole, and counts as the office has set', async () => {
    const trusted = thermalPrinter('device:/dev/usb/lp0', 'printed')
    const { device, transport: overDevice } = deviceAt('/dev/usb/lp0', { kind: 'no-status' })
    expect(await overDevice.send(strip, printer, 'x', open())).toMatchObject({
      outcome: 'unknown',
      reason: 'no-status',
    })
    expect(await overDevice.send(strip, trusted, 'x', open())).toEqual({ outcome: 'printed' })
    expect(jobsOn(device.paper())).toEqual([strip.bytes, strip.bytes])
    expect(device.openFiles()).toBe(0)
  })

  test('the real calls write the very bytes to a file that stands for a device without status', async () => {
    const path = join(await makeFolder(), 'lp0')
    await writeFile(path, '')
    const real = createPrinterTransport({
      schedule: scheduleThatPasses(settleMs, devicePollMs, statusMs),
      deadlines: testDeadlines,
    })
    const verdict = await real.send(strip, thermalPrinter(`device:${path}`, 'printed'), 'x', open())
    expect(verdict).toEqual({ outcome: 'printed' })
    expect((await readFile(path)).includes(Buffer.from(strip.bytes))).toBe(true)
  })

  test('a folder is no device, and a device that is not there is unreachable', async () => {
    const folder = await makeFolder()
    expect(await transport.send(strip, thermalPrinter(`device:${folder}`), 'x', open())).toMatchObject({
      outcome: 'failed',
      reason: 'rejected',
    })
    expect(await transport.send(strip, thermalPrinter(`device:${folder}/lp0`), 'x', open())).toMatchObject({
      outcome: 'failed',
      reason: 'unreachable',
    })
  })
})

describe('a fake', () => {
  printerTransportContract(() => {
    const fake = createFakePrinters()
    return Promise.resolve({
      transport: fake.transport,
      good: thermalPrinter('tcp://counter:9100'),
      gone: thermalPrinter(goneAddress),
      job: strip,
      output: () => Promise.resolve(fake.output('tcp://counter:9100')),
    })
  })
})

test('a shared Windows printer fails honestly where there is no Windows', async () => {
  const printer = thermalPrinter('share:\\\\localhost\\POS58')
  expect(await transport.send(strip, printer, 'x', open())).toMatchObject({
    outcome: 'failed',
    reason: 'rejected',
  })
  expect(await transport.probe(printer, open())).toMatchObject({ state: 'trouble' })
})
