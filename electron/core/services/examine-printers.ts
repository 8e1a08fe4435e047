import type { Damage, Notice } from '#domain/examination.ts'
import { paperLimits, paperMeasures } from '#domain/office-paper-form.ts'
import { papersRecordOf, papersSetting, type OfficePaper } from '#domain/office-papers.ts'
import { keptPdfCommand, pdfCommandSetting } from '#domain/pdf-command.ts'
import { readPdfCommand } from '#domain/pdf-command-form.ts'
import type { Printer } from '#domain/print-job.ts'
import { parsePrinterAddress } from '#domain/printer-address.ts'
import type { Queries } from '#ports/queries.ts'

/** Most columns of 12 dots that stand on a strip of this width. */
const mostColumns = { 58: 42, 80: 48 } as const

const damagesOf = ({ name, kind, address, thermal }: Printer): readonly Damage[] => [
  ...(parsePrinterAddress(address).ok
    ? []
    : [{ code: 'printer-address-wrong', printer: name, address } as const]),
  ...(kind === 'thermal' && thermal !== null && thermal.columns > mostColumns[thermal.widthMm]
    ? [
        {
          code: 'printer-profile-wrong',
          printer: name,
          columns: thermal.columns,
          widthMm: thermal.widthMm,
        } as const,
      ]
    : []),
]

const isWithin = ({ widthMm, heightMm, margins, footMm }: OfficePaper): boolean => {
  const measures = { widthMm, heightMm, footMm, ...margins }
  return paperMeasures.every((field) => {
    const { least, most } = paperLimits[field]
    return measures[field] >= least && measures[field] <= most
  })
}

/** Papers whose last change has measures that no form would have taken. */
function wrongPapers(kept: unknown): readonly Damage[] {
  const last = new Map<string, OfficePaper>()
  for (const change of papersRecordOf(kept)) {
    if (change.kind === 'saved') last.set(change.paper.id, change.paper)
    if (change.kind === 'removed') last.delete(change.paperId)
  }
  return [...last.values()]
    .filter((one) => !isWithin(one))
    .map(({ name }): Damage => ({ code: 'office-paper-wrong', paper: name }))
}

function wrongCommand(kept: unknown): readonly Damage[] {
  if (kept === undefined) return []
  const command = keptPdfCommand(kept)
  const read =
    command &&
    readPdfCommand({
      ...command,
      arguments: command.arguments.join('\n'),
      nothingPrintedCodes: command.nothingPrintedCodes.join(' '),
    })
  return read?.ok === true ? [] : [{ code: 'pdf-command-wrong' }]
}

/** What waits for an administrator: nobody has seen what these can do. */
function untried(printers: readonly Printer[]): readonly Notice[] {
  const names = printers
    .filter(({ active, kind, thermal }) => active && kind === 'thermal' && !thermal?.learned)
    .map(({ name }) => name)
  return names.length === 0 ? [] : [{ code: 'printers-untried', printers: names }]
}

/**
 * Looks at what the office has set for its printers: that each address can be read, that a strip printer's columns stand on
 * its paper, that the office's papers have measures that can be printed, and that the PDF program of Windows could be called.
 * Asks no printer.
 */
export async function examinePrinters({
  queries,
}: {
  readonly queries: Pick<Queries, 'listPrinters' | 'getSetting'>
}): Promise<{
  readonly examined: number
  readonly damages: readonly Damage[]
  readonly notices: readonly Notice[]
}> {
  const [printers, papers, command] = await Promise.all([
    queries.listPrinters(),
    queries.getSetting(papersSetting),
    queries.getSetting(pdfCommandSetting),
  ])
  return {
    examined: printers.length,
    damages: [...printers.flatMap(damagesOf), ...wrongPapers(papers), ...wrongCommand(command)],
    notices: untried(printers),
  }
}
