import type { ThermalProfile } from '#domain/print-job.ts'
import { parsePrinterAddress } from '#domain/printer-address.ts'
import type { PrinterAddress } from '#domain/printer-address.ts'
import type { CancelSignal, PrinterTransport } from '#ports/printing.ts'
import type { Schedule } from '#ports/schedule.ts'
import type { OpenedLink } from './byte-link.ts'
import { printToQueue, probeQueue } from './cups-printer.ts'
import { connectToCups } from './cups-server.ts'
import type { CupsServer } from './cups-server.ts'
import { officeDeadlines } from './deadlines.ts'
import type { PrintDeadlines } from './deadlines.ts'
import { openDeviceFile, openDeviceLink } from './device-link.ts'
import type { OpenDeviceFile } from './device-link.ts'
import { printOnLink, probeLink } from './escpos-session.ts'
import { printToFolder, probeFolder } from './folder-printer.ts'
import { openTcpLink } from './tcp-link.ts'
import { failed } from './verdicts.ts'
import { printToWindows, probeWindows } from './windows-printer.ts'
import type { WindowsTools } from './windows-printer.ts'

export interface PrinterTransportParts {
  readonly schedule: Schedule
  readonly deadlines?: PrintDeadlines
  /** The print server; the machine's own when absent. */
  readonly cups?: CupsServer
  readonly openDevice?: OpenDeviceFile
  /** Absent where there is no Windows. */
  readonly windows?: WindowsTools | undefined
}

/** What to record without a status: a printer that was seen to answer is not trusted when it falls silent. */
const trustIn = (profile: ThermalProfile | null): ThermalProfile['withoutStatus'] =>
  profile === null || profile.learned?.status === 'answers' ? 'unknown' : profile.withoutStatus

/** Sends to every kind of address an office can set up; see `parsePrinterAddress`. */
export function createPrinterTransport(parts: PrinterTransportParts): PrinterTransport {
  const { schedule } = parts
  const deadlines = parts.deadlines ?? officeDeadlines
  const cups = parts.cups ?? connectToCups()
  const time = { schedule, deadlines }

  const openLink = (
    address: Extract<PrinterAddress, { scheme: 'tcp' | 'device' }>,
    cancel: CancelSignal,
  ): Promise<OpenedLink> =>
    address.scheme === 'tcp'
      ? openTcpLink(address, schedule, deadlines.connectMs, cancel)
      : openDeviceLink(
          address.path,
          parts.openDevice ?? openDeviceFile,
          schedule,
          deadlines.devicePollMs,
          cancel,
        )

  return {
    send: async (rendered, printer, title, cancel) => {
      const parsed = parsePrinterAddress(printer.address)
      if (!parsed.ok) return failed('rejected', `unknown address ${printer.address}`)
      if (cancel.aborted) return failed('station-stopped')
      const address = parsed.value
      const withoutStatus = trustIn(printer.thermal)
      switch (address.scheme) {
        case 'folder':
          return printToFolder(address.path, rendered, title)
        case 'tcp':
        case 'device': {
          // A laser would print the status questions, and a strip printer the source of the PDF.
          if (rendered.mediaType !== 'application/vnd.escpos') {
            return failed('rejected', 'a sheet goes through a queue or a folder')
          }
          const opened = await openLink(address, cancel)
          if (!opened.ok) return failed(opened.reason, opened.detail)
          return printOnLink(opened.link, rendered.bytes, withoutStatus, time, cancel)
        }
        case 'cups':
          return printToQueue(cups, address, rendered, title, time, cancel)
        case 'share':
          return parts.windows === undefined
            ? failed('rejected', `this system has no Windows print queue: ${address.path}`)
            : printToWindows(
                parts.windows,
                address,
                rendered,
                rendered.paper === null ? withoutStatus === 'printed' : address.completedMeans === 'printed',
                time,
                cancel,
              )
      }
    },
    probe: async (printer, cancel) => {
      const parsed = parsePrinterAddress(printer.address)
      if (!parsed.ok)
        return { state: 'trouble', reason: 'unreachable', detail: `unknown address ${printer.address}` }
      const address = parsed.value
      switch (address.scheme) {
        case 'folder':
          return probeFolder(address.path)
        case 'tcp':
        case 'device': {
          const opened = await openLink(address, cancel)
          if (!opened.ok) return { state: 'trouble', reason: 'unreachable', detail: opened.detail }
          return probeLink(opened.link, time, cancel)
        }
        case 'cups':
          return probeQueue(cups, address.queue, time, cancel)
        case 'share':
          return parts.windows === undefined
            ? { state: 'trouble', reason: 'unreachable', detail: 'this system has no Windows print queue' }
            : probeWindows(parts.windows, address.path, cancel)
      }
    },
  }
}
