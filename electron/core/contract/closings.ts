import { z } from 'zod'
import { openItemKinds, openItemRules, type OpenItemKind, type SettlingPlace } from '#domain/day-closing.ts'
import { IdField, InstantOut, OfficeDateField, OfficeDateOut, typedText } from './common.ts'

const OpenItemView = z.object({
  kind: z.custom<OpenItemKind>((value) => openItemKinds.some((one) => one === value)),
  label: z.string(),
  count: z.number(),
  /** Must be explained in the note of the closing. */
  named: z.boolean(),
  place: z.custom<SettlingPlace>((value) => Object.values(openItemRules).some((one) => one.place === value)),
})
export type OpenItemView = z.infer<typeof OpenItemView>

export const ClosingView = z.object({
  ordinal: z.number(),
  closedAt: InstantOut,
  /** `16.04`, with its day where that is another one. */
  closedAtText: z.string(),
  by: z.string(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  items: z.array(OpenItemView),
  events: z.number(),
  /** The beginning of the hash, to be read out. */
  print: z.string(),
  /** What the QR of the report says. */
  code: z.string(),
})
export type ClosingView = z.infer<typeof ClosingView>

const LaterLine = z.object({
  id: z.string(),
  applicationId: z.string(),
  registrationNumber: z.string(),
  holderName: z.string(),
  text: z.string(),
  at: InstantOut,
  by: z.string(),
})
export type LaterLine = z.infer<typeof LaterLine>

export const DifferenceLine = z.object({
  key: z.string(),
  /** true: the figure has one more since; false: one less. */
  added: z.boolean(),
  label: z.string(),
  applicationId: z.string(),
  registrationNumber: z.string(),
  holderName: z.string(),
  at: InstantOut,
  by: z.string(),
  reason: z.string().nullable(),
})
export type DifferenceLine = z.infer<typeof DifferenceLine>

/** How a day stands: open, closed, or closed with something that came in since. */
export const DayStateView = z.object({
  day: OfficeDateOut,
  dayLabel: z.string(),
  state: z.enum(['open', 'closed', 'later-entries']),
  /** The last one is in force; empty: the day is open. */
  closings: z.array(ClosingView),
  /** What is open of it now. */
  items: z.array(OpenItemView),
  /** What came in since, at most as many as fit a list. */
  later: z.array(LaterLine),
  laterCount: z.number(),
  /** What the day's figures have more or less since. */
  differences: z.array(DifferenceLine),
  /** Whether this person closes days. */
  mayClose: z.boolean(),
})
export type DayStateView = z.infer<typeof DayStateView>

export const DayStateInput = z.object({ day: OfficeDateField })

export const CloseDayInput = z.object({
  id: IdField,
  day: OfficeDateField,
  seen: z.number().int().min(0).max(9999),
  note: typedText(500),
  reason: typedText(500),
  password: typedText(256),
})

export const OpenDayView = z.object({ day: OfficeDateOut, label: z.string() })
export type OpenDayView = z.infer<typeof OpenDayView>

export const CheckClosingInput = z.object({ text: typedText(500) })

/** What a scanned or pasted code of a report is worth. */
export const ClosingCheckView = z.object({
  verdict: z.enum(['no-code', 'unknown', 'holds', 'superseded', 'differs']),
  sentence: z.string(),
  /** The day whose report it is; null: it cannot be told. */
  day: OfficeDateOut.nullable(),
  closing: ClosingView.nullable(),
  /** Whose history is not what was closed. */
  applications: z.array(z.object({ id: z.string(), registrationNumber: z.string(), holderName: z.string() })),
})
export type ClosingCheckView = z.infer<typeof ClosingCheckView>
