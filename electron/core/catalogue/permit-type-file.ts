import { z } from 'zod'
import { earlierPermitEffects } from '#domain/kind-rule.ts'
import { ownFieldKinds } from '#domain/own-field.ts'
import {
  applicationKinds,
  facilityKinds,
  paperFacts,
  permitCategories,
  requirementForms,
  starters,
} from '#domain/permit-type.ts'
import {
  codeField,
  dayField,
  mediaTypeField,
  paperCodeField,
  requirementCodeField,
  textField,
} from './fields.ts'

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
    startedBy: z.array(z.enum(starters)).min(1).optional(),
    domicileDiffers: z.boolean().optional(),
    answers: z.record(codeField, z.array(z.union([z.string(), z.boolean()])).min(1)).optional(),
  })
  .default({})

export const UploadSchema = z.strictObject({
  mediaTypes: z.array(mediaTypeField).min(1).optional(),
  maxBytes: z.int().min(10_000).max(50_000_000).optional(),
  minSize: z.strictObject({ widthPx: z.int().min(1), heightPx: z.int().min(1) }).optional(),
})

export const RequirementSchema = z.strictObject({
  code: requirementCodeField,
  label: textField,
  when: ConditionSchema,
  form: z.enum(requirementForms),
  count: z.int().min(1).max(20).default(1),
  maxAgeDays: z.int().min(1).nullable().default(null),
  file: z.boolean().default(true),
  photo: z.boolean().default(false),
  asks: z.array(z.enum(paperFacts)).default([]),
  upload: UploadSchema.nullable().default(null),
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
    foreigner: z
      .strictObject({ years: z.int().min(1).max(20), renewals: z.int().min(0).max(9) })
      .nullable()
      .default(null),
  }),
  z.strictObject({ rule: z.literal('str-end') }),
  z.strictObject({ rule: z.literal('lifetime') }),
])

export const RouteSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('own-office') }),
  z.strictObject({
    to: z.enum(['mpp-digital', 'oss']),
    destination: textField,
    address: z.url(),
    reason: textField,
    steps: z.array(textField).min(1),
    bring: z.array(textField).default([]),
  }),
])

/** Sets of the kinds whose papers are the same whatever the type; an own one may be named instead. */
const KindSetsSchema = z
  .strictObject({
    new: paperCodeField.optional(),
    renewal: paperCodeField.optional(),
    amendment: paperCodeField.optional(),
    replacement: paperCodeField.optional(),
    revocation: paperCodeField.optional(),
  })
  .default({})

const changes = {
  /** Codes of the set that this type does not ask for. */
  without: z.array(requirementCodeField).default([]),
  /** Further requirements, or other words for one of the set's. */
  with: z.array(RequirementSchema).default([]),
}

const regime = {
  from: dayField,
  until: dayField.nullable(),
  requirementSet: paperCodeField,
  kindSets: KindSetsSchema,
  legalBasis: z.array(textField).min(1),
  validity: ValiditySchema,
  needsStr: z.boolean(),
  route: RouteSchema.default({ to: 'own-office' }),
}

const RegimeSchema = z.strictObject({
  ...regime,
  ...changes,
  placeLimit: z.int().min(1).max(9).nullable(),
})
export type RegimeFile = z.infer<typeof RegimeSchema>

/** A law that many types share: its spans, each with what it says. A type names the law and its own differences. */
export const LawFile = z.strictObject({
  code: paperCodeField,
  name: textField,
  source: textField,
  regimes: z
    .array(
      z.strictObject({
        ...regime,
        /** `profession`: the limit of the type's own profession rule still holds. */
        placeLimit: z.union([z.int().min(1).max(9), z.literal('profession')]).nullable(),
      }),
    )
    .min(1),
})
export type LawFile = z.infer<typeof LawFile>

const LawUseSchema = z.strictObject({
  code: paperCodeField,
  ...changes,
  /** Limit of the profession's own rule, where the law leaves it in force. */
  placeLimit: z.int().min(1).max(9).nullable().default(null),
  /** Further basis of this type, behind the law's. */
  legalBasis: z.array(textField).default([]),
})

const ReasonSchema = z.strictObject({ code: codeField, label: textField, startedBy: z.enum(starters) })

const KindRuleSchema = z.strictObject({
  name: textField.nullable().optional(),
  needsEarlierPermit: z.boolean().optional(),
  acceptsExpired: z.boolean().optional(),
  effect: z.enum(earlierPermitEffects).optional(),
  number: z.enum(['new', 'earlier']).optional(),
  validity: z.enum(['rule', 'earlier']).optional(),
  startedBy: z.array(z.enum(starters)).min(1).optional(),
  reasons: z.array(ReasonSchema).optional(),
})

const FieldSchema = z.strictObject({
  code: codeField,
  label: textField,
  kind: z.enum(ownFieldKinds),
  choices: z.array(z.strictObject({ code: codeField, label: textField })).default([]),
  required: z.boolean().default(true),
  when: ConditionSchema,
  printed: z.boolean().default(false),
  unit: textField.nullable().default(null),
  check: z
    .discriminatedUnion('rule', [
      z.strictObject({
        rule: z.literal('range'),
        min: z.number().nullable().default(null),
        max: z.number().nullable().default(null),
      }),
      z.strictObject({ rule: z.literal('past'), maxAgeDays: z.int().min(1).nullable().default(null) }),
      z.strictObject({ rule: z.literal('length'), min: z.int().min(0), max: z.int().min(1) }),
      z.strictObject({ rule: z.literal('pattern'), pattern: textField, example: textField }),
    ])
    .nullable()
    .default(null),
})
export type FieldFile = z.infer<typeof FieldSchema>

/** One permit type of the catalogue: one file. */
export const PermitTypeFile = z.strictObject({
  code: paperCodeField,
  order: z.int().min(1).default(999),
  name: textField,
  title: textField,
  category: z.enum(permitCategories),
  profession: textField,
  organization: textField.nullable(),
  holder: z.enum(['person', 'company']).default('person'),
  flags: z.array(codeField).default([]),
  kinds: z.array(z.enum(applicationKinds)).min(1),
  kindRules: z.partialRecord(z.enum(applicationKinds), KindRuleSchema).default({}),
  fields: z.array(FieldSchema).default([]),
  revokes: paperCodeField.nullable().default(null),
  laws: z.array(LawUseSchema).default([]),
  regimes: z.array(RegimeSchema).default([]),
})
export type PermitTypeFile = z.infer<typeof PermitTypeFile>
