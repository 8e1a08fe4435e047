import { z } from 'zod'
import { documentKinds } from '#domain/stage-table.ts'
import { IdField, InstantOut, OfficeDateField, typedText } from './common.ts'

const Kind = z.enum(documentKinds)
const typedMeasure = typedText(12)

const TypedPaper = z.object({
  name: typedText(60),
  widthMm: typedMeasure,
  heightMm: typedMeasure,
  top: typedMeasure,
  topNext: typedMeasure,
  right: typedMeasure,
  bottom: typedMeasure,
  left: typedMeasure,
  footMm: typedMeasure,
})
export type TypedPaper = z.infer<typeof TypedPaper>

/** Ids of papers are the station's own: not all are of the shape of others. */
export const PaperIdField = z.string().min(1).max(100)

export const SavePaperInput = z.object({
  id: PaperIdField.nullable(),
  typed: TypedPaper,
  documents: z.array(Kind).max(documentKinds.length),
  seenAt: z.string().max(40).nullable(),
})

export const LoadPrinterInput = z.object({
  printerId: IdField,
  trays: z.array(z.object({ paperId: PaperIdField, tray: typedText(60) })).max(60),
  copies: z.array(z.object({ document: Kind, copies: z.int() })).max(documentKinds.length),
  seenAt: z.string().max(40).nullable(),
})

/** What was changed, by whom and when. */
const PapersChangeView = z.object({ at: InstantOut, by: z.string(), sentence: z.string() })

export const OfficePaperView = z.object({
  id: z.string(),
  name: z.string(),
  widthMm: z.number(),
  heightMm: z.number(),
  margins: z.object({
    top: z.number(),
    topNext: z.number(),
    right: z.number(),
    bottom: z.number(),
    left: z.number(),
  }),
  footMm: z.number(),
  /** Kinds that are printed on it. */
  documents: z.array(Kind),
  /** The last change of it; null: it is as the office's file has it. */
  changedAt: InstantOut.nullable(),
  record: z.array(PapersChangeView),
})
export type OfficePaperView = z.infer<typeof OfficePaperView>

export const PrinterLoadView = z.object({
  printerId: z.string(),
  name: z.string(),
  kind: z.enum(['thermal', 'sheet']),
  trays: z.array(z.object({ paperId: z.string(), tray: z.string() })),
  copies: z.array(z.object({ document: Kind, copies: z.number() })),
  changedAt: InstantOut.nullable(),
  record: z.array(PapersChangeView),
})
export type PrinterLoadView = z.infer<typeof PrinterLoadView>

/** The documents of which a sample can be shown, of one type of permit on one day. */
export const SamplesInput = z.object({ code: z.string().max(40), on: OfficeDateField })

export const SampleView = z.object({
  kind: Kind,
  paper: z.string(),
  /** Why it cannot be shown on that day; null: it can. */
  lacking: z.string().nullable(),
})
export type SampleView = z.infer<typeof SampleView>

export const PapersView = z.object({
  papers: z.array(OfficePaperView),
  /** Every printer that prints sheets or copies. */
  printers: z.array(PrinterLoadView),
})
export type PapersView = z.infer<typeof PapersView>
