import { z } from 'zod'
import { expiryOutcomes, expiryWays } from '#domain/expiry-notice.ts'
import { IdField, InstantOut, OfficeDateField, OfficeDateOut, typedText } from './common.ts'

export const ExpiringInput = z.object({ from: OfficeDateField, through: OfficeDateField })

/** A permit that ends soon, with how its holder can be told and what was said already. */
export const ExpiringView = z.object({
  applicationId: z.string(),
  number: z.string(),
  holderName: z.string(),
  permitTypeCode: z.string(),
  place: z.string(),
  validUntil: OfficeDateOut,
  daysLeft: z.number(),
  /** Without its middle; null: none, or none that can be read. Whoever calls sees it among those to be told. */
  phoneMasked: z.string().nullable(),
  hasAddress: z.boolean(),
  /** By what the dossier has; null: nothing but a letter. */
  message: z.enum(['email', 'portal', 'call']).nullable(),
  /** Of the permit's present end; null: the holder knows nothing yet. */
  told: z
    .object({
      way: z.enum(expiryWays),
      outcome: z.enum(expiryOutcomes),
      label: z.string(),
      letterNumber: z.string().nullable(),
      at: InstantOut,
      by: z.string(),
    })
    .nullable(),
})
export type ExpiringView = z.infer<typeof ExpiringView>

export const ExpiringListView = z.object({
  /** false: the office writes no letters about permits that end. */
  writesLetters: z.boolean(),
  lines: z.array(ExpiringView),
})

/** As many as one press may tell. */
export const mostTold = 500

export const TellExpiryInput = z.object({
  way: z.enum(['letter', 'message']),
  items: z
    .array(z.object({ applicationId: IdField, orderId: IdField }))
    .min(1)
    .max(mostTold),
  reason: typedText(200).nullable(),
})

/** What became of each holder; `sentence` says why not. */
export const ToldExpiryView = z.object({
  applicationId: z.string(),
  way: z.enum(expiryWays).nullable(),
  sentence: z.string().nullable(),
})
export type ToldExpiryView = z.infer<typeof ToldExpiryView>
