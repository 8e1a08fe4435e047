import { z } from 'zod'
import { colourSchemes } from '#domain/colour-scheme.ts'
import { intakeParts } from '#domain/intake-parts.ts'
import { permissions } from '#domain/profile.ts'
import { applicationKinds, permitCategories } from '#domain/permit-type.ts'
import { appointmentKinds } from '#domain/stage-table.ts'
import { OfficeDateOut, typedText } from './common.ts'
import { NumberStartInput } from './numbers.ts'

export const SignInInput = z.object({ username: typedText(64), password: typedText(256) })

export const UserView = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  roleLabels: z.array(z.string()),
  counter: z.string().nullable(),
  permissions: z.array(z.enum(permissions)),
  /** true: takes in walk-ins and so records the applicant's own steps. */
  active: z.boolean(),
})
export type UserView = z.infer<typeof UserView>

/** Who is signed in, with what only this person has chosen. */
export const SignedInUserView = UserView.extend({
  colourScheme: z.enum(colourSchemes),
  /** Colleagues in whose place this person works today; `permissions` count what they lend. */
  standsIn: z.array(z.object({ name: z.string(), until: OfficeDateOut, roleLabels: z.array(z.string()) })),
})
export type SignedInUserView = z.infer<typeof SignedInUserView>

export const ColourSchemeInput = z.object({ colourScheme: z.enum(colourSchemes) })

/** A fault that happened in the page. Longer texts are cut by the page; what is longer still is refused here. */
/** Under which a dialog keeps what is typed, e.g. `0198…/postpone`. */
const KeptKey = z.string().min(1).max(200)
export const KeptInput = z.object({ key: KeptKey })
export const KeepInput = z.object({
  /** Who typed it: what is sent after somebody else has signed in is thrown away. */
  userId: z.string(),
  key: KeptKey,
  /** The page's own text; null: done with, or thrown away. */
  text: z.string().max(20_000).nullable(),
})

export const PageFaultInput = z.object({
  /** The code that the person at the counter was shown, `GL-7K2M-9TXB`. */
  reference: z.string().regex(/^GL-[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{1,4}$/),
  kind: z.enum(['screen', 'question', 'act', 'page']),
  /** The screen's address without what stands behind `?` and `#`. */
  place: typedText(200),
  /** Which procedure, or which part of the screen. */
  about: typedText(500),
  message: typedText(1000),
  stack: typedText(6000),
})
export type PageFault = z.infer<typeof PageFaultInput>

/** What the office offers and how it works, for every screen. */
export const OfficeView = z.object({
  code: z.string(),
  shortName: z.string(),
  systemName: z.string(),
  city: z.string(),
  timeZone: z.string(),
  timeZoneLabel: z.string(),
  regionCode: z.string(),
  types: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      profession: z.string(),
      category: z.enum(permitCategories),
      kinds: z.array(z.enum(applicationKinds)),
    }),
  ),
  stages: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      publicLabel: z.string(),
      where: z.string(),
      role: z.string(),
      handsOver: z.boolean(),
      /** Review meetings and visits that are planned here. */
      schedules: z.array(z.enum(appointmentKinds)),
      numbers: z.boolean(),
      /** true: the permit or letter is signed here with a certificate. */
      signsElectronically: z.boolean(),
    }),
  ),
  roles: z.array(z.object({ code: z.string(), label: z.string() })),
  uploads: z.object({ mediaTypes: z.array(z.string()), maxBytes: z.number() }),
  /** How the finished paper reaches its holder. */
  delivery: z.enum(['counter', 'email', 'download']),
  /** A signature in ink is recorded only with a scan of its sheet. */
  needsSignedScan: z.boolean(),
  /** Whether photocopies of permits are legalised here. */
  legalises: z.boolean(),
  /** What must be told before the receipt, where the rest is entered later; null: everything. */
  minimum: z.array(z.enum(intakeParts)).nullable(),
  /** null: the office publishes no time limit. */
  limitWorkingDays: z.number().nullable(),
  villages: z.array(z.object({ name: z.string(), spellings: z.array(z.string()), district: z.string() })),
})
export type OfficeView = z.infer<typeof OfficeView>

export const StationView = z.object({
  /** `needs-office`: first start, the wizard makes office and first administrator. */
  state: z.enum(['needs-office', 'signed-out', 'signed-in']),
  user: SignedInUserView.nullable(),
  office: OfficeView.nullable(),
  station: z.string(),
  demo: z.boolean(),
  /** Sign-in data shown only in the sample office. */
  demoUsers: z.array(
    z.object({
      username: z.string(),
      password: z.string(),
      name: z.string(),
      role: z.string(),
      /** Opens the sample certificate of who signs electronically; null: signs nothing. */
      passphrase: z.string().nullable(),
    }),
  ),
  /** Profiles that the wizard may choose from. */
  profiles: z.array(z.object({ code: z.string(), name: z.string() })),
  appVersion: z.string(),
})
export type StationView = z.infer<typeof StationView>

export const CreateOfficeInput = z.object({
  profile: z.string().max(64),
  administrator: z.object({ name: typedText(), username: typedText(64), password: typedText(256) }),
  station: typedText(64),
  /** Absent: every series begins at 1. */
  numbers: z.object({ reason: typedText(200), last: z.array(NumberStartInput).max(500) }).optional(),
})

export const UserInput = z.object({
  id: z.uuid().nullable(),
  username: typedText(64),
  name: typedText(),
  /** null: unchanged; needed for a new user. */
  password: typedText(256).nullable(),
  roles: z.array(z.string().max(64)).max(20),
  counter: typedText(32).nullable(),
  active: z.boolean(),
})
