import { z } from 'zod'
import { IdField } from './common.ts'
import { IntakeFormSchema } from './intake.ts'

/** The fields of a form by which dossiers that may be the same are looked for. */
export const LookalikeQuestion = IntakeFormSchema.pick({
  nik: true,
  name: true,
  birthDate: true,
  phone: true,
  citizenship: true,
  identityKind: true,
  identityNumber: true,
  companyName: true,
  companyNib: true,
  companyNpwp: true,
  permitTypeCode: true,
  kind: true,
  strNumber: true,
  facilityKind: true,
  facilityName: true,
  facilityAddress: true,
}).extend({
  /** The application that is corrected: it is not like itself. null: a new one. */
  applicationId: IdField.nullable(),
})
export type LookalikeQuestion = z.infer<typeof LookalikeQuestion>

export const LookalikeView = z.object({
  applicationId: z.string(),
  registrationNumber: z.string(),
  name: z.string(),
  /** null: without NIK. */
  nikMasked: z.string().nullable(),
  /** *SIPB, Baru, SIP ke-1*. */
  request: z.string(),
  place: z.string().nullable(),
  status: z.string(),
  /** Part of a sentence. */
  why: z.string(),
})
export type LookalikeView = z.infer<typeof LookalikeView>
