import type { Printer } from '#domain/print-job.ts'
import type { CancelSignal, PrinterCondition, PrinterTransport } from '#ports/printing.ts'

/** A transport on which printing goes before asking. */
export interface PrinterTurns {
  readonly send: PrinterTransport['send']
  /** As the transport's own `probe`, after whoever asks already; null: the printer is at work, or began to be meanwhile. */
  probe(printer: Printer, cancel: CancelSignal): Promise<PrinterCondition | null>
}

/**
 * Keeps questions out of the way of printing: most network printers take one connection at a time, and a question
 * that holds it would make a job fail that could have been printed.
 */
export function takeTurns(transport: PrinterTransport): PrinterTurns {
  const sending = new Map<string, number>()
  const asking = new Map<string, { readonly stop: AbortController; readonly ended: Promise<unknown> }>()
  const count = (address: string, by: 1 | -1): void => {
    const jobs = (sending.get(address) ?? 0) + by
    if (jobs === 0) sending.delete(address)
    else sending.set(address, jobs)
  }
  return {
    send: async (rendered, printer, title, cancel) => {
      count(printer.address, 1)
      try {
        const question = asking.get(printer.address)
        question?.stop.abort()
        await question?.ended
        return await transport.send(rendered, printer, title, cancel)
      } finally {
        count(printer.address, -1)
      }
    },
    probe: async (printer, cancel) => {
      const { address } = printer
      // Of two who ask the second waits: the first one's answer may be of an earlier moment.
      for (let other = asking.get(address); other; other = asking.get(address)) await other.ended
      if (cancel.aborted || sending.has(address)) return null
      const stop = new AbortController()
      const onCancel = (): void => stop.abort()
      cancel.addEventListener('abort', onCancel)
      const answer = transport.probe(printer, stop.signal)
      asking.set(address, { stop, ended: answer.catch(() => undefined) })
      try {
        const condition = await answer
        return stop.signal.aborted ? null : condition
      } finally {
        asking.delete(address)
        cancel.removeEventListener('abort', onCancel)
      }
    },
  }
}
