import { z } from 'zod'
import { applicationKinds, facilityKinds, permitCategories, requirementForms } from '#domain/permit-type.ts'
import { codeField, dayField, paperCodeField, requirementCodeField, textField } from './fields.ts'

const ordinal = z.union([z.literal(1), z.literal(2), z.literal(3)])

const ConditionSchema = z
  .strictObject({
    kind: z.array(z.enum(applicationKinds)).min(1).optional(),
    practiceOrdinal: z.array(ordinal).min(1).optional(),
    facilityKind: z.array(z.enum(facilityKinds)).min(1).optional(),
    strLifetime: z.boolean().optional(),
    practisedMoreThanFiveYearsAgo: z.boolean().optional(),
    foreigner: z.boolean().optional(),
    filedByRepresentative: z.boolean().optional(),
  })
  .default({})

export const RequirementSchema = z.strictObject({
  code: requirementCodeField,
  label: textField,
  when: ConditionSchema,
  form: z.enum(requirementForms),
  count: z.int().min(1).max(20).default(1),
  maxAgeDays: z.int().min(1).nullable().default(null),
  file: z.boolean().default(true),
  photo: z.boolean().default(false),
})

/** A requirement set: a list that many permit types share (domain 3.3, sets N and L). */
export const RequirementSetFile = z.strictObject({
  code: paperCodeField,
  name: textField,
  source: textField,
  requirements: z.array(RequirementSchema).min(1),
})
export type RequirementSetFile = z.infer<typeof RequirementSetFile>

const ValiditySchema = z.discriminatedUnion('rule', [
  z.strictObject({
    rule: z.literal('years'),
    years: z.int().min(1).max(20),
    endsDayBefore: z.boolean(),
  }),
  z.strictObject({ rule: z.literal('str-end') }),
  z.strictObject({ rule: z.literal('lifetime') }),
])

const RegimeSchema = z.strictObject({
  from: dayField,
  until: dayField.nullable(),
  requirementSet: paperCodeField,
  /** Codes of the set that this type does not ask for. */
  without: z.array(requirementCodeField).default([]),
  /** Further requirements, or other words for one of the set's. */
  with: z.array(RequirementSchema).default([]),
  legalBasis: z.array(textField).min(1),
  validity: ValiditySchema,
  placeLimit: z.int().min(1).max(9),
  needsStr: z.boolean(),
})

/** One permit type of the catalogue: one file. */
export const PermitTypeFile = z.strictObject({
  code: paperCodeField,
  name: textField,
  title: textField,
  category: z.enum(permitCategories),
  profession: textField,
  organization: textField.nullable(),
  flags: z.array(codeField).default([]),
  kinds: z.array(z.enum(applicationKinds)).min(1),
  regimes: z.array(RegimeSchema).min(1),
})
export type PermitTypeFile = z.infer<typeof PermitTypeFile>
