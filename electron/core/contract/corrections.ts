import { z } from 'zod'
import { ConsentInput, IdField, typedText } from './common.ts'
import { CorrectionDraft, IntakeFormSchema, IntakeOutlook } from './intake.ts'

/** An application as the form that a correction begins from, and what may be done with it. */
export const CorrectionFormView = z.object({
  applicationId: z.string(),
  registrationNumber: z.string(),
  holderName: z.string(),
  typeName: z.string(),
  form: IntakeFormSchema,
  /** How often it was changed after the receipt, data entered later among them. */
  corrections: z.number(),
  /** true: taken in on minimum data; what is saved adds to it and is no *Perbaikan*. */
  incomplete: z.boolean(),
  /** Under which this person's typing is kept. */
  draftId: z.string(),
  /** What this person typed and did not save; null: nothing. */
  draft: z.object({ updatedAt: z.string(), data: CorrectionDraft }).nullable(),
  /** true: a supervisor must agree by name and password. */
  needsConsent: z.boolean(),
  /** Why it cannot be corrected now, as a sentence; null: it can. */
  refusal: z.string().nullable(),
})
export type CorrectionFormView = z.infer<typeof CorrectionFormView>

/** What saving would bring along, told before it is saved. */
export const ConsequencesView = z.object({
  /** Requirements that are newly asked for and have no file yet. */
  asked: z.array(z.object({ code: z.string(), label: z.string() })),
  /** Papers that are there and no longer needed. */
  unneeded: z.array(z.string()),
  changes: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
  /** What the register says against it: the same one under way, no place left; null: nothing. */
  refusal: z.string().nullable(),
  overlaps: IntakeOutlook.shape.overlaps,
  promise: z.string(),
})
export type ConsequencesView = z.infer<typeof ConsequencesView>

export const CorrectionInput = z.object({
  applicationId: IdField,
  /** Made by the screen before the first try: a repeat of the same id corrects once. */
  correctionId: IdField,
  seenCorrections: z.number().int().min(0),
  /** The draft that is done with it; absent: none. */
  draftId: IdField.optional(),
  form: IntakeFormSchema,
  reason: typedText(500),
  consent: ConsentInput.nullable(),
  printerId: IdField.nullable(),
})

export const RemoveFileInput = z.object({
  applicationId: IdField,
  documentId: IdField,
  reason: typedText(500),
  consent: ConsentInput.nullable(),
})
