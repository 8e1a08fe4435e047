import type { DocumentKind } from '#domain/stage-table.ts'

export interface DeskPrinter {
  readonly id: string
  readonly name: string
  readonly kind: 'thermal' | 'sheet'
  readonly documents: readonly string[]
  readonly active: boolean
}

/** Printers that can take a letter: those in use that print sheets. */
export const letterPrinters = (printers: readonly DeskPrinter[]): readonly DeskPrinter[] =>
  printers.filter(({ active, kind }) => active && kind === 'sheet')

/** The printer for a letter: the clerk's choice of today, else the one the office has set for it; null: none. */
export function printerFor(
  printers: readonly DeskPrinter[],
  document: DocumentKind | null,
  chosen: string | null,
): DeskPrinter | null {
  const usable = letterPrinters(printers)
  const set = usable.find(({ documents }) => document !== null && documents.includes(document))
  return usable.find(({ id }) => id === chosen) ?? set ?? null
}
