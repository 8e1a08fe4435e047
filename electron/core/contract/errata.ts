import { z } from 'zod'
import { IdField, InstantOut, OfficeDateOut, typedText } from './common.ts'

/** A *Ralat* of a dossier's permit. */
export const ErratumView = z.object({
  id: z.string(),
  ordinal: z.number(),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: InstantOut,
  /** null: the old sheet is in hand; else why it is not. */
  statement: z.string().nullable(),
  answer: z
    .object({
      kind: z.enum(['approved', 'declined']),
      by: z.string(),
      at: InstantOut,
      reason: z.string().nullable(),
    })
    .nullable(),
  /** Whether whoever looks may answer it now. */
  mayAnswer: z.boolean(),
})
export type ErratumView = z.infer<typeof ErratumView>

/** A version of the permit that bears an error: it stays readable. */
export const FormerVersionView = z.object({
  productId: z.string(),
  number: z.string(),
  signedBy: z.string().nullable(),
  signedOn: OfficeDateOut.nullable(),
  /** The signed file; null: signed by hand. */
  fileSha256: z.string().nullable(),
})

export const AskErratumInput = z.object({
  applicationId: IdField,
  erratumId: IdField,
  reason: typedText(500),
  sheetBack: z.boolean(),
  statement: typedText(300),
})

export const AnswerErratumInput = z.object({
  applicationId: IdField,
  erratumId: IdField,
  approves: z.boolean(),
  reason: typedText(500),
})
