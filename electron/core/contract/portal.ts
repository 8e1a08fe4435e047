import { z } from 'zod'
import { portalCallKinds, portalRunEnds } from '#domain/portal-sync.ts'
import { IdField, InstantOut, typedText } from './common.ts'

export const portalStates = [
  'off',
  'in-step',
  'working',
  'offline',
  'stopped',
  'paused',
  'elsewhere',
] as const

/** What the indicator of the head shows. */
export const PortalStatusView = z.object({
  state: z.enum(portalStates),
  /** One word or two: `Selaras dengan portal`. */
  label: z.string(),
  /** Why, and what to do; null: nothing to be said. */
  sentence: z.string().nullable(),
  since: InstantOut,
  /** When it tries again by itself; null: it does not, or need not. */
  nextTryAt: InstantOut.nullable(),
  /** Dossiers with something that the portal does not have yet. */
  unsentDossiers: z.number(),
  unsent: z.number(),
  setAside: z.number(),
  conflicts: z.number(),
  /** Changes from the portal that wait for a clerk. */
  arrivals: z.number(),
  /** Files of the portal that did not come yet although they were asked for. */
  files: z.number(),
  /** Somebody must do something. */
  needsYou: z.boolean(),
  pausedBy: z.string().nullable(),
})
export type PortalStatusView = z.infer<typeof PortalStatusView>

/** Something that the portal refused, or that cannot be sent as it is. */
export const PortalAsideView = z.object({
  key: z.string(),
  /** null: it is about no dossier. */
  applicationId: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  holderName: z.string().nullable(),
  kind: z.enum(portalCallKinds),
  kindLabel: z.string(),
  /** What happened and what to do. */
  sentence: z.string(),
  /** Who can mend it. */
  mender: z.enum(['counter', 'administrator', 'portal']),
  /** The portal's own words; empty: none. */
  detail: z.string(),
  /** Fields in the contract's words with the portal's remark. */
  fields: z.array(
    z.object({
      path: z.string(),
      message: z.string(),
      /** The field of the intake that it is, as it is typed now; null: nobody typed it. */
      mend: z.object({ field: z.string(), label: z.string(), value: z.string() }).nullable(),
    }),
  ),
  /** How a datum of the dossier can be mended from here; null: none is named. */
  mending: z
    .object({
      /** `here`: in the tray. `dossier`: where a supervisor agrees. `closed`: no more; the sentence says why. */
      way: z.enum(['here', 'dossier', 'closed']),
      sentence: z.string().nullable(),
      corrections: z.number(),
    })
    .nullable(),
  status: z.number().nullable(),
  code: z.string().nullable(),
  since: InstantOut,
  tries: z.number(),
  /** What is being sent, as it would go. */
  body: z.string(),
  /** Somebody had it sent again, and it has not gone yet. */
  isResent: z.boolean(),
})
export type PortalAsideView = z.infer<typeof PortalAsideView>

/** A file of the portal that could not be fetched yet. */
export const PortalFileView = z.object({
  sha256: z.string(),
  applicationId: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  holderName: z.string().nullable(),
  fileName: z.string(),
  /** Name of the requirement; empty: of none that is asked for. */
  requirement: z.string(),
  /** Why, and what to do. */
  sentence: z.string(),
  since: InstantOut,
  tries: z.number(),
  /** null: it is not tried again by itself. */
  nextTryAt: InstantOut.nullable(),
})
export type PortalFileView = z.infer<typeof PortalFileView>

export const PortalFileInput = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** One thing of a dossier, on both sides. */
export const PortalPartView = z.object({
  kind: z.enum(portalCallKinds),
  label: z.string(),
  id: z.string(),
  /** Version that the portal has; null: it has none. */
  version: z.number().nullable(),
  knownAt: InstantOut.nullable(),
  state: z.enum(['in-step', 'on-its-way', 'set-aside', 'not-there']),
  stateLabel: z.string(),
  sentence: z.string().nullable(),
  nextTryAt: InstantOut.nullable(),
})

/** What the portal knows of a dossier and what is on its way, side by side. */
export const PortalDossierView = z.object({
  isSetUp: z.boolean(),
  isKnown: z.boolean(),
  parts: z.array(PortalPartView),
  /** What the applicant reads there beside what the office has; rows that differ are on their way. */
  rows: z.array(
    z.object({ label: z.string(), office: z.string(), portal: z.string().nullable(), isSame: z.boolean() }),
  ),
  /** Events that the portal has, of how many. */
  told: z.object({ events: z.number(), of: z.number() }),
  /** Whatever the portal does not have as the office has it, made ready to be sent or not. */
  unsent: z.number(),
  setAside: z.number(),
})
export type PortalDossierView = z.infer<typeof PortalDossierView>

export const PortalRunView = z.object({
  id: z.string(),
  station: z.string(),
  startedAt: InstantOut,
  endedAt: InstantOut.nullable(),
  pushed: z.number(),
  pulled: z.number(),
  setAside: z.number(),
  conflicts: z.number(),
  end: z.enum(portalRunEnds).nullable(),
  endLabel: z.string(),
  sentence: z.string().nullable(),
})
export type PortalRunView = z.infer<typeof PortalRunView>

/** The settings of the portal; the secret never leaves the server. */
export const PortalServerView = z.object({
  base: z.string(),
  clientId: z.string(),
  officeCode: z.string(),
  /** This station can open the secret; another one may. */
  isOpenable: z.boolean(),
  station: z.string(),
  savedAt: InstantOut,
  savedBy: z.string(),
})
export type PortalServerView = z.infer<typeof PortalServerView>

export const PortalServerInput = z.object({
  base: typedText(400),
  clientId: typedText(200),
  /** null: the one that is kept stays. */
  secret: typedText(400).nullable(),
})

/** What the portal said of itself in a test that went well. */
export const PortalTrialView = z.object({
  version: z.string(),
  publicBase: z.string(),
  fileBytes: z.number(),
  mediaTypes: z.array(z.string()),
  pagesPerDocument: z.number(),
  sentence: z.string(),
})

export const PortalCallInput = z.object({ key: IdField })

export const PortalMendInput = z.object({
  key: IdField,
  /** Made by the screen before the first try: a repeat of the same id mends once. */
  correctionId: IdField,
  seenCorrections: z.number().int().min(0),
  values: z
    .array(z.object({ field: z.string().max(60), value: typedText(500) }))
    .min(1)
    .max(20),
  reason: typedText(500),
})
