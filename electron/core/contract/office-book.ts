import { z } from 'zod'
import { applicationKinds, permitCategories } from '#domain/permit-type.ts'
import { permissions } from '#domain/profile.ts'
import { InstantOut, OfficeDateField, OfficeDateOut, typedText } from './common.ts'

/** A day at the office; what was in force then is shown. */
export const AsOfInput = z.object({ on: OfficeDateField })

const SpanView = z.object({ from: OfficeDateOut, until: OfficeDateOut.nullable() })

/** Who signs for a post on a day, and why. */
export const SigningPostView = z.object({
  code: z.string(),
  title: z.string(),
  official: z
    .object({
      name: z.string(),
      capacity: z.string(),
      rank: z.string().nullable(),
      nip: z.string().nullable(),
    })
    .nullable(),
  /** A whole sentence. */
  why: z.string(),
  /** What is signed in its name, and at which stage. */
  signs: z.array(z.string()),
  holders: z.array(SpanView.extend({ name: z.string(), capacity: z.string(), current: z.boolean() })),
  /** Gaps and overlaps, each a sentence. */
  warnings: z.array(z.string()),
})
export type SigningPostView = z.infer<typeof SigningPostView>

/** The file in which something is written down. */
const file = z.string()

export const OfficialsView = z.object({ on: OfficeDateOut, file, posts: z.array(SigningPostView) })

/** One stage of the office's procedure, every rule in words. */
export const ProcedureStageView = z.object({
  code: z.string(),
  label: z.string(),
  publicLabel: z.string(),
  /** Of the office's own document; empty: our addition. */
  steps: z.array(z.number()),
  role: z.string(),
  agency: z.string().nullable(),
  where: z.string(),
  optional: z.boolean(),
  condition: z.string(),
  work: z.string(),
  limit: z.string().nullable(),
  clock: z.string(),
  tells: z.array(z.string()),
  atIntake: z.boolean(),
  actions: z.array(
    z.object({
      label: z.string(),
      kind: z.enum(['forward', 'back', 'return-to-applicant', 'refuse', 'withdraw']),
      to: z.array(z.string()),
      notes: z.array(z.string()),
    }),
  ),
  /** A level of the chain that only looks and approves: it may be passed while nobody holds it. */
  passable: z.boolean(),
  /** It is passed now; null: somebody holds it. */
  vacancy: z.object({ reason: z.string(), since: InstantOut, by: z.string() }).nullable(),
})
export type ProcedureStageView = z.infer<typeof ProcedureStageView>

export const VacancyInput = z.object({ stage: z.string().max(64), reason: typedText(300).nullable() })

export const ProcedureView = z.object({
  source: z.string(),
  file,
  limit: z.string().nullable(),
  delivery: z.string(),
  series: z.array(z.object({ label: z.string(), pattern: z.string() })),
  stages: z.array(ProcedureStageView),
})
export type ProcedureView = z.infer<typeof ProcedureView>

/** What a role may open, and what it does in the office's own procedure. */
export const RoleView = z.object({
  code: z.string(),
  label: z.string(),
  permissions: z.array(z.enum(permissions)),
  /** Stages that it works on, in the order of the procedure. */
  stages: z.array(z.object({ code: z.string(), label: z.string(), signs: z.boolean() })),
  /** How many users who may sign in bear it. */
  users: z.number(),
})
export type RoleView = z.infer<typeof RoleView>

/** A permit type of the office in a list. */
export const TypeLineView = z.object({
  code: z.string(),
  name: z.string(),
  category: z.enum(permitCategories),
  /** null: no law of that day knows it. */
  validity: z.string().nullable(),
  /** Where it is filed; null: here. */
  elsewhere: z.string().nullable(),
})
export type TypeLineView = z.infer<typeof TypeLineView>

export const TypesView = z.object({ on: OfficeDateOut, types: z.array(TypeLineView) })

export const TypeInput = AsOfInput.extend({ code: z.string().max(64) })

/** Everything that is written down of a type. */
export const TypeView = z.object({
  code: z.string(),
  name: z.string(),
  title: z.string(),
  profession: z.string(),
  /** null: none is named in Tembusan. */
  organization: z.string().nullable(),
  files: z.array(z.string()),
  /** Kinds that may be asked for on the day; empty: none. */
  kinds: z.array(z.object({ kind: z.enum(applicationKinds), label: z.string() })),
  fields: z.array(
    z.object({ label: z.string(), kind: z.string(), required: z.boolean(), printed: z.boolean() }),
  ),
  /** How the permit is made here. */
  paper: z.array(z.string()),
  /** Law by law, the latest first. */
  regimes: z.array(
    SpanView.extend({ requirements: z.number(), current: z.boolean(), legalBasis: z.array(z.string()) }),
  ),
})
export type TypeView = z.infer<typeof TypeView>

export const StandardOnInput = TypeInput.extend({ kind: z.enum(applicationKinds) })
