import { afterEach, describe, expect, it } from 'vitest'
import { createPrinterTransport } from '#adapters/printer/printer-transport.ts'
import { startPrinterDouble, type PrinterDouble } from '#adapters/printer/testing/printer-double.ts'
import { stripJob, thermalPrinter } from '#adapters/printer/testing/sample-printers.ts'
import { schedule } from '#adapters/system/schedule.ts'
import type { Printer } from '#domain/print-job.ts'
import type { PrinterTransport } from '#ports/printing.ts'
import { takeTurns } from './printer-turns.ts'
import { createPrinterWatch, watchEveryMs, watchSoonMs } from './printer-watch.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

const aDouble = async (...behaviour: Parameters<typeof startPrinterDouble>): Promise<PrinterDouble> => {
  const double = await startPrinterDouble(...behaviour)
  closers.push(() => double.close())
  return double
}

/** A watch whose waits end when the test says so. */
function aWatch(
  printers: readonly Printer[],
  transport: PrinterTransport = createPrinterTransport({ schedule }),
) {
  const waits: { readonly afterMs: number; readonly run: () => void }[] = []
  const news: (string | null)[] = []
  const listeners = new Set<() => void>()
  const happened = (): void => [...listeners].forEach((look) => look())
  const log = { info: happened, warn: happened, error: happened }
  const turns = takeTurns(transport)
  const watch = createPrinterWatch({
    listPrinters: () => Promise.resolve(printers),
    probe: turns.probe,
    schedule: (afterMs, run) => {
      const wait = { afterMs, run }
      waits.push(wait)
      happened()
      return () => {
        if (waits.includes(wait)) waits.splice(waits.indexOf(wait), 1)
      }
    },
    publish: (_topic, id) => news.push(id),
    log,
  })
  closers.unshift(() => watch.close())
  const until = (enough: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!enough()) return
        listeners.delete(look)
        resolve()
      }
      listeners.add(look)
      look()
    })
  return {
    watch,
    turns,
    news,
    waits,
    /** Until the round has ended and the next one is waited for. */
    roundEnded: () => until(() => waits.length > 0),
    timePasses: async () => {
      waits.shift()?.run()
      await until(() => waits.length > 0)
    },
  }
}

describe('the watch over the printers', () => {
  it('knows of a printer without paper before anybody prints, says it once, and when it is well again', async () => {
    const double = await aDouble({ kind: 'paper-out' })
    const printer = thermalPrinter(double.address)
    const { watch, news, roundEnded, timePasses } = aWatch([printer])
    expect(watch.conditionOf(printer.id)).toBeNull()
    watch.start()
    await roundEnded()
    expect(watch.conditionOf(printer.id)).toMatchObject({ state: 'trouble', reason: 'paper-out' })
    await timePasses()
    expect(news).toEqual([printer.id])
    await double.behave({ kind: 'healthy' })
    await timePasses()
    expect(watch.conditionOf(printer.id)).toEqual({ state: 'ready' })
    expect(news).toEqual([printer.id, printer.id])
    expect(double.paper()).toHaveLength(0)
  })

  it('asks again every half minute, and soon after something about printing has changed', async () => {
    const double = await aDouble()
    const { watch, waits, roundEnded } = aWatch([thermalPrinter(double.address)])
    watch.lookSoon()
    expect(waits).toEqual([])
    watch.start()
    await roundEnded()
    expect(waits.map((one) => one.afterMs)).toEqual([watchEveryMs])
    watch.lookSoon()
    watch.lookSoon()
    expect(waits.map((one) => one.afterMs)).toEqual([watchSoonMs])
  })

  it('leaves a printer alone that the office does not use, and one that is at work', async () => {
    const idle = await aDouble()
    const busy = await aDouble({ kind: 'never-reads' })
    const printer = thermalPrinter(busy.address)
    const { watch, turns, roundEnded } = aWatch([
      { ...thermalPrinter(idle.address), id: 'thermal-2', active: false },
      printer,
    ])
    const stop = new AbortController()
    const job = turns.send(stripJob('0001'), printer, 'Tanda terima 0001', stop.signal)
    await busy.until((one) => one.connections() === 1)
    watch.start()
    await roundEnded()
    expect(idle.connections()).toBe(0)
    expect(busy.connections()).toBe(1)
    expect(watch.conditionOf(printer.id)).toBeNull()
    stop.abort()
    await job
  })

  it('lets a job go first: the question that is open ends before the job is sent', async () => {
    const double = await aDouble({ kind: 'no-status' })
    const printer = thermalPrinter(double.address)
    const { watch, turns, roundEnded } = aWatch([printer])
    watch.start()
    await double.until((one) => one.connections() === 1 && one.received().length > 0)
    await double.behave({ kind: 'healthy' })
    const verdict = await turns.send(
      stripJob('0002'),
      printer,
      'Tanda terima 0002',
      new AbortController().signal,
    )
    expect(verdict).toEqual({ outcome: 'printed' })
    expect(double.connections()).toBe(2)
    await roundEnded()
    expect(watch.conditionOf(printer.id)).toBeNull()
  })

  it('lets somebody else ask in their turn, one question after another', async () => {
    const double = await aDouble({ kind: 'no-status' })
    const printer = thermalPrinter(double.address)
    const { watch, turns, roundEnded } = aWatch([printer])
    watch.start()
    await double.until((one) => one.connections() === 1 && one.received().length > 0)
    const asked = turns.probe(printer, new AbortController().signal)
    await roundEnded()
    expect(await asked).toEqual({ state: 'unknown' })
    expect(double.connections()).toBe(2)
  })

  it('ends what it is asking when the station closes', async () => {
    const double = await aDouble({ kind: 'never-reads' })
    const printer = thermalPrinter(double.address)
    const { watch, waits, news } = aWatch([printer])
    watch.start()
    await double.until((one) => one.connections() === 1)
    await watch.close()
    expect(waits).toEqual([])
    expect(news).toEqual([])
  })
})
