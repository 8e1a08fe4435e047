import { z } from 'zod'
import { blankPapers } from '#domain/blank-ledger.ts'
import { complaintChannels } from '#domain/complaint-rule.ts'
import { intakeParts } from '#domain/intake-parts.ts'
import { legalisationSides } from '#domain/legalisation-rule.ts'
import { permissions, signerCapacities } from '#domain/profile.ts'
import {
  actionKinds,
  appointmentKinds,
  documentKinds,
  limitUnits,
  outputKinds,
  noticeKinds,
  stageNoticeKinds,
  stagePlaces,
} from '#domain/stage-table.ts'
import { CalendarSchema } from './calendar-file.ts'
import {
  codeField,
  dayField,
  mediaTypeField,
  paperCodeField,
  requirementCodeField,
  textField,
} from './fields.ts'
import { RequirementSchema, RouteSchema, UploadSchema } from './permit-type-file.ts'

const stageDocument = z.enum([...documentKinds, 'product'])

const LimitSchema = z.strictObject({
  amount: z.int().min(1).max(365),
  unit: z.enum(limitUnits),
  group: codeField.nullable().default(null),
})

const ProcedureLimitSchema = z
  .strictObject({
    workingDays: z.int().min(0).max(365),
    minutes: z.int().min(0).max(2400).default(0),
  })
  .refine(({ workingDays, minutes }) => workingDays + minutes > 0, 'batas yang lebih dari nol')

const ActionSchema = z.strictObject({
  code: codeField,
  kind: z.enum(actionKinds),
  label: textField,
  to: z.array(codeField).default([]),
  accepts: z.boolean().default(false),
  needsNote: z.boolean().default(false),
  asksAtLeast: z.int().min(0).max(9).default(0),
})

const StageSchema = z.strictObject({
  code: codeField,
  label: textField,
  publicLabel: textField,
  where: z.enum(stagePlaces),
  role: codeField,
  agency: textField.nullable().default(null),
  condition: z
    .discriminatedUnion('when', [
      z.strictObject({ when: z.literal('always') }),
      z.strictObject({
        when: z.literal('permit-type'),
        flag: codeField,
        orAsked: z.boolean().default(false),
      }),
      z.strictObject({ when: z.literal('officer') }),
    ])
    .default({ when: 'always' }),
  outputs: z
    .strictObject({ mode: z.enum(['all', 'any']), kinds: z.array(z.enum(outputKinds)).min(1) })
    .nullable()
    .default(null),
  prints: z.array(stageDocument).default([]),
  numbers: z.array(stageDocument).default([]),
  signs: z
    .array(
      z.strictObject({ document: stageDocument, signer: codeField, method: z.enum(['wet', 'electronic']) }),
    )
    .default([]),
  activates: z.boolean().default(false),
  handsOver: z.boolean().default(false),
  limit: LimitSchema.nullable().default(null),
  clock: z.enum(['off', 'running', 'paused']),
  notifies: z.array(z.enum(stageNoticeKinds)).default([]),
  schedules: z.array(z.enum(appointmentKinds)).default([]),
  holds: z.array(z.enum(appointmentKinds)).default([]),
  atIntake: z.boolean().default(false),
  entersData: z
    .strictObject({ minimum: z.array(z.enum(intakeParts)).min(1) })
    .nullable()
    .default(null),
  steps: z.array(z.int().min(1)).default([]),
  actions: z.array(ActionSchema).min(1),
})

export const StageTableSchema = z.strictObject({
  code: codeField,
  start: codeField,
  limit: ProcedureLimitSchema.nullable(),
  limitText: textField.nullable().default(null),
  source: textField.default('prosedur kantor'),
  stages: z.array(StageSchema).min(2),
})

const marginField = z.number().min(0).max(60)
const PaperSchema = z.strictObject({
  widthMm: z.number().min(40).max(450),
  heightMm: z.number().min(40).max(450),
  margins: z.strictObject({
    top: marginField,
    topNext: marginField,
    right: marginField,
    bottom: marginField,
    left: marginField,
  }),
  footMm: marginField,
})

/** A rule of the region: its words, or its words with the days and papers for which it holds. */
const LocalBasisSchema = z
  .union([
    textField.transform((text) => ({ text })),
    z.strictObject({
      text: textField,
      from: dayField.nullable().default(null),
      until: dayField.nullable().default(null),
      documents: z.array(z.enum(documentKinds)).min(1).nullable().default(null),
    }),
  ])
  .transform((one) => ({ from: null, until: null, documents: null, ...one }))

const titleField = z.array(textField).min(1).max(5)
const tokensField = z.record(z.string(), textField)

/** One office: one file. Everything in which offices differ (design 3). */
export const ProfileFile = z.strictObject({
  code: codeField,
  officeCode: textField,
  systemName: textField,
  shortName: textField,
  city: textField,
  timeZone: z.enum(['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura']),
  timeZoneLabel: z.enum(['WIB', 'WITA', 'WIT']),
  letterheads: z
    .array(
      z.strictObject({
        from: dayField,
        until: dayField.nullable(),
        government: textField,
        agency: textField,
        agencyShort: textField,
        address: z.array(textField).min(1).max(3),
        addressShort: textField,
      }),
    )
    .min(1),
  roles: z
    .array(z.strictObject({ code: codeField, label: textField, permissions: z.array(z.enum(permissions)) }))
    .min(1),
  posts: z
    .array(
      z.strictObject({
        code: codeField,
        titleLines: titleField,
        earlier: z.array(z.strictObject({ until: dayField, titleLines: titleField })).default([]),
      }),
    )
    .min(1),
  officials: z
    .array(
      z.strictObject({
        post: codeField,
        name: textField,
        rank: textField.nullable(),
        nip: z
          .string()
          .regex(/^\d{18}$/, 'NIP 18 angka tanpa spasi')
          .nullable(),
        capacity: z.enum(signerCapacities),
        /** Own title of whoever signs a.n. */
        ownTitleLines: titleField.nullable().default(null),
        from: dayField,
        until: dayField.nullable(),
      }),
    )
    .min(1),
  stageTable: StageTableSchema,
  /** When a request counts as granted because nobody answered, where no rule sets another limit; left out: never. */
  automaticApproval: z
    .strictObject({ workingDays: z.int().min(2).max(60), basis: textField })
    .nullable()
    .default(null),
  /** Working days for mending a returned dossier, and behind them until it is offered for closing. */
  repair: z
    .strictObject({ days: z.int().min(1).max(120), closing: z.int().min(0).max(250) })
    .default({ days: 5, closing: 20 }),
  /** Requirements that this office asks of every type beside the catalogue's. */
  requirements: z
    .strictObject({
      without: z.array(requirementCodeField).default([]),
      with: z.array(RequirementSchema).default([]),
    })
    .default({ without: [], with: [] }),
  offers: z
    .array(
      z.strictObject({
        code: paperCodeField,
        localCode: paperCodeField.nullable().default(null),
        localName: textField.nullable().default(null),
        localTitle: textField.nullable().default(null),
        localProfession: textField.nullable().default(null),
        /** Way of an application in this office, where it differs from the law's usual one. */
        route: RouteSchema.nullable().default(null),
        /** Conditions of this office's stages, for example `site-inspection`; beside the type's own. */
        flags: z.array(codeField).default([]),
        /** Local differences of the requirements, in every regime of today and later. */
        without: z.array(requirementCodeField).default([]),
        with: z.array(RequirementSchema).default([]),
        /** Own questions of the type that its local name already answers. */
        withoutFields: z.array(codeField).default([]),
      }),
    )
    .min(1),
  series: z
    .array(
      z.strictObject({
        code: codeField,
        label: textField,
        pattern: textField,
        scope: z.enum(['all', 'year', 'type', 'type-year', 'month']),
        tokens: tokensField.default({}),
        earlier: z.array(z.strictObject({ until: dayField, tokens: tokensField })).default([]),
      }),
    )
    .min(1),
  documents: z.array(
    z.strictObject({
      kind: z.enum(documentKinds),
      series: codeField.nullable(),
      signer: codeField.nullable(),
      paper: PaperSchema,
      letterhead: z.enum(['printed', 'pre-printed-paper']).default('printed'),
      photo: z.enum(['printed', 'box', 'none']).default('none'),
      initials: z.array(textField).default([]),
      copyTo: z.array(textField).default([]),
      replacementMark: z.enum(['duplicate', 'none']).default('duplicate'),
    }),
  ),
  face: z.enum(['serif', 'sans']),
  healthOffice: textField,
  calendar: CalendarSchema,
  regionCode: z.string().regex(/^\d{4}$/, 'kode wilayah 4 angka'),
  portalPublicBase: z.url(),
  /** Who looks at requests for an account of the portal, and how soon; left out: whoever takes in walk-ins, without a limit. */
  accountRequests: z
    .strictObject({ role: codeField, limit: LimitSchema.nullable().default(null) })
    .nullable()
    .default(null),
  receipt: z.strictObject({
    series: codeField,
    notes: z.array(textField),
    complaints: z.array(textField),
    counterHours: z.array(textField),
  }),
  /** The *Buku Ekspedisi*: its series, and the calendar days in which a line is expected to be confirmed. */
  dispatch: z.strictObject({ series: codeField, confirmWithinDays: z.int().min(1).max(60) }),
  /** How complaints reach the office, what about, who looks into them, and in how many working days they are answered. */
  complaints: z.strictObject({
    series: codeField,
    channels: z
      .array(z.strictObject({ kind: z.enum(complaintChannels), label: textField }))
      .min(1)
      .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, 'setiap saluran satu kali'),
    topics: z
      .array(z.strictObject({ code: codeField, label: textField }))
      .min(1)
      .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, 'setiap kode satu kali'),
    units: z.array(textField).min(1),
    answerWithin: z.int().min(1).max(60),
    basis: textField,
  }),
  /** *Legalisir* of photocopies of permits; left out: the office does none. */
  legalisation: z
    .strictObject({
      series: codeField,
      signers: z.array(codeField).min(1),
      mostCopies: z.int().min(1).max(50),
      side: z.enum(legalisationSides),
      place: z.strictObject({
        leftMm: z.number().min(5).max(400),
        topMm: z.number().min(5).max(400),
        widthMm: z.number().min(80).max(200),
      }),
      statement: textField,
    })
    .nullable()
    .default(null),
  /** Papers that come out on a blank of which a card is kept. */
  blankPapers: z.array(z.enum(blankPapers)).default(['permit']),
  uploads: z.strictObject({
    mediaTypes: z.array(mediaTypeField).min(1),
    maxBytes: z.int().min(10_000).max(50_000_000),
    byRequirement: z.record(requirementCodeField, UploadSchema).default({}),
  }),
  delivery: z.enum(['counter', 'email', 'download']),
  /** What applicants are also told by e-mail, where they gave an address. */
  mailedNotices: z.array(z.enum(noticeKinds)).default([]),
  /** Whether a signature in ink is recorded only with a scan of its sheet. */
  signedScan: z.enum(['optional', 'required']).default('optional'),
  legalBasis: z.array(LocalBasisSchema),
})
export type ProfileFile = z.infer<typeof ProfileFile>
