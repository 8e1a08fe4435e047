import { z } from 'zod'
import type { IntakeForm } from '#domain/intake-form.ts'
import { applicationKinds, facilityKinds, requirementForms } from '#domain/permit-type.ts'
import { ApplicantView, DossierLineView } from './dossier.ts'
import { IdField, OfficeDateOut, Sha256Field, typedText } from './common.ts'

/** The form as typed. Only its shape is checked here; its meaning is checked by `readIntake`, on screen and server alike. */
export const IntakeFormSchema = z.object({
  nik: typedText(40),
  name: typedText(),
  nameOnPermit: typedText(),
  birthPlace: typedText(100),
  birthDate: typedText(40),
  sex: z.enum(['male', 'female', '']),
  addressKtp: typedText(300),
  rtRw: typedText(20),
  village: typedText(100),
  district: typedText(100),
  addressDomicile: typedText(300),
  phone: typedText(40),
  email: typedText(254),
  permitTypeCode: typedText(64),
  kind: z.enum(applicationKinds),
  practiceOrdinal: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  strNumber: typedText(80),
  strLifetime: z.boolean(),
  strValidUntil: typedText(40),
  practisedMoreThanFiveYearsAgo: z.boolean(),
  facilityKind: z.enum(facilityKinds),
  facilityName: typedText(),
  facilityAddress: typedText(300),
  facilityVillage: typedText(100),
  facilityDistrict: typedText(100),
  schedule: z
    .array(
      z.object({
        days: z.array(z.string().max(3)).max(7).readonly(),
        from: typedText(10),
        until: typedText(10),
      }),
    )
    .max(14)
    .readonly(),
  representativeName: typedText(),
  representativePhone: typedText(40),
  representativeRelation: typedText(64),
  documents: z
    .array(
      z.object({
        requirementCode: z.string().max(64),
        sha256: Sha256Field.nullable(),
        fileName: typedText(255),
        mediaType: z.string().max(100),
        sizeBytes: z.number().int().min(0),
      }),
    )
    .max(100)
    .readonly(),
}) satisfies z.ZodType<IntakeForm>

export const RegisterInput = z.object({
  /** Made when the draft began, final: a repeat of the same id answers with the same registration. */
  applicationId: IdField,
  draftId: IdField.nullable(),
  form: IntakeFormSchema,
  printerId: IdField.nullable(),
})

export const RegisteredView = z.object({
  applicationId: z.string(),
  registrationNumber: z.string(),
  jobId: z.string().nullable(),
})

/** What is known of a NIK: the person, and their dossiers and permits. */
export const KnownApplicantView = z.object({
  applicant: ApplicantView,
  dossiers: z.array(DossierLineView),
})

/** What the form so far leads to: checklist and promise, for the screen and the preview of the receipt. */
export const IntakeOutlook = z.object({
  requirements: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      form: z.enum(requirementForms),
      count: z.number(),
      file: z.boolean(),
      photo: z.boolean(),
      maxAgeDays: z.number().nullable(),
    }),
  ),
  needsStr: z.boolean(),
  profession: z.string(),
  placeLimit: z.number(),
  promise: z.object({
    workingDays: z.number().nullable(),
    dueOn: OfficeDateOut.nullable(),
    label: z.string(),
  }),
  /** Lines of the receipt as it would be printed now, for the preview. */
  receiptLines: z.array(z.string()),
})
export type IntakeOutlook = z.infer<typeof IntakeOutlook>

export const DraftInput = z.object({
  id: IdField,
  kind: z.literal('intake'),
  title: typedText(),
  data: IntakeFormSchema,
})
export const DraftView = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  data: IntakeFormSchema,
  updatedAt: z.string(),
})
