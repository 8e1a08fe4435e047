import { z } from 'zod'
import { bookKinds } from '#domain/documents/book-kinds.ts'
import { reportFigures } from '#domain/report-figures.ts'
import { DossierLineView } from './dossier.ts'
import { SecondOriginalView } from './second-originals.ts'
import { InstantField, InstantOut, OfficeDateField, OfficeDateOut } from './common.ts'

const figures = {
  received: z.number(),
  returned: z.number(),
  issued: z.number(),
  refused: z.number(),
  revoked: z.number(),
  handedOver: z.number(),
  late: z.number(),
}
export const FigureKey = z.enum(reportFigures)
export type FigureKey = z.infer<typeof FigureKey>

/** `asOf`: as the office knew it before this moment; null: as it is known now. */
export const DailyInput = z.object({ day: OfficeDateField, asOf: InstantField.nullable().default(null) })

const GroupRows = z.array(z.object({ group: z.string(), label: z.string(), ...figures }))

export const DailyReportView = z.object({
  day: OfficeDateOut,
  dayLabel: z.string(),
  working: z.boolean(),
  rows: z.array(z.object({ code: z.string(), name: z.string(), ...figures })),
  total: z.object(figures),
  before: z.object({ day: OfficeDateOut, ...figures }),
  /** The same figures by something else, as `by` of `figures.behind` names it. */
  groups: z.object({
    'application-kind': GroupRows,
    channel: GroupRows,
    clerk: GroupRows,
    counter: GroupRows,
  }),
  /** The ten working days up to this one, for the chart. */
  series: z.array(z.object({ day: OfficeDateOut, label: z.string(), issued: z.number(), late: z.number() })),
  issued: z.array(
    z.object({
      applicationId: z.string(),
      number: z.string(),
      holderName: z.string(),
      typeCode: z.string(),
      facilityName: z.string().nullable(),
      issuedOn: OfficeDateOut,
      issuedAt: InstantOut.nullable(),
      late: z.boolean(),
      /** The stage at which a late one lay longest; null: in time. */
      heldBy: z.string().nullable(),
    }),
  ),
  outgoing: z.array(
    z.object({
      applicationId: z.string(),
      number: z.string(),
      kind: z.enum(['permit', 'refusal-letter', 'revocation-decree']),
      issuedOn: OfficeDateOut,
      holderName: z.string(),
      typeCode: z.string(),
      method: z.string().nullable(),
      receivedBy: z.string().nullable(),
      handedOverAt: InstantOut.nullable(),
    }),
  ),
  seconds: z.array(SecondOriginalView),
  asOf: InstantOut,
})
export type DailyReportView = z.infer<typeof DailyReportView>

/** A report of some days, both included, as it was known at a moment; null: now. */
export const BookOrderInput = z.object({
  kind: z.enum(bookKinds),
  from: OfficeDateField,
  through: OfficeDateField,
  asOf: InstantField.nullable().default(null),
})

/** Under which a window follows the one report that it waits for. */
export const TicketField = z.uuid()

export const BookProgressView = z.object({ rows: z.number(), of: z.number() }).nullable()

export const RegisterDaysInput = z.object({ from: OfficeDateField, until: OfficeDateField })

/** The incoming register of some days, in the order of its numbers. */
export const IncomingRegisterView = z.object({
  lines: z.array(
    z.object({
      number: z.string(),
      /** null: nobody was taken in on it. */
      applicationId: z.string().nullable(),
      at: InstantOut,
      holderName: z.string(),
      typeCode: z.string(),
      kindLabel: z.string(),
      facilityName: z.string(),
      note: z.string(),
    }),
  ),
  taken: z.number(),
  voided: z.number(),
  /** On blank forms that nobody has filled in yet. */
  reserved: z.number(),
  /** What the check of the numbers found, in words; `complete` false: one lacks. */
  gaps: z.string(),
  complete: z.boolean(),
})
export type IncomingRegisterView = z.infer<typeof IncomingRegisterView>

export const TodayView = z.object({
  figures: z.object({ ...figures, ready: z.number() }),
  before: z.object(figures),
  queue: z.array(DossierLineView),
  queueTotal: z.number(),
  counts: z.object({ dossiers: z.number(), printing: z.number(), handover: z.number() }),
  openCounterUntil: z.string().nullable(),
  /** The year whose holidays somebody must enter now, told to whoever answers for promises; null: none. */
  calendarYearToEnter: z.number().nullable(),
})
