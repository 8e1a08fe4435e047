import { z } from 'zod'
import { IdField, InstantOut, typedText } from './common.ts'

export const ReserveFormsInput = z.object({
  /** Minted by the screen with the first try: a repeat is the same batch. */
  batchId: IdField,
  count: z.number().int(),
  counter: typedText(64),
  printerId: IdField.nullable(),
})

export const VoidFormInput = z.object({ number: typedText(200), reason: typedText(200) })

/** A blank form and what became of it; used and voided both null: still blank. */
export const BlankFormView = z.object({
  applicationId: z.string(),
  number: z.string(),
  counter: z.string(),
  reservedAt: InstantOut,
  reservedBy: z.string(),
  usedAt: InstantOut.nullable(),
  voided: z.object({ at: InstantOut, reason: z.string(), by: z.string().nullable() }).nullable(),
})
export type BlankFormView = z.infer<typeof BlankFormView>
