import { z } from 'zod'
import { InstantOut, typedText } from './common.ts'

/** A series in one scope, as the station names them. */
export const SeriesScopeInput = z.object({ series: z.string().max(64), scope: z.string().max(64) })

/** `last`: what was typed; the rules say whether it is a number. */
export const NumberStartInput = SeriesScopeInput.extend({ last: typedText(64) })

export const SetLastInput = NumberStartInput.extend({ reason: typedText(200) })

/** A series that counts today. */
export const RunningSeriesView = z.object({
  series: z.string(),
  scope: z.string(),
  /** *Nomor izin*. */
  label: z.string(),
  /** Code and name of the type by which it counts; null: for all types. */
  type: z.object({ code: z.string(), name: z.string() }).nullable(),
  /** *Tahun 2026*. */
  scopeLabel: z.string(),
  /** How a number looks in two parts, between which stands the serial with at least `width` digits. */
  looks: z.object({ before: z.string(), after: z.string(), width: z.number() }),
})
export type RunningSeriesView = z.infer<typeof RunningSeriesView>

export const SeriesView = z.object({
  series: z.string(),
  scope: z.string(),
  label: z.string(),
  type: z.object({ code: z.string(), name: z.string() }).nullable(),
  scopeLabel: z.string(),
  pattern: z.string(),
  /** false: a scope of former days; it gives no number any more. */
  running: z.boolean(),
  /** Where it stands; 0: it begins at 1. */
  last: z.number(),
  /** How the next number will look; null: it is not running. */
  next: z.string().nullable(),
  /** null: it is not running. */
  looks: z.object({ before: z.string(), after: z.string(), width: z.number() }).nullable(),
  given: z.number(),
  today: z.number(),
  voided: z.number(),
  /** Serials used before the program: no number of this register. */
  elsewhere: z.array(z.object({ from: z.number(), through: z.number() })),
})
export type SeriesView = z.infer<typeof SeriesView>

/** One line of the record of beginnings. */
export const NumberStartView = z.object({
  id: z.string(),
  before: z.number(),
  last: z.number(),
  reason: z.string(),
  by: z.string(),
  at: InstantOut,
})
export type NumberStartView = z.infer<typeof NumberStartView>

export const FindNumbersInput = z.object({
  series: z.string().max(64).nullable(),
  scope: z.string().max(64).nullable(),
  text: typedText(200),
  voidedOnly: z.boolean(),
})

export const FoundNumberView = z.object({
  /** Series and number together: two series may use one text. */
  key: z.string(),
  text: z.string(),
  documentLabel: z.string(),
  /** null: reserved on a blank form, which nobody was taken in on (yet). */
  dossier: z
    .object({ applicationId: z.string(), registrationNumber: z.string(), holderName: z.string() })
    .nullable(),
  /** true: on a blank form on which nobody was taken in; without a dossier and not reserved: of a line of a book. */
  reserved: z.boolean(),
  takenAt: InstantOut,
  /** null: in force. */
  voided: z.object({ at: InstantOut, reason: z.string(), by: z.string().nullable() }).nullable(),
})
export type FoundNumberView = z.infer<typeof FoundNumberView>

/** `more`: there are more lines than were sent. */
export const FoundNumbersView = z.object({ lines: z.array(FoundNumberView), more: z.boolean() })
