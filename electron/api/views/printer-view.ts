import type { z } from 'zod'
import type { ConditionView, NeighbourView, PrinterView, TestView } from '#contract/printers.ts'
import type { Printer } from '#domain/print-job.ts'
import { sayPrinterTrouble } from '#domain/wording/printer-trouble.ts'
import { sayTestOutcome } from '#domain/wording/printing.ts'
import type { PrinterCondition } from '#ports/printing.ts'
import type { OfferedPrinter } from '#ports/printer-yard.ts'
import type { PrinterTest } from '#services/printer-tests.ts'

/** How a printer stands, with its sentence. */
export const conditionView = (
  condition: PrinterCondition | null,
  printer: string,
): z.infer<typeof ConditionView> =>
  condition?.state === 'trouble'
    ? { state: 'trouble', reason: condition.reason, sentence: sayPrinterTrouble(condition.reason, printer) }
    : { state: condition?.state ?? 'unknown', reason: null, sentence: null }

/** A printer as the settings show it. */
export function printerView(printer: Printer, condition: PrinterCondition | null): PrinterView {
  const { id, name, kind, address, thermal, documents, active } = printer
  return {
    id,
    name,
    kind,
    address,
    thermal: thermal && { ...thermal, learned: thermal.learned ?? null },
    documents: [...documents],
    active,
    condition: conditionView(active ? condition : null, name),
  }
}

/** What became of a test slip. */
export function testView({ token, verdict, status }: PrinterTest): TestView {
  if (verdict.outcome === 'printed')
    return { token, outcome: 'printed', reason: null, sentence: null, status }
  const { outcome, reason } = verdict
  return { token, outcome, reason, sentence: sayTestOutcome(outcome, reason), status }
}

/** The office's printer at an address, if there is one. A queue may carry words of trust behind its name. */
export const userOf = (address: string, printers: readonly Printer[]): string | null =>
  printers.find((one) => one.address.replace(/\?.*$/, '') === address)?.name ?? null

/** A printer that the print server has heard of, where this program can reach it. */
export function neighbourView(
  { uri, name }: OfferedPrinter,
  printers: readonly Printer[],
): z.infer<typeof NeighbourView>[] {
  const [, host, port] = /^socket:\/\/([^/:?]+)(?::(\d+))?/.exec(uri) ?? []
  if (host === undefined) return []
  const address = `tcp://${host}:${port ?? '9100'}`
  return [{ name, address, usedBy: userOf(address, printers) }]
}
