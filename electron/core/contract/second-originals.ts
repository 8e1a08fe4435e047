import { z } from 'zod'
import { documentKinds } from '#domain/stage-table.ts'
import { IdField, InstantOut } from './common.ts'

/** A second original: who printed it and why, and who else answers for it. */
export const SecondOriginalView = z.object({
  jobId: z.string(),
  applicationId: z.string(),
  document: z.enum(documentKinds),
  /** Number and holder, as in the list of sheets. */
  title: z.string(),
  copy: z.number(),
  reason: z.string(),
  requestedBy: z.string(),
  requestedAt: InstantOut,
  /** null: open. */
  consent: z.object({ by: z.string(), at: InstantOut }).nullable(),
  /** Still open on a later day than that of the print. */
  overdue: z.boolean(),
  /** Whether whoever looks may agree: they oversee the office and did not print it. */
  mayConsent: z.boolean(),
})
export type SecondOriginalView = z.infer<typeof SecondOriginalView>

export const ConsentToSecondInput = z.object({ applicationId: IdField, jobId: IdField })
