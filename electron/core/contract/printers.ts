import { z } from 'zod'
import { codePages } from '#domain/documents/strip.ts'
import { printReasons } from '#domain/print-job.ts'
import { printerTroubles } from '#domain/printer-trouble.ts'
import { documentKinds } from '#domain/stage-table.ts'
import { IdField, InstantOut, typedText } from './common.ts'

const columns = z.union([z.literal(32), z.literal(42), z.literal(48)])

/** What a thermal printer can do, as it is set by hand. */
export const ThermalInput = z.object({
  widthMm: z.union([z.literal(58), z.literal(80)]),
  columns,
  codePage: z.enum(codePages),
  qr: z.enum(['native', 'raster']),
  cutter: z.boolean(),
  withoutStatus: z.enum(['unknown', 'printed']),
})
export type ThermalInput = z.infer<typeof ThermalInput>

export const PrinterInput = z.object({
  id: z.uuid().nullable(),
  name: typedText(64),
  kind: z.enum(['thermal', 'sheet']),
  address: typedText(512),
  /** null: a printer of sheets, or a thermal one as most offices have it. */
  thermal: ThermalInput.nullable(),
  documents: z.array(z.enum(documentKinds)),
  active: z.boolean(),
})

/** How a printer stands, as it said itself a moment ago; `unknown`: it cannot say, or was not asked yet. */
export const ConditionView = z.object({
  state: z.enum(['ready', 'unknown', 'trouble']),
  reason: z.enum(printerTroubles).nullable(),
  /** What is wrong and what to do; null while nothing needs to be said. */
  sentence: z.string().nullable(),
})

export const PrinterView = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['thermal', 'sheet']),
  address: z.string(),
  /** null: prints sheets. */
  thermal: ThermalInput.extend({
    /** null: set by hand, never seen on a test slip. */
    learned: z.object({ at: InstantOut, by: z.string(), status: z.enum(['answers', 'silent']) }).nullable(),
  }).nullable(),
  documents: z.array(z.enum(documentKinds)),
  active: z.boolean(),
  condition: ConditionView,
})
export type PrinterView = z.infer<typeof PrinterView>

/** A queue of this machine's print server. */
export const QueueView = z.object({
  name: z.string(),
  info: z.string(),
  address: z.string(),
  accepting: z.boolean(),
  stopped: z.boolean(),
  /** Sizes of paper it offers, as it names them. */
  media: z.array(z.string()),
  /** The office's printer that prints through it already; null: none does. */
  usedBy: z.string().nullable(),
})
export type QueueView = z.infer<typeof QueueView>

/** A printer of the network. */
export const NeighbourView = z.object({
  name: z.string(),
  address: z.string(),
  usedBy: z.string().nullable(),
})

export const SearchView = z.object({
  state: z.enum(['none', 'running', 'done', 'cancelled']),
  asked: z.number(),
  total: z.number(),
  /** Networks that are asked, as people write them; empty: this machine is on none. */
  networks: z.array(z.string()),
  found: z.array(NeighbourView),
})
export type SearchView = z.infer<typeof SearchView>

export const TestView = z.object({
  /** Stands in the codes of the slip. */
  token: z.string(),
  outcome: z.enum(['printed', 'failed', 'unknown']),
  reason: z.enum(printReasons).nullable(),
  /** What happened; null: it came out, as the printer says. */
  sentence: z.string().nullable(),
  status: z.enum(['answers', 'silent']).nullable(),
})
export type TestView = z.infer<typeof TestView>

/** A size of paper that the office prints on, and whether a queue has it. */
export const PrinterPaperView = z.object({
  widthMm: z.number(),
  heightMm: z.number(),
  documents: z.array(z.enum(documentKinds)),
  /** false: what is sent on it is refused before it is printed. */
  takes: z.boolean(),
})
export type PrinterPaperView = z.infer<typeof PrinterPaperView>

export const LearnInput = z.object({
  printerId: IdField,
  widest: z.enum(['A', 'B', 'C']),
  codes: z.array(z.enum(['native', 'raster'])).max(2),
  letters: z.enum(codePages).nullable(),
  cut: z.boolean(),
  status: z.enum(['answers', 'silent']),
  withoutStatus: z.enum(['unknown', 'printed']),
})

export const PrintRulesView = z.object({ staleMinutes: z.number() })

const NamedForm = z.object({ name: typedText(60), widthMm: z.number(), heightMm: z.number() })

/** The program that prints sheets on Windows, as it is typed. */
export const PdfCommandInput = z.object({
  executable: typedText(400),
  arguments: z.string().max(2000),
  nothingPrintedCodes: typedText(100),
  forms: z.array(NamedForm).max(60),
})

export const PdfCommandView = z.object({
  executable: z.string(),
  arguments: z.array(z.string()),
  nothingPrintedCodes: z.array(z.number()),
  /** One for each size of the office; an empty name: the driver has no such paper. */
  forms: z.array(NamedForm),
  saved: z.object({ by: z.string(), at: InstantOut }).nullable(),
})
export type PdfCommandView = z.infer<typeof PdfCommandView>
