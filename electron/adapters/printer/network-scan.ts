import { networkInterfaces } from 'node:os'
import { rawPrintPort } from '#domain/printer-address.ts'
import type { CancelSignal } from '#ports/printing.ts'
import type { ScanStep } from '#ports/printer-yard.ts'
import type { Schedule } from '#ports/schedule.ts'
import { openTcpLink } from './tcp-link.ts'

/** A printer in the same house answers within a few milliseconds; one that sleeps takes its time. */
const answerMs = 700
/** Few enough that no switch takes it for an attack. */
const atOnce = 24

/** The first three figures of each private network of this machine: `192.168.1`. */
const ownNetworks = (): readonly string[] => [
  ...new Set(
    Object.values(networkInterfaces())
      .flatMap((one) => one ?? [])
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && isPrivate(address))
      .map(({ address }) => address.split('.').slice(0, 3).join('.')),
  ),
]

/** Only in the office's own house: addresses that the internet does not know. */
export const isPrivate = (address: string): boolean =>
  /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)

/** What is asked, where it is not the usual. */
export interface ScanPlace {
  /** Networks as people write them, `192.168.1.0/24`. */
  readonly networks: readonly string[]
  readonly hosts: readonly string[]
  readonly port: number
}

/** The 254 addresses around each of this machine's own; of a larger network only those nearest to it. */
export const ownSurroundings = (): ScanPlace => {
  const networks = ownNetworks()
  return {
    networks: networks.map((one) => `${one}.0/24`),
    hosts: networks.flatMap((one) => Array.from({ length: 254 }, (_, index) => `${one}.${index + 1}`)),
    port: rawPrintPort,
  }
}

/**
 * Knocks at every address, a few at a time, and tells of each that opens. Nothing is sent, so nothing prints.
 * Resolves when all have been asked or `cancel` has fired. Never throws.
 */
export async function scanNetwork(
  { hosts, port }: ScanPlace,
  schedule: Schedule,
  onStep: (step: ScanStep) => void,
  cancel: CancelSignal,
): Promise<void> {
  const waiting = [...hosts]
  let asked = 0
  const knock = async (): Promise<void> => {
    for (;;) {
      const host = cancel.aborted ? undefined : waiting.shift()
      if (host === undefined) return
      const opened = await openTcpLink({ host, port }, schedule, answerMs, cancel)
      if (opened.ok) opened.link.drop()
      if (cancel.aborted) return
      asked += 1
      onStep({ asked, total: hosts.length, found: opened.ok ? `tcp://${host}:${port}` : null })
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, hosts.length) }, knock))
}
