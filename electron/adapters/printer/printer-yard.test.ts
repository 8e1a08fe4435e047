import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { schedule } from '#adapters/system/schedule.ts'
import { createCancelSource } from '#services/cancel-source.ts'
import { PAPERS } from '#domain/documents/paper.ts'
import type { ScanStep } from '#ports/printer-yard.ts'
import { connectToCups, PrintServerForbids } from './cups-server.ts'
import { isPrivate, ownSurroundings } from './network-scan.ts'
import { createPrinterYard } from './printer-yard.ts'
import { startPrinterDouble } from './testing/printer-double.ts'
import type { PrinterDouble } from './testing/printer-double.ts'
import { startPrivateCupsd } from './testing/private-cupsd.ts'
import type { PrivateCupsd } from './testing/private-cupsd.ts'
import { noCancel } from './waiting.ts'

const doubles: PrinterDouble[] = []
afterEach(async () => {
  for (const one of doubles.splice(0)) await one.close()
})
const aDouble = async (): Promise<PrinterDouble> => {
  const double = await startPrinterDouble()
  doubles.push(double)
  return double
}

describe('a search of the network', () => {
  it('finds what takes print jobs, sends it nothing, and tells how far it is', async () => {
    const double = await aDouble()
    const hosts = ['127.0.0.2', '127.0.0.1', '127.0.0.3']
    const yard = createPrinterYard({
      schedule,
      surroundings: () => ({ networks: ['127.0.0.0/24'], hosts, port: double.port }),
    })
    const steps: ScanStep[] = []
    await yard.scan((step) => steps.push(step), noCancel)
    expect(steps.map(({ asked }) => asked)).toEqual([1, 2, 3])
    expect(steps.flatMap(({ found }) => found ?? [])).toEqual([double.address])
    expect(double.received()).toHaveLength(0)
  })

  it('ends at once when it is called off, and asks nobody any more', async () => {
    const double = await aDouble()
    const hosts = Array.from({ length: 200 }, () => '127.0.0.1')
    const yard = createPrinterYard({
      schedule,
      surroundings: () => ({ networks: [], hosts, port: double.port }),
    })
    const source = createCancelSource()
    const steps: ScanStep[] = []
    await yard.scan((step) => {
      steps.push(step)
      source.cancel()
    }, source.signal)
    expect(steps).toHaveLength(1)
    expect(double.connections()).toBeLessThan(hosts.length)
  })

  it("never leaves the office's own house", () => {
    expect(['192.168.1.9', '10.0.0.4', '172.16.5.5', '172.31.0.1'].every(isPrivate)).toBe(true)
    expect(['8.8.8.8', '172.32.0.1', '169.254.1.1', '192.169.0.1'].some(isPrivate)).toBe(false)
    expect(ownSurroundings().hosts.every(isPrivate)).toBe(true)
  })
})

describe('the print server of this machine', () => {
  let cupsd: PrivateCupsd
  beforeAll(async () => {
    cupsd = await startPrivateCupsd()
  })
  afterAll(() => cupsd.stop())
  const yardOf = () => createPrinterYard({ schedule, cups: connectToCups(cupsd.env['CUPS_SERVER']) })

  it('without a queue has none, and says so', async () => {
    expect(await yardOf().queues(noCancel)).toEqual({ ok: true, value: [] })
  })

  it('names its queues with their papers, shows a paused one with its reason and lets it go on', async () => {
    const double = await aDouble()
    await cupsd.addQueue('Laser_A4', `socket://127.0.0.1:${double.port}`)
    await cupsd.addQueue('Termal', `socket://127.0.0.1:${double.port}`, 'raw')
    await cupsd.run('cupsdisable', ['-r', 'kertas macet', 'Laser_A4'])
    const yard = yardOf()
    const found = await yard.queues(noCancel)
    if (!found.ok) throw new Error(found.refusal.code)
    expect(found.value.map(({ name }) => name)).toEqual(['Laser_A4', 'Termal'])
    expect(found.value[0]).toMatchObject({ stopped: true, accepting: true, message: 'kertas macet' })
    expect(found.value[0]?.media.join(' ')).toContain('iso_a4_210x297mm')
    expect(found.value[1]).toMatchObject({ stopped: false })
    const sheets = [PAPERS.a4, { widthMm: 2100, heightMm: 2970 }]
    expect(await yard.takes('cups:Laser_A4', sheets, noCancel)).toEqual([true, false])
    expect(await yard.takes('tcp://127.0.0.1:9100', sheets, noCancel)).toBeNull()

    expect(await yard.resume('Laser_A4', noCancel)).toEqual({ ok: true, value: null })
    const after = await yard.queues(noCancel)
    expect(after.ok && after.value[0]?.stopped).toBe(false)
    expect(await yard.resume('Tidak_Ada', noCancel)).toEqual({
      ok: false,
      refusal: { code: 'queue-unknown', queue: 'Tidak_Ada' },
    })
  })
})

describe('a machine without a print server', () => {
  const yard = createPrinterYard({ schedule, cups: connectToCups('/nonexistent/cups.sock') })

  it('is said to be silent, and offers nothing', async () => {
    expect(await yard.queues(noCancel)).toEqual({ ok: false, refusal: { code: 'print-server-silent' } })
    expect(await yard.offered(noCancel)).toEqual([])
    expect(await yard.takes('cups:Laser', [PAPERS.a4], noCancel)).toBeNull()
    expect(await yard.resume('Laser', noCancel)).toEqual({
      ok: false,
      refusal: { code: 'print-server-silent' },
    })
  })
})

describe('a print server that lets only its administrators resume', () => {
  it('is taken at its word, and the sentence names the command', async () => {
    const yard = createPrinterYard({
      schedule,
      cups: { post: () => Promise.reject(new PrintServerForbids('the print server answered 401')) },
    })
    expect(await yard.resume('Laser', noCancel)).toEqual({
      ok: false,
      refusal: { code: 'queue-resume-forbidden', queue: 'Laser' },
    })
  })
})
