import { z } from 'zod'
import { batchEnds, batchLetterStates, mostLettersInBatch } from '#domain/signing-batch.ts'
import { IdField } from './common.ts'
import { SigningSecretInput } from './dossier-work.ts'

/** Letters that were opened and ticked, and the passphrase for all of them. */
export const StartSigningBatchInput = SigningSecretInput.extend({
  id: IdField,
  stage: z.string().max(64),
  letters: z
    .array(z.object({ applicationId: IdField, seenSeq: z.number().int() }))
    .min(1)
    .max(mostLettersInBatch),
})

export const SigningBatchView = z.object({
  id: z.string(),
  letters: z.array(
    z.object({
      applicationId: z.string(),
      name: z.string(),
      number: z.string().nullable(),
      state: z.enum(batchLetterStates),
      /** Why it was not signed; null: it was, or its turn has not come. */
      sentence: z.string().nullable(),
      moved: z.boolean(),
      /** The paper that was ticked is not the one that would be signed: it is to be opened once more. */
      readAgain: z.boolean(),
    }),
  ),
  end: z.enum(batchEnds).nullable(),
  /** Code of the refusal that ended it; null: none did. */
  refusalCode: z.string().nullable(),
})
export type SigningBatchView = z.infer<typeof SigningBatchView>
