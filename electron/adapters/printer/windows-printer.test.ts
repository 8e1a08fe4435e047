import { existsSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { createCommandRunner } from '#adapters/system/run-command.ts'
import { schedule } from '#adapters/system/schedule.ts'
import { PAPERS } from '#domain/documents/paper.ts'
import type { PdfCommand } from '#domain/pdf-command.ts'
import type { PrintVerdict } from '#domain/print-job.ts'
import type { RenderedJob } from '#ports/printing.ts'
import type { Schedule } from '#ports/schedule.ts'
import { officeDeadlines } from './deadlines.ts'
import { createPrinterTransport } from './printer-transport.ts'
import { sheetPrinter, stripJob, thermalPrinter } from './testing/sample-printers.ts'
import { startWindowsStandIn } from './testing/windows-stand-in.ts'
import type { StandInMood, WindowsStandIn } from './testing/windows-stand-in.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** The limit of a program that takes the paper, where a test names it. */
const hangMs = 77_777

const aWindows = async (command: Partial<PdfCommand> = {}, queueMs = 20_000) => {
  // A program that hangs runs out of time as soon as it has handed its job over.
  const whenHanging: Schedule = (afterMs, run) => {
    if (afterMs !== hangMs) return schedule(afterMs, run)
    let stopped = false
    void standIn.handed().then(() => {
      if (!stopped) run()
    })
    return () => {
      stopped = true
    }
  }
  const standIn: WindowsStandIn = await startWindowsStandIn(createCommandRunner(whenHanging), command)
  closers.push(() => standIn.close())
  const transport = createPrinterTransport({
    schedule,
    deadlines: { ...officeDeadlines, pollMs: 5, queueMs },
    windows: standIn.tools,
  })
  return { standIn, transport }
}

const open = (): AbortSignal => new AbortController().signal
const sheet: RenderedJob = {
  bytes: new TextEncoder().encode('%PDF-1.7 Surat izin'),
  mediaType: 'application/pdf',
  paper: PAPERS.f4,
}
const laser = sheetPrinter('share:\\\\localhost\\Laser F4')
const trustedLaser = sheetPrinter('share:\\\\localhost\\Laser F4?completed=printed')
const handedOver = async (standIn: WindowsStandIn) =>
  (await standIn.runs()).filter(({ program }) => program !== 'powershell')

const said = (verdict: PrintVerdict): string =>
  verdict.outcome === 'printed' ? 'printed' : `${verdict.outcome} ${verdict.reason}`

describe('a sheet on Windows', () => {
  it('goes to the very printer at its own size, on the paper of exactly its millimetres, and the file is gone afterwards', async () => {
    const { standIn, transport } = await aWindows()
    expect(said(await transport.send(sheet, laser, 'Surat izin', open()))).toBe('unknown no-status')
    const [run] = await handedOver(standIn)
    expect(run?.arguments).toEqual([
      '-print-to',
      'Laser F4',
      '-print-settings',
      'noscale,paper=F4,1x',
      '-silent',
      run?.file?.path,
    ])
    expect(Buffer.from(run?.file?.base64 ?? '', 'base64')).toEqual(Buffer.from(sheet.bytes))
    expect(existsSync(run?.file?.path ?? '/')).toBe(false)
    expect((await standIn.runs())[0]?.printer).toBe('Laser F4')
  })

  it('is printed where the office trusts a queue that has let go of it', async () => {
    const { transport } = await aWindows()
    expect(said(await transport.send(sheet, trustedLaser, 'Surat izin', open()))).toBe('printed')
  })

  it('is never put on another size: without a name for its paper nothing is handed over', async () => {
    const { standIn, transport } = await aWindows({ forms: [{ name: 'A4', widthMm: 210, heightMm: 297 }] })
    expect(await transport.send(sheet, laser, 'Surat izin', open())).toEqual({
      outcome: 'failed',
      reason: 'rejected',
      detail: 'no paper of 215 x 330 mm is set',
    })
    expect(await handedOver(standIn)).toEqual([])
  })

  const before: readonly [string, Partial<StandInMood>, string][] = [
    ['a paused queue', { printer: 'Paused' }, 'failed queue-paused'],
    ['a printer without paper', { printer: 'PaperOut, Error' }, 'failed paper-out'],
    ['an open cover', { printer: 'DoorOpen' }, 'failed cover-open'],
    ['a printer that is off', { printer: 'Offline' }, 'failed offline'],
    ['a printer that Windows does not know', { printer: null }, 'failed unreachable'],
  ]
  it.each(before)('fails certainly at %s, before anything is handed over', async (_name, mood, verdict) => {
    const { standIn, transport } = await aWindows()
    await standIn.behave(mood)
    expect(said(await transport.send(sheet, trustedLaser, 'Surat izin', open()))).toBe(verdict)
    expect(await handedOver(standIn)).toEqual([])
    expect((await transport.probe(laser, open())).state).toBe('trouble')
  })

  it('is uncertain when the program ends badly, and certain only where the office has its promise', async () => {
    const { standIn, transport } = await aWindows({ nothingPrintedCodes: [3] })
    await standIn.behave({ exitCode: 1 })
    expect(said(await transport.send(sheet, trustedLaser, 'Surat izin', open()))).toBe('unknown rejected')
    await standIn.behave({ exitCode: 3 })
    expect(said(await transport.send(sheet, trustedLaser, 'Surat izin', open()))).toBe('failed rejected')
  })

  it('certainly did not come out of a program that is not there', async () => {
    const { transport } = await aWindows({ executable: '/nonexistent/SumatraPDF.exe' })
    expect(said(await transport.send(sheet, trustedLaser, 'Surat izin', open()))).toBe('failed rejected')
  })

  it('of which the queue complains is taken out of it, so that it cannot come out later', async () => {
    const { standIn, transport } = await aWindows()
    await standIn.behave({ jobStatus: 'Error, PaperOut', looks: 100 })
    expect(said(await transport.send(sheet, trustedLaser, 'Surat izin', open()))).toBe('unknown paper-out')
    expect((await standIn.runs()).some(({ job }) => job === '7')).toBe(true)
  })

  it('of a program that hangs is uncertain, and its job is taken back', async () => {
    const { standIn, transport } = await aWindows({}, hangMs)
    await standIn.behave({ hangs: true, looks: 100 })
    expect(said(await transport.send(sheet, trustedLaser, 'Surat izin', open()))).toBe('unknown timed-out')
    expect((await standIn.runs()).some(({ job }) => job === '7')).toBe(true)
  })
})

describe('a strip on Windows', () => {
  const strip = stripJob('0001')

  it('is copied byte for byte to the share, and printed only where the office trusts the printer', async () => {
    const { standIn, transport } = await aWindows()
    const address = 'share:\\\\localhost\\POS58'
    expect(said(await transport.send(strip, thermalPrinter(address), 'x', open()))).toBe('unknown no-status')
    expect(said(await transport.send(strip, thermalPrinter(address, 'printed'), 'x', open()))).toBe('printed')
    const [run] = await handedOver(standIn)
    expect(run?.program).toBe('cmd')
    expect(run?.arguments).toEqual(['/d', '/c', 'copy', '/b', run?.file?.path, '\\\\localhost\\POS58'])
    expect(Buffer.from(run?.file?.base64 ?? '', 'base64')).toEqual(Buffer.from(strip.bytes))
  })

  it('asks another computer by the whole name of its share', async () => {
    const { standIn, transport } = await aWindows()
    await transport.probe(thermalPrinter('share:\\\\LOKET-1\\POS58'), open())
    expect((await standIn.runs())[0]?.printer).toBe('\\\\LOKET-1\\POS58')
  })
})
