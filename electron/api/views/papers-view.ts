import type { OfficePaperView, PapersView, PrinterLoadView } from '#contract/papers.ts'
import { joinWords } from '#domain/indonesian.ts'
import { lastOf, type OfficePapers, type PapersChange } from '#domain/office-papers.ts'
import type { Printer } from '#domain/print-job.ts'
import { documentKinds } from '#domain/stage-table.ts'
import { documentLabel } from '#domain/wording/application.ts'
import { sizeWords } from '#domain/wording/office-papers.ts'

function sentenceOf(change: PapersChange): string {
  switch (change.kind) {
    case 'saved': {
      const { paper, documents } = change
      const moved = documents.length === 0 ? '' : `; kini untuk ${joinWords(documents.map(documentLabel))}`
      return `${paper.name}, ${sizeWords(paper)}${moved}.`
    }
    case 'removed':
      return `${change.name} dihapus.`
    case 'loaded': {
      const copies = change.load.copies.map((one) => `${documentLabel(one.document)} rangkap ${one.copies}`)
      const trays = [...new Set(change.load.trays.map(({ tray }) => tray))]
      const parts = [...(trays.length === 0 ? [] : [`baki ${joinWords(trays)}`]), ...copies]
      return parts.length === 0 ? 'Semua dari baki bawaan, satu lembar.' : `${joinWords(parts)}.`
    }
  }
}

const linesOf = (
  record: readonly PapersChange[],
  concerns: (change: PapersChange) => boolean,
): PrinterLoadView['record'] =>
  record
    .filter(concerns)
    .map((one) => ({ at: one.at, by: one.by, sentence: sentenceOf(one) }))
    .toReversed()

const paperView = ({ papers, paperOf }: OfficePapers, record: readonly PapersChange[]): OfficePaperView[] =>
  papers.map(({ id, name, widthMm, heightMm, margins, footMm }) => ({
    id,
    name,
    widthMm,
    heightMm,
    margins,
    footMm,
    documents: documentKinds.filter((kind) => paperOf[kind] === id),
    changedAt: lastOf(record, { paperId: id })?.at ?? null,
    record: linesOf(record, (one) => one.kind === 'saved' && one.paper.id === id),
  }))

/** Papers and printers as *Pengaturan › Kertas* shows them; what a printer held that is gone is left out. */
export const papersView = (
  present: OfficePapers,
  record: readonly PapersChange[],
  printers: readonly Printer[],
): PapersView => ({
  papers: paperView(present, record),
  printers: printers.map(({ id, name, kind }) => {
    const load = present.loads.find((one) => one.printerId === id)
    return {
      printerId: id,
      name,
      kind,
      trays: (load?.trays ?? []).map((one) => ({ ...one })),
      copies: (load?.copies ?? []).map((one) => ({ ...one })),
      changedAt: lastOf(record, { printerId: id })?.at ?? null,
      record: linesOf(record, (one) => one.kind === 'loaded' && one.load.printerId === id),
    }
  }),
})
