import { z } from 'zod'
import { blankPapers, blankStates, type ReceiveBlanksForm } from '#domain/blank-ledger.ts'
import { documentKinds } from '#domain/stage-table.ts'
import { IdField, InstantOut, OfficeDateField, typedText } from './common.ts'

export const BlankSpanInput = z.object({ from: OfficeDateField, until: OfficeDateField })

/** `id` is minted by the screen with the first try: a repeat is the same stack. */
export const ReceiveBlanksInput = z.object({
  id: IdField,
  form: z.object({
    count: typedText(12),
    from: typedText(40),
    until: typedText(40),
    note: typedText(200),
  }) satisfies z.ZodType<ReceiveBlanksForm>,
})

export const SpoilBlankInput = z.object({ id: IdField, serial: typedText(40), reason: typedText(300) })

/** A line is named by its job and try, or by an id of its own. */
const EntryField = z.string().max(80)
export const WithdrawSheetInput = z.object({ entryId: EntryField, reason: typedText(300) })
export const CorrectSerialInput = z.object({ entryId: EntryField, serial: typedText(40) })

export const BlankEntryView = z.object({
  id: z.string(),
  jobId: z.string().nullable(),
  document: z.enum(documentKinds).nullable(),
  title: z.string(),
  serial: z.string().nullable(),
  state: z.enum(blankStates),
  takenAt: InstantOut,
  takenBy: z.string(),
  /** Why it is spoiled; null otherwise. */
  reason: z.string().nullable(),
  /** Who settled it last, and when; null: nobody yet. `by` null: the printer said so. */
  settled: z.object({ at: InstantOut, by: z.string().nullable() }).nullable(),
})
export type BlankEntryView = z.infer<typeof BlankEntryView>

export const BlankStackView = z.object({
  id: z.string(),
  text: z.string(),
  count: z.number(),
  receivedAt: InstantOut,
  receivedBy: z.string(),
})

export const BlankBalanceView = z.object({
  opening: z.number(),
  received: z.number(),
  printed: z.number(),
  spoiled: z.number(),
  unknown: z.number(),
  remaining: z.number(),
  withdrawn: z.number(),
})

export const BlankCardView = z.object({
  papers: z.array(z.enum(blankPapers)),
  balance: BlankBalanceView,
  /** The number on top of the shelf; null: the blanks bear none, or none is left. */
  next: z.string().nullable(),
  /** Whether the blanks of this office bear numbers. */
  numbered: z.boolean(),
  /** Of the days asked for, and what nobody knows of any day; the latest first. */
  entries: z.array(BlankEntryView),
  /** Numbers that were passed over and not explained. */
  unexplained: z.array(z.string()),
  /** The last one first. */
  stacks: z.array(BlankStackView),
})
export type BlankCardView = z.infer<typeof BlankCardView>
