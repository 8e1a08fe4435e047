import { z } from 'zod'
import { factDimensions, factKinds } from '#domain/report-facts.ts'
import { reportFigures } from '#domain/report-figures.ts'
import { typeRecapColumns } from '#domain/type-recap.ts'
import { InstantField, InstantOut, OfficeDateField, OfficeDateOut } from './common.ts'
import { DossierLineView } from './dossier.ts'

export const daysIn = { from: OfficeDateField, through: OfficeDateField }
export const DaysOut = z.object({ from: OfficeDateOut, through: OfficeDateOut })

/** Only what is grouped under these values; empty text: under none. */
const WhereField = z.partialRecord(z.enum(factDimensions), z.string().max(200))

export const PeriodInput = z.object({
  ...daysIn,
  by: z.enum(factDimensions).nullable(),
  per: z.enum(['day', 'month', 'quarter', 'year']),
  where: WhereField,
  /** null: as it is known now. */
  asOf: InstantField.nullable(),
})

/** By kind of fact; `late` are permits issued after their promised day. */
const Counts = z.record(z.enum([...factKinds, 'late']), z.number())
const Compared = z.object({ days: DaysOut, total: Counts })

export const PeriodReportView = z.object({
  days: DaysOut,
  total: Counts,
  /** The days that have passed of a period that is under way, compared with as many of others; null: it is over. */
  running: DaysOut.nullable(),
  before: Compared,
  lastYear: Compared,
  series: z.array(z.object({ period: z.string(), counts: Counts })),
  /** `label` is what a person reads in place of `group`. */
  groups: z.array(z.object({ group: z.string(), label: z.string(), counts: Counts })),
})
export type PeriodReportView = z.infer<typeof PeriodReportView>

export const RecapInput = z.object({
  year: z.number().int().min(1900).max(2200),
  figure: z.enum(reportFigures),
  asOf: InstantField.nullable(),
})

/** A figure of a year by permit type and month; the sum of a row's twelve months is its `total`. */
export const RecapView = z.object({
  rows: z.array(
    z.object({ code: z.string(), label: z.string(), months: z.array(z.number()), total: z.number() }),
  ),
  months: z.array(z.number()),
  total: z.number(),
})
export type RecapView = z.infer<typeof RecapView>

export const TypeRecapInput = z.object({ ...daysIn, asOf: InstantField.nullable() })

const RecapValues = z.record(z.enum(typeRecapColumns), z.number())

/** The figures of a span by permit type. */
export const TypeRecapView = z.object({
  rows: z.array(z.object({ code: z.string(), label: z.string(), values: RecapValues })),
  total: RecapValues,
})

export const CellInput = z.object({
  ...daysIn,
  kinds: z.array(z.enum(factKinds)).min(1).max(factKinds.length),
  lateOnly: z.boolean(),
  /** Only of dossiers that had come to no end by the last of these days. */
  undecided: z.boolean().default(false),
  where: WhereField,
  asOf: InstantField.nullable(),
  limit: z.number().int().min(1).max(1000),
})

const FactLineView = z.object({
  kind: z.enum(factKinds),
  day: OfficeDateOut,
  at: InstantOut,
  userName: z.string(),
  counter: z.string(),
  late: z.boolean(),
  dossier: DossierLineView,
})

/** What is behind a cell: `total` is what the cell says, `lines` the first of it. */
export const CellView = z.object({ total: z.number(), lines: z.array(FactLineView) })

export const ChangesInput = z.object({ ...daysIn, since: InstantField, until: InstantField })

/** What a report of these days says otherwise since a moment, each with who and why. */
export const ChangesView = z.array(
  z.object({
    change: z.enum(['added', 'taken-off']),
    changedAt: InstantOut,
    by: z.string(),
    reason: z.string().nullable(),
    line: FactLineView,
  }),
)
export type ChangesView = z.infer<typeof ChangesView>
