import { parsePrinterAddress } from '#domain/printer-address.ts'
import type { PrinterYard } from '#ports/printer-yard.ts'
import type { Schedule } from '#ports/schedule.ts'
import { openCupsDirectory } from './cups-directory.ts'
import { mediaFor } from './cups-media.ts'
import { openQueue } from './cups-queue.ts'
import { connectToCups } from './cups-server.ts'
import type { CupsServer } from './cups-server.ts'
import { officeDeadlines } from './deadlines.ts'
import { ownSurroundings, scanNetwork } from './network-scan.ts'
import type { ScanPlace } from './network-scan.ts'

export interface PrinterYardParts {
  readonly schedule: Schedule
  /** The print server; the machine's own when absent. */
  readonly cups?: CupsServer
  /** What a search asks; the machine's own networks when absent. */
  readonly surroundings?: () => ScanPlace
}

/** Looks around this machine for printers; see `PrinterYard`. */
export function createPrinterYard({ schedule, ...parts }: PrinterYardParts): PrinterYard {
  const cups = parts.cups ?? connectToCups()
  const surroundings = parts.surroundings ?? ownSurroundings
  const time = { schedule, deadlines: officeDeadlines }
  return {
    ...openCupsDirectory(cups, time),
    networks: () => surroundings().networks,
    scan: (onStep, cancel) => scanNetwork(surroundings(), schedule, onStep, cancel),
    takes: async (address, sheets, cancel) => {
      const parsed = parsePrinterAddress(address)
      if (!parsed.ok || parsed.value.scheme !== 'cups') return null
      const look = await openQueue(cups, parsed.value.queue, time).look(cancel)
      if (look.kind !== 'answer') return null
      return sheets.map((one) => mediaFor(one, look.value.media) !== null)
    },
    trays: async (address, cancel) => {
      const parsed = parsePrinterAddress(address)
      if (!parsed.ok || parsed.value.scheme !== 'cups') return null
      const look = await openQueue(cups, parsed.value.queue, time).look(cancel)
      return look.kind === 'answer' && look.value.trays.length > 0 ? look.value.trays : null
    },
  }
}
