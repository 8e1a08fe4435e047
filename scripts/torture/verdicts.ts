import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import { connectToCups } from '#adapters/printer/cups-server.ts'
import { officeDeadlines } from '#adapters/printer/deadlines.ts'
import { createPrinterTransport } from '#adapters/printer/printer-transport.ts'
import type { PrinterBehaviour } from '#adapters/printer/testing/printer-brain.ts'
import { startPrinterDouble, type PrinterDouble } from '#adapters/printer/testing/printer-double.ts'
import { startPrivateCupsd, type PrivateCupsd } from '#adapters/printer/testing/private-cupsd.ts'
import {
  sheetPrinter,
  silencesOf,
  stripJob,
  testDeadlines,
  thermalPrinter,
} from '#adapters/printer/testing/sample-printers.ts'
import { schedule } from '#adapters/system/schedule.ts'
import type { PrintVerdict } from '#domain/print-job.ts'
import { scheduleThatPasses } from '#ports/testing/test-schedule.ts'
import { allMoods, moodName } from './moods.ts'

/** Ways of putting one strip on paper: ours straight to the device, ours through a queue, and what everybody uses. */
export const ways = ['direct', 'cups', 'node-thermal-printer', 'cups-alone'] as const
export type Way = (typeof ways)[number]

/** What a way said of a strip. `silent`: nothing within its time. */
type Said = 'printed' | 'failed' | 'unknown' | 'silent'

export interface VerdictLine {
  readonly behaviour: string
  readonly way: Way
  readonly said: Said
  /** By the printer's own record: the whole strip, a part of it, or nothing. */
  readonly paper: 'all' | 'part' | 'none'
  readonly wrong: boolean
}

const job = stripJob('LOKET-1')
const alone = 3_000
const stillMs = 120
const open = (): AbortSignal => new AbortController().signal

/** The whole strip stands there, whatever stands around it. */
function paperOf(double: PrinterDouble): VerdictLine['paper'] {
  const paper = Buffer.from(double.paper()).toString('latin1')
  const lines = paper.split('LOKET-1').length - 1
  return paper.length === 0 ? 'none' : lines >= 12 && paper.includes('\u001dV') ? 'all' : 'part'
}

/** What was accepted may still be on its way: it counts as soon as nothing more comes out. */
async function untilStill(double: PrinterDouble): Promise<void> {
  for (let before = -1; before !== double.received().length;) {
    before = double.received().length
    await new Promise((resolve) => setTimeout(resolve, stillMs))
  }
}

/** Printed without a whole strip, or failed although something came out. A way that admits not to know is never wrong. */
const isWrong = (said: Said, paper: VerdictLine['paper']): boolean =>
  (said === 'printed' && paper !== 'all') || (said === 'failed' && paper !== 'none')

const within = async (limitMs: number, work: Promise<Said>): Promise<Said> => {
  let halt: NodeJS.Timeout | undefined
  const late = new Promise<Said>((resolve) => {
    halt = setTimeout(() => resolve('silent'), limitMs)
  })
  const said = await Promise.race([work, late])
  clearTimeout(halt)
  return said
}

const outcome = ({ outcome: said }: PrintVerdict): Said => said

async function thermalAlone(double: PrinterDouble): Promise<Said> {
  const printer = new ThermalPrinter({
    type: PrinterTypes.EPSON,
    characterSet: CharacterSet.PC437_USA,
    interface: double.address,
    options: { timeout: 1_000 },
  })
  for (let line = 0; line < 12; line += 1) printer.println('LOKET-1 ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789')
  printer.cut()
  return printer.execute().then(
    () => 'printed' as const,
    () => 'failed' as const,
  )
}

async function cupsAlone(cups: PrivateCupsd, queue: string, file: string): Promise<Said> {
  await cups.run('lp', ['-d', queue, '-o', 'raw', file])
  for (const began = performance.now(); performance.now() - began < alone;) {
    if ((await cups.run('lpstat', ['-W', 'completed', queue])).trim() !== '') return 'printed'
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  return 'silent'
}

/**
 * Prints one strip in every way on a printer of every behaviour and holds what was said against the printer's own paper.
 *
 * @param which  without the ways through CUPS nothing but loopback is needed
 */
export async function measureVerdicts(which: readonly Way[]): Promise<readonly VerdictLine[]> {
  const needsCups = which.includes('cups') || which.includes('cups-alone')
  const cups = needsCups ? await startPrivateCupsd() : null
  const folder = mkdtempSync(join(tmpdir(), 'sepok-verdicts-'))
  const file = join(folder, 'strip.bin')
  writeFileSync(file, job.bytes)
  const lines: VerdictLine[] = []
  let queues = 0
  const queueFor = async (double: PrinterDouble): Promise<string> => {
    queues += 1
    const name = `Queue_${queues}`
    await cups?.addQueue(name, `socket://127.0.0.1:${double.port}`, 'raw')
    return name
  }
  const say = async (way: Way, double: PrinterDouble, mood: PrinterBehaviour): Promise<Said> => {
    switch (way) {
      case 'direct': {
        const passing = scheduleThatPasses(testDeadlines.settleMs, ...silencesOf(mood))
        const transport = createPrinterTransport({ schedule: passing, deadlines: testDeadlines })
        return outcome(await transport.send(job, thermalPrinter(double.address), 'Tanda terima', open()))
      }
      case 'cups': {
        const deadlines = { ...officeDeadlines, pollMs: 50, queueMs: 1_500, queueConnectMs: 300 }
        const transport = createPrinterTransport({
          schedule,
          deadlines,
          cups: connectToCups(cups?.env['CUPS_SERVER']),
        })
        const printer = sheetPrinter(`cups:${await queueFor(double)}`)
        return outcome(await transport.send(job, printer, 'Tanda terima', open()))
      }
      case 'node-thermal-printer':
        return within(alone, thermalAlone(double))
      case 'cups-alone':
        return cups === null ? 'silent' : cupsAlone(cups, await queueFor(double), file)
    }
  }
  for (const mood of allMoods(job.bytes.length))
    for (const way of which) {
      const double = await startPrinterDouble(mood)
      const said = await say(way, double, mood)
      await untilStill(double)
      const paper = paperOf(double)
      lines.push({ behaviour: moodName(mood), way, said, paper, wrong: isWrong(said, paper) })
      await double.close()
    }
  await cups?.stop()
  rmSync(folder, { recursive: true, force: true })
  return lines
}
