import type { PrintVerdict } from '#domain/print-job.ts'
import { parsePrinterAddress } from '#domain/printer-address.ts'
import type { PrinterTransport } from '#ports/printing.ts'

/** What a fake printer does with the jobs it gets from now on. */
export type FakeBehaviour =
  | { readonly kind: 'prints' }
  /** Says that verdict; `prints` whether the sheet comes out all the same. */
  | { readonly kind: 'says'; readonly verdict: PrintVerdict; readonly prints: boolean }
  | { readonly kind: 'throws' }
  /** Waits for `letGo`, or for the station to close: then the outcome is unknown. */
  | { readonly kind: 'waits' }

/** Printers in memory that misbehave as told and keep what comes out. */
export interface FakePrinters {
  readonly transport: PrinterTransport
  behave(address: string, behaviour: FakeBehaviour): void
  /** Lets a waiting job print. */
  letGo(address: string): void
  /** The jobs that came out of a printer. */
  output(address: string): readonly Uint8Array[]
  /** Titles in the order in which they were sent, over all printers. */
  sent(): readonly string[]
  /** Resolves as soon as so many jobs have been sent in all. */
  untilSent(count: number): Promise<void>
}

const gone = 'tcp://127.0.0.1:9'

/** The address at which no fake printer stands. */
export const goneAddress = gone

/** Makes them; every address prints until it is told otherwise. */
export function createFakePrinters(): FakePrinters {
  const behaviours = new Map<string, FakeBehaviour>([
    [
      gone,
      { kind: 'says', verdict: { outcome: 'failed', reason: 'unreachable', detail: null }, prints: false },
    ],
  ])
  const sheets = new Map<string, Uint8Array[]>()
  const held = new Map<string, (() => void)[]>()
  const sent: string[] = []
  const watchers = new Set<() => void>()

  const print = (address: string, bytes: Uint8Array): PrintVerdict => {
    sheets.set(address, [...(sheets.get(address) ?? []), bytes])
    return { outcome: 'printed' }
  }

  const transport: PrinterTransport = {
    send: async (rendered, printer, title, cancel) => {
      const { address } = printer
      if (!parsePrinterAddress(address).ok) return { outcome: 'failed', reason: 'rejected', detail: address }
      if (cancel.aborted) return { outcome: 'failed', reason: 'station-stopped', detail: null }
      sent.push(title)
      for (const look of [...watchers]) look()
      const behaviour = behaviours.get(address) ?? { kind: 'prints' }
      switch (behaviour.kind) {
        case 'prints':
          return print(address, rendered.bytes)
        case 'says':
          if (behaviour.prints) print(address, rendered.bytes)
          return behaviour.verdict
        case 'throws':
          throw new Error('a transport that keeps no promise')
        case 'waits':
          return new Promise((resolve) => {
            const letGo = (): void => {
              resolve(print(address, rendered.bytes))
            }
            held.set(address, [...(held.get(address) ?? []), letGo])
            cancel.addEventListener('abort', () => {
              resolve({ outcome: 'unknown', reason: 'station-stopped', detail: null })
            })
          })
      }
    },
    probe: (printer) => {
      const reachable = parsePrinterAddress(printer.address).ok && printer.address !== gone
      return Promise.resolve(
        reachable ? { state: 'ready' } : { state: 'trouble', reason: 'unreachable', detail: null },
      )
    },
  }

  return {
    transport,
    behave: (address, behaviour) => {
      behaviours.set(address, behaviour)
    },
    letGo: (address) => {
      const waiting = held.get(address) ?? []
      held.delete(address)
      for (const go of waiting) go()
    },
    output: (address) => sheets.get(address) ?? [],
    sent: () => sent,
    untilSent: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (sent.length < count) return
          watchers.delete(look)
          resolve()
        }
        watchers.add(look)
        look()
      }),
  }
}
