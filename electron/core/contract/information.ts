import { z } from 'zod'
import { WRITTEN_BLANKS } from '#domain/documents/statement-text.ts'
import { applicationKinds, requirementForms } from '#domain/permit-type.ts'
import { consultationChannels } from '#domain/service-standard.ts'
import { IdField, OfficeDateOut, typedText } from './common.ts'
import { RouteView } from './intake.ts'

/** What somebody asks about. */
export const ServiceInput = z.object({
  permitTypeCode: z.string().max(64),
  kind: z.enum(applicationKinds),
})

export const PrintStandardInput = ServiceInput.extend({ printerId: IdField.nullable() })

/** `forms`: codes of the standard's blank papers. */
export const PrintFormsInput = PrintStandardInput.extend({
  forms: z.array(z.string().max(64)).min(1).max(40),
  /** What is typed of whoever takes them home; absent: nobody is. */
  written: z.partialRecord(z.enum(WRITTEN_BLANKS), typedText(300)).optional(),
})

/** `id` is minted with the first try, so that a repeat is logged once. */
export const ConsultationInput = ServiceInput.extend({
  id: IdField,
  channel: z.enum(consultationChannels),
  /** What was asked, in a few words; without a name. */
  question: typedText(200).optional(),
})

/** The service standard of a type and kind today, as `ServiceStandard` of the domain. */
export const StandardView = z.object({
  day: OfficeDateOut,
  permitTypeCode: z.string(),
  name: z.string(),
  kind: z.enum(applicationKinds),
  kindLabel: z.string(),
  route: RouteView,
  requirements: z.array(
    z.object({
      label: z.string(),
      form: z.enum(requirementForms).nullable(),
      /** *asli*; empty: another system says itself in which form. */
      formWord: z.string(),
      count: z.number(),
      maxAge: z.string().nullable(),
      condition: z.string().nullable(),
      upload: z.string().nullable(),
    }),
  ),
  upload: z.string(),
  steps: z.array(z.object({ label: z.string(), optional: z.boolean() })),
  time: z.string().nullable(),
  timeNote: z.string(),
  cost: z.string(),
  product: z.string(),
  delivery: z.string(),
  validity: z.string(),
  placeLimit: z.string().nullable(),
  legalBasis: z.array(z.string()),
  complaints: z.array(z.string()),
  counterHours: z.array(z.string()),
  /** Blank papers to print; empty where it is filed elsewhere. */
  forms: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      condition: z.string().nullable(),
      stamped: z.boolean(),
      /** true: the requirements name it. */
      asked: z.boolean(),
      /** Codes of the requirements that it answers. */
      answers: z.array(z.string()),
    }),
  ),
})
export type StandardView = z.infer<typeof StandardView>

/** Consultations of today: all, and by how somebody asked. */
export const ConsultationsView = z.object({ total: z.number(), counter: z.number(), phone: z.number() })
