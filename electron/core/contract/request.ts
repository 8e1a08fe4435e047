import { z } from 'zod'
import { identityKinds } from '#domain/application.ts'
import { requirementForms } from '#domain/permit-type.ts'
import { OfficeDateOut } from './common.ts'

/** What the clerk read off a paper; null: nothing was asked. */
export const PaperView = z
  .object({
    number: z.string().nullable(),
    date: OfficeDateOut.nullable(),
    issuer: z.string().nullable(),
    validUntil: OfficeDateOut.nullable(),
    form: z.enum(requirementForms),
    count: z.number(),
  })
  .nullable()
  .default(null)

/** Who asks, beyond name and birth: the document that says so, the business, and the names before this one. */
export const applicantDetails = {
  citizenship: z.string(),
  identity: z.object({
    kind: z.enum(identityKinds),
    number: z.string().nullable(),
    validUntil: OfficeDateOut.nullable(),
  }),
  company: z
    .object({
      name: z.string(),
      nib: z.string().nullable(),
      npwp: z.string().nullable(),
      responsibleName: z.string(),
      responsibleNik: z.string().nullable(),
    })
    .nullable()
    .default(null),
  /** The oldest first. */
  formerNames: z
    .array(z.object({ name: z.string(), nameOnPermit: z.string().nullable(), until: OfficeDateOut }))
    .readonly()
    .default([]),
}

/** What an application asks beyond place and person: the earlier permit, a revocation's reason, own questions answered. */
export const RequestView = z.object({
  domicileDiffers: z.boolean(),
  earlierPermit: z
    .object({
      number: z.string(),
      /** null: this register does not know it, its paper was seen. */
      applicationId: z.string().nullable(),
      /** null: for life. */
      validUntil: OfficeDateOut.nullable(),
      effect: z.string().nullable(),
    })
    .nullable(),
  /** null: no revocation. */
  revocation: z
    .object({ startedBy: z.string(), reason: z.string(), effectiveOn: OfficeDateOut.nullable() })
    .nullable(),
  answers: z.array(z.object({ label: z.string(), value: z.string() })),
  otherPermits: z.array(
    z.object({
      number: z.string(),
      place: z.string(),
      city: z.string(),
      validUntil: OfficeDateOut.nullable(),
      scheduleText: z.string(),
    }),
  ),
})
export type RequestView = z.infer<typeof RequestView>

/** Hours that the holder would have at two places at once: a warning with place and hours. */
export const OverlapView = z.object({
  place: z.string(),
  number: z.string().nullable(),
  source: z.enum(['permit', 'application', 'declared']),
  /** *Senin, 17.00–18.00*: the first that meet. */
  hours: z.string(),
})
export type OverlapView = z.infer<typeof OverlapView>
