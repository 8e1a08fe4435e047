import type { Printer, ThermalProfile } from '#domain/print-job.ts'
import type { RenderedJob } from '#ports/printing.ts'
import type { PrintDeadlines } from '../deadlines.ts'
import type { PrinterBehaviour } from './printer-brain.ts'

/** A strip printer at an address. */
export const thermalPrinter = (
  address: string,
  withoutStatus: ThermalProfile['withoutStatus'] = 'unknown',
  id = 'thermal-1',
): Printer => ({
  id,
  name: 'Thermal Loket 1',
  kind: 'thermal',
  address,
  thermal: { widthMm: 80, columns: 48, codePage: 'PC437_USA', qr: 'native', cutter: true, withoutStatus },
  documents: ['receipt'],
  active: true,
})

/** A sheet printer at an address. */
export const sheetPrinter = (address: string, id = 'laser-1'): Printer => ({
  id,
  name: 'Laser A4',
  kind: 'sheet',
  address,
  thermal: null,
  documents: ['permit'],
  active: true,
})

/** A strip of `lines` lines with a name of its own in it. */
export const stripJob = (name: string, lines = 12): RenderedJob => ({
  bytes: new TextEncoder().encode(
    `\u001b@${`${name} ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789\n`.repeat(lines)}\u001dV\u0000`,
  ),
  mediaType: 'application/vnd.escpos',
  paper: null,
})

/** Waits of different lengths, so that a test can name the one that passes. */
export const testDeadlines: PrintDeadlines = {
  connectMs: 1,
  statusMs: 2,
  jobBaseMs: 3,
  jobPerByteMs: 0,
  jobCapMs: 3,
  settleMs: 4,
  pollMs: 5,
  devicePollMs: 6,
  queueAnswerMs: 600,
  queueMs: 700,
  queueConnectMs: 800,
}

/** The deadlines that run out with a printer double because it keeps silent. */
export function silencesOf(behaviour: PrinterBehaviour): readonly number[] {
  const { statusMs, jobCapMs } = testDeadlines
  switch (behaviour.kind) {
    case 'never-reads':
      return [statusMs, jobCapMs]
    case 'falls-silent':
      return [jobCapMs]
    case 'no-status':
    case 'chatters':
    case 'echoes':
    case 'wrong-status':
      return [statusMs]
    default:
      return []
  }
}
