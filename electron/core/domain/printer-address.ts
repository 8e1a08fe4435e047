import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** Where a printer stands, taken apart. */
export type PrinterAddress =
  | { readonly scheme: 'folder'; readonly path: string }
  | { readonly scheme: 'device'; readonly path: string }
  | { readonly scheme: 'tcp'; readonly host: string; readonly port: number }
  | { readonly scheme: 'cups'; readonly queue: string; readonly completedMeans: 'unknown' | 'printed' }
  | { readonly scheme: 'share'; readonly path: string; readonly completedMeans: 'unknown' | 'printed' }

export type PrinterAddressRefusal = { readonly code: 'printer-address-malformed'; readonly typed: string }

const tcp = /^tcp:\/\/(\[[0-9a-f:.]+\]|[^\s/:[\]]+)(?::(\d{1,5}))?\/?$/i
const other = /^(folder|device|cups|share):(.+)$/s
/** CUPS allows no space, slash or hash in the name of a queue. */
const queueName = /^([^\s/#?]+)(\?completed=printed)?$/

/** Host and name; a question mark is in neither. */
const sharePath = /^(\\\\[^\\?]+\\[^\\?]+)(\?completed=printed)?$/

/** The port on which thermal printers and laser network cards listen when none is given. */
export const rawPrintPort = 9100

/**
 * Reads the address of a printer: `tcp://HOST:PORT` (port 9100 when absent), `device:PATH`,
 * `share:\\HOST\NAME`, `cups:QUEUE`, `folder:PATH`.
 *
 * A queue says "completed" of a job that its printer may have thrown away. Where the queue itself cannot
 * prove the sheet, the outcome is unknown, unless the office trusts it: `cups:QUEUE?completed=printed`, and the same behind a
 * share.
 *
 * Refuses `printer-address-malformed` for anything else. Does not ask whether the printer is there.
 */
export function parsePrinterAddress(text: string): Result<PrinterAddress, PrinterAddressRefusal> {
  const malformed = refuse({ code: 'printer-address-malformed' as const, typed: text })
  const trimmed = text.trim()
  const network = tcp.exec(trimmed)
  if (network?.[1] !== undefined) {
    const port = network[2] === undefined ? rawPrintPort : Number(network[2])
    if (port < 1 || port > 65_535) return malformed
    return ok({ scheme: 'tcp', host: network[1].replace(/^\[|\]$/g, ''), port })
  }
  const [, scheme, rest] = other.exec(trimmed) ?? []
  if (rest === undefined || rest.includes('\0')) return malformed
  switch (scheme) {
    case 'folder':
      return ok({ scheme, path: rest })
    case 'device':
      return ok({ scheme, path: rest })
    case 'share': {
      const [, path, trusted] = sharePath.exec(rest) ?? []
      if (path === undefined) return malformed
      return ok({ scheme, path, completedMeans: trusted === undefined ? 'unknown' : 'printed' })
    }
    case 'cups': {
      const [, queue, trusted] = queueName.exec(rest) ?? []
      if (queue === undefined) return malformed
      return ok({ scheme, queue, completedMeans: trusted === undefined ? 'unknown' : 'printed' })
    }
    default:
      return malformed
  }
}
