import { z } from 'zod'
import { carriedBooks } from '#domain/carried-over.ts'
import type { OldBookStage } from '#domain/old-book-stages.ts'
import type { OldPermitProblem } from '#domain/old-permit.ts'
import { oldPermitColumns, type OldPermitRow } from '#domain/old-permit-columns.ts'
import { InstantOut, OfficeDateOut, typedText } from './common.ts'

const cells = Object.fromEntries(oldPermitColumns.map((column) => [column, typedText(400)])) as Record<
  keyof OldPermitRow,
  ReturnType<typeof typedText>
>

/** One old permit as typed; its meaning is read by `readOldPermit`. */
export const OldPermitRowInput = z.object(cells)

/** Lines that one transaction takes: the counter waits for no more. */
export const mostRowsAtOnce = 50

export const CheckPermitsInput = z.object({ rows: z.array(OldPermitRowInput).min(1).max(mostRowsAtOnce) })
export const CarryPermitsInput = CheckPermitsInput.extend({ importedFrom: typedText(200).nullable() })

/** What became of one line, or would. */
export const CarriedPermitView = z.union([
  z.object({
    outcome: z.enum(['entered', 'known', 'good']),
    applicationId: z.string().nullable(),
    number: z.string(),
  }),
  z.object({
    outcome: z.literal('refused'),
    problems: z
      .array(z.custom<OldPermitProblem>((value) => typeof value === 'object' && value !== null))
      .readonly(),
  }),
])
export type CarriedPermitView = z.infer<typeof CarriedPermitView>

export const SetBeginningInput = z.object({ opens: z.boolean(), reason: typedText(300).nullable() })

export const BeginningChangeView = z.object({
  opens: z.boolean(),
  at: InstantOut,
  by: z.string(),
  reason: z.string().nullable(),
})

/** Whether old books may be carried over, and how much was. */
export const BeginningView = z.object({
  open: z.boolean(),
  log: z.array(BeginningChangeView),
  /** Stages at which a running dossier may be entered. */
  stages: z.custom<readonly OldBookStage[]>((value) => Array.isArray(value)),
  running: z.number(),
  permits: z.number(),
})
export type BeginningView = z.infer<typeof BeginningView>

export const CarriedListInput = z.object({ book: z.enum(carriedBooks) })

/** A dossier or permit that was carried over. */
export const CarriedLineView = z.object({
  applicationId: z.string(),
  /** Of the permit for an old permit, of the registration for a running dossier. */
  number: z.string(),
  holderName: z.string(),
  typeCode: z.string(),
  facilityName: z.string().nullable(),
  enteredAt: InstantOut,
  issuedOn: OfficeDateOut.nullable(),
  /** null: for life, or no permit yet. */
  validUntil: OfficeDateOut.nullable(),
  /** Stages at which a running dossier waits now; empty: it is over. */
  stages: z.array(z.string()),
})
export type CarriedLineView = z.infer<typeof CarriedLineView>

/** Types that an old permit may be of. */
export const OldTypeView = z.object({
  code: z.string(),
  name: z.string(),
  holder: z.enum(['person', 'company']),
})
