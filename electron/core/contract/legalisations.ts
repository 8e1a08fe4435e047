import { z } from 'zod'
import { legalisationSides } from '#domain/legalisation-rule.ts'
import { IdField, InstantOut, OfficeDateField, OfficeDateOut, typedText } from './common.ts'

const VoidView = z.object({ at: InstantOut, by: z.string(), reason: z.string() })

/** Legalised photocopies of a dossier's permit. */
export const LegalisationView = z.object({
  id: z.string(),
  number: z.string(),
  issuedOn: OfficeDateOut,
  copies: z.number(),
  signer: z.string(),
  by: z.string(),
  at: InstantOut,
  /** null: it is in force. */
  voided: VoidView.nullable(),
})
export type LegalisationView = z.infer<typeof LegalisationView>

/** *Legalisir* as the office does it, for one dossier. */
export const DossierLegalisationView = z.object({
  /** Why none is made now, as a sentence; null: it may be. */
  refusal: z.string().nullable(),
  mostCopies: z.number(),
  side: z.enum(legalisationSides),
  /** The first one first. */
  made: z.array(LegalisationView),
})

export const LegaliseInput = z.object({
  applicationId: IdField,
  legalisationId: IdField,
  copies: typedText(5),
  originalSeen: z.boolean(),
  seen: z.int().min(0).max(10_000),
  printerId: IdField.nullable(),
})

export const ReprintLegalisationInput = z.object({
  applicationId: IdField,
  legalisationId: IdField,
  printerId: IdField.nullable(),
  reason: typedText(500),
})

export const VoidLegalisationInput = z.object({
  applicationId: IdField,
  legalisationId: IdField,
  reason: typedText(300),
})

export const LegalisationSpanInput = z.object({ from: OfficeDateField, until: OfficeDateField })

/** The register of some days. */
export const LegalisationRegisterView = z.object({
  lines: z.array(
    LegalisationView.extend({
      applicationId: z.string(),
      permitNumber: z.string(),
      holderName: z.string(),
      typeCode: z.string(),
    }),
  ),
  sheets: z.number(),
  voided: z.number(),
  /** What the check of the numbers found, in words. */
  gaps: z.string(),
  /** false: a number lacks. */
  complete: z.boolean(),
})
export type LegalisationRegisterView = z.infer<typeof LegalisationRegisterView>
