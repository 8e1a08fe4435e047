import { z } from 'zod'
import type { IntakeForm } from '#domain/intake-form.ts'
import { identityKinds } from '#domain/application.ts'
import { applicationKinds, facilityKinds, requirementForms, starters } from '#domain/permit-type.ts'
import { permitStatuses } from '#domain/permit.ts'
import { routeTargets } from '#domain/route.ts'
import { ownFieldKinds, type OwnFieldCheck } from '#domain/own-field.ts'
import { earlierPermitEffects } from '#domain/kind-rule.ts'
import { paperFacts, permitCategories } from '#domain/permit-type.ts'
import { ApplicantView, DossierLineView } from './dossier.ts'
import { OverlapView } from './request.ts'
import { ConsentInput, IdField, OfficeDateOut, Sha256Field, typedText } from './common.ts'

const typedSchedule = z
  .array(
    z.object({
      days: z.array(z.string().max(3)).max(7).readonly(),
      from: typedText(10),
      until: typedText(10),
    }),
  )
  .max(14)
  .readonly()

const OldBookInput = z.object({
  number: typedText(),
  filedOn: typedText(40),
  stage: typedText(64),
  acceptedOn: typedText(40),
  dueOn: typedText(40),
  productNumber: typedText(),
  issuedOn: typedText(40),
  validUntil: typedText(40),
  signedOn: typedText(40),
  outputs: z
    .array(z.object({ stage: typedText(64), kind: typedText(64), number: typedText(), date: typedText(40) }))
    .max(60)
    .readonly(),
})

/** The form as typed. Only its shape is checked here; its meaning is checked by `readIntake`, on screen and server alike. */
export const IntakeFormSchema = z.object({
  lateEntry: z.boolean().default(false),
  lateDay: typedText(40).default(''),
  lateTime: typedText(10).default(''),
  lateReason: typedText(300).default(''),
  lateComplete: z.boolean().default(false),
  formNumber: typedText(200).default(''),
  oldBook: OldBookInput.nullable().default(null),
  nik: typedText(40),
  name: typedText(),
  nameOnPermit: typedText(),
  nameChanged: z.boolean().default(false),
  birthPlace: typedText(100),
  birthDate: typedText(40),
  sex: z.enum(['male', 'female', '']),
  addressKtp: typedText(300),
  rtRw: typedText(20),
  village: typedText(100),
  district: typedText(100),
  domicileDiffers: z.boolean().default(false),
  addressDomicile: typedText(300),
  phone: typedText(40),
  email: typedText(254),
  citizenship: typedText(2).default('ID'),
  identityKind: z.enum(identityKinds).default('ktp'),
  identityNumber: typedText(40).default(''),
  identityValidUntil: typedText(40).default(''),
  companyName: typedText().default(''),
  companyNib: typedText(40).default(''),
  companyNpwp: typedText(40).default(''),
  permitTypeCode: typedText(64),
  kind: z.enum(applicationKinds),
  startedBy: z.enum(starters).default('holder'),
  reasonCode: typedText(64).default(''),
  effectiveOn: typedText(40).default(''),
  targetPermitId: IdField.nullable().default(null),
  targetPermitNumber: typedText(100).default(''),
  targetPermitOnPaper: z.boolean().default(false),
  targetPermitValidUntil: typedText(40).default(''),
  practiceOrdinal: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  strNumber: typedText(80),
  strLifetime: z.boolean(),
  strValidUntil: typedText(40),
  practisedMoreThanFiveYearsAgo: z.boolean(),
  otherPermits: z
    .array(
      z.object({
        number: typedText(100),
        place: typedText(),
        city: typedText(100),
        validUntil: typedText(40),
        schedule: typedSchedule.default([]),
      }),
    )
    .max(9)
    .readonly()
    .default([]),
  answers: z.record(z.string().max(64), typedText(500)).readonly().default({}),
  facilityKind: z.enum(facilityKinds),
  facilityName: typedText(),
  facilityAddress: typedText(300),
  facilityVillage: typedText(100),
  facilityDistrict: typedText(100),
  schedule: typedSchedule,
  collectiveFilingId: IdField.nullable().default(null),
  representativeName: typedText(),
  representativeNik: typedText(40).default(''),
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
  papers: z
    .array(
      z.object({
        requirementCode: z.string().max(64),
        number: typedText(100),
        date: typedText(40),
        issuer: typedText(),
        validUntil: typedText(40),
        form: z.enum([...requirementForms, '']),
        count: typedText(10),
        kept: z.boolean().optional(),
      }),
    )
    .max(100)
    .readonly()
    .default([]),
}) satisfies z.ZodType<IntakeForm>

export const RegisterInput = z.object({
  /** Made when the draft began, final: a repeat of the same id answers with the same registration. */
  applicationId: IdField,
  draftId: IdField.nullable(),
  form: IntakeFormSchema,
  printerId: IdField.nullable(),
  /** Of a supervisor, for *Entri Susulan*; null or absent: none. */
  consent: ConsentInput.nullish(),
  /** true: what the office does not demand before its receipt is entered later. */
  minimum: z.boolean().optional(),
})

export const RegisteredView = z.object({
  applicationId: z.string(),
  registrationNumber: z.string(),
  jobId: z.string().nullable(),
  /** How much is still to be entered; 0: nothing. */
  lacking: z.number(),
})

/** What is known of a NIK: the person, and their dossiers and permits. */
export const KnownApplicantView = z.object({
  applicant: ApplicantView,
  dossiers: z.array(DossierLineView),
})

/** Another way than this counter; the screen shows it, and one key prints it as a referral slip. */
export const RouteView = z.object({
  to: z.enum(routeTargets),
  /** Empty for the own office, as are the lists. */
  destination: z.string(),
  address: z.string(),
  reason: z.string(),
  steps: z.array(z.string()),
  bring: z.array(z.string()),
})
export type RouteView = z.infer<typeof RouteView>

/** A permit type as this office offers it today, with everything that the choice of type and kind needs. */
export const OfferView = z.object({
  code: z.string(),
  name: z.string(),
  /** Name in the catalogue, where the office calls it otherwise: found by typing, too. */
  catalogueName: z.string(),
  catalogueCode: z.string(),
  category: z.enum(permitCategories),
  profession: z.string(),
  holder: z.enum(['person', 'company']),
  order: z.number(),
  needsStr: z.boolean(),
  needsSchedule: z.boolean(),
  /** null: any number of places. */
  placeLimit: z.number().nullable(),
  kinds: z.array(
    z.object({
      kind: z.enum(applicationKinds),
      label: z.string(),
      needsEarlierPermit: z.boolean(),
      effect: z.enum(earlierPermitEffects),
      /** What becomes of the earlier permit, as a sentence; null: there is none. */
      effectText: z.string().nullable(),
      startedBy: z.array(z.enum(starters)),
      reasons: z.array(z.object({ code: z.string(), label: z.string(), startedBy: z.enum(starters) })),
      /** Kinds may take different ways: a permit that this office gave is revoked here wherever new ones are filed. */
      route: RouteView,
    }),
  ),
})
export type OfferView = z.infer<typeof OfferView>

/** A question of the type. `check` is what the rules of the form check; the unit stands behind a number. */
export const OwnFieldView = z.object({
  code: z.string(),
  label: z.string(),
  kind: z.enum(ownFieldKinds),
  choices: z.array(z.object({ code: z.string(), label: z.string() })),
  required: z.boolean(),
  printed: z.boolean(),
  unit: z.string().nullable(),
  check: z.custom<OwnFieldCheck | null>((value) => value === null || typeof value === 'object'),
})
export type OwnFieldView = z.infer<typeof OwnFieldView>

/** A permit of this register that an application may renew, change, replace or revoke. */
export const EarlierPermitView = z.object({
  permitId: z.string(),
  applicationId: z.string(),
  number: z.string(),
  permitTypeCode: z.string(),
  typeName: z.string(),
  holderName: z.string(),
  facilityName: z.string().nullable(),
  issuedOn: OfficeDateOut,
  /** null: for life. */
  validUntil: OfficeDateOut.nullable(),
  status: z.enum(permitStatuses),
  statusLabel: z.string(),
  /** Why it cannot be taken for this kind; null: it can. */
  reason: z.string().nullable(),
  /** Person, STR, place, hours and answers of that permit as fields of the form, to take over. */
  form: z.custom<Partial<IntakeForm>>((value) => typeof value === 'object' && value !== null),
})
export type EarlierPermitView = z.infer<typeof EarlierPermitView>

/** A place that counts against the limit of the profession. */
export const PlaceView = z.object({
  name: z.string(),
  city: z.string().nullable(),
  number: z.string().nullable(),
  source: z.enum(['permit', 'application', 'declared']),
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
      /** Facts of the paper that the clerk writes down. */
      asks: z.array(z.enum(paperFacts)),
      /** What a file of this requirement must be: the office's rule, narrowed by the requirement's own. */
      upload: z.object({
        mediaTypes: z.array(z.enum(['image/jpeg', 'image/png', 'application/pdf'])),
        maxBytes: z.number(),
        minSize: z.object({ widthPx: z.number(), heightPx: z.number() }).nullable(),
      }),
    }),
  ),
  /** Questions of the type that are asked under what is typed so far. */
  fields: z.array(OwnFieldView),
  /** What is really asked for: a type that is only a name of the kind *pencabutan* is the type that it revokes. */
  asksFor: z.object({ permitTypeCode: z.string(), kind: z.enum(applicationKinds) }),
  holder: z.enum(['person', 'company']),
  route: RouteView,
  needsSchedule: z.boolean(),
  /** Places that count already, without the one asked for; empty where nobody is known or nothing is limited. */
  places: z.array(PlaceView),
  overlaps: z.array(OverlapView),
  needsStr: z.boolean(),
  profession: z.string(),
  /** 0: any number. */
  placeLimit: z.number(),
  promise: z.object({
    workingDays: z.number().nullable(),
    dueOn: OfficeDateOut.nullable(),
    label: z.string(),
  }),
  /** First day that *Entri Susulan* takes. */
  earliestLateDay: OfficeDateOut,
  /** Lines of the receipt as it would be printed now, for the preview. */
  receiptLines: z.array(z.string()),
})
export type IntakeOutlook = z.infer<typeof IntakeOutlook>

/** A correction, or data entered later, as far as it was typed: of an application only what differs from what is stored. */
export const CorrectionDraft = z.object({
  applicationId: IdField,
  /** Keys of the form that were changed; the rest of `form` does not count. */
  changed: z.array(z.string().max(40)).max(100),
  /** Of files only those that were newly brought. */
  form: IntakeFormSchema,
  reason: typedText(500),
})
export type CorrectionDraft = z.infer<typeof CorrectionDraft>

const draftOf = { id: IdField, title: typedText() }
export const DraftInput = z.discriminatedUnion('kind', [
  z.object({ ...draftOf, kind: z.literal('intake'), data: IntakeFormSchema }),
  z.object({ ...draftOf, kind: z.literal('correction'), data: CorrectionDraft }),
])
export const DraftView = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  data: IntakeFormSchema,
  updatedAt: z.string(),
})

/** Somebody who is sent elsewhere: no number, only counted. */
export const ReferInput = z.object({
  /** Minted by the screen with the key that prints: a repeat counts once. */
  id: IdField,
  permitTypeCode: z.string().max(64),
  kind: z.enum(applicationKinds),
  /** As typed, for the slip; empty: nobody asked. */
  applicantName: typedText(),
  printerId: IdField.nullable(),
})
export const ReferredView = z.object({ referralId: z.string(), jobId: z.string().nullable() })

/** Contacts that were sent elsewhere, by day and type. */
export const ReferralCountView = z.object({
  day: OfficeDateOut,
  permitTypeCode: z.string(),
  typeName: z.string(),
  to: z.enum(routeTargets),
  count: z.number(),
})
