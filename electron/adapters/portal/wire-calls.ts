import { z } from 'zod'
import {
  account,
  applicant,
  application,
  dayText,
  handover,
  instantText,
  letter,
  message,
  permit,
  portalDocument,
  portalEvent,
  uuidText,
} from './wire-entities.ts'

/** Bodies and answers of the contract's calls. */

export const tokenAnswer = z
  .looseObject({
    access_token: z.string().min(1),
    token_type: z.string().regex(/^bearer$/i),
    expires_in: z.number().positive(),
  })
  .meta({ id: 'Token' })

export const metaAnswer = z
  .looseObject({
    version: z.string().regex(/^\d+(\.\d+)*/),
    officeCode: z.string().min(1),
    entities: z.array(z.string()),
    limits: z.looseObject({
      fileBytes: z.int().positive(),
      mediaTypes: z.array(z.string()),
      pagesPerDocument: z.int().positive(),
    }),
    publicBase: z.url(),
  })
  .meta({ id: 'Meta' })

export const problem = z
  .looseObject({
    type: z.string().optional(),
    title: z.string().optional(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string().optional(),
    errors: z.array(z.looseObject({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    /** With `nik-taken`: who has that NIK at the portal. */
    existingId: uuidText.optional(),
    /** With `gap`: the next number that the portal waits for. */
    expectedSeq: z.int().min(1).optional(),
  })
  .meta({ id: 'Problem' })

/** As a portal may give it: RFC 9457 lets each member be left out, and has one of the wrong type passed over. */
export const problemRead = z.looseObject({
  title: z.string().optional().catch(undefined),
  status: z.int().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  errors: z
    .array(
      z.looseObject({
        path: z.string().catch(''),
        code: z.string().catch(''),
        message: z.string().catch(''),
      }),
    )
    .optional()
    .catch(undefined),
  existingId: uuidText.optional().catch(undefined),
  expectedSeq: z.int().min(1).optional().catch(undefined),
})

const baseVersion = z.int().min(1).nullable()

export const accountPut = z.object({ baseVersion: z.int().min(1), account }).meta({ id: 'AccountPut' })
export const applicantPut = z.object({ baseVersion, applicant }).meta({ id: 'ApplicantPut' })
export const applicationPut = z.object({ baseVersion, application }).meta({ id: 'ApplicationPut' })
export const documentPut = z.object({ baseVersion, document: portalDocument }).meta({ id: 'DocumentPut' })
export const permitPut = z.object({ baseVersion, permit }).meta({ id: 'PermitPut' })
export const letterPut = z.object({ baseVersion, letter }).meta({ id: 'LetterPut' })
export const handoverPut = z.object({ baseVersion: z.null(), handover }).meta({ id: 'HandoverPut' })
export const eventsPost = z
  .object({ events: z.array(portalEvent).min(1).max(100) })
  .meta({ id: 'EventsPost' })
export const messagePost = z.object({ message }).meta({ id: 'MessagePost' })

export const versionAnswer = z.looseObject({ version: z.int().min(1) }).meta({ id: 'Version' })
export const conflictAnswer = z
  .looseObject({ current: z.record(z.string(), z.unknown()), version: z.int().min(1) })
  .meta({ id: 'Conflict' })
export const eventsAnswer = z.looseObject({ accepted: z.int().min(0) }).meta({ id: 'EventsAccepted' })

/** A change as it travels; `data` is read by the entity's own schema, so that an unknown entity harms nobody. */
export const change = z
  .looseObject({
    cursor: z.string(),
    entity: z.string(),
    id: uuidText,
    version: z.int().min(1),
    deleted: z.boolean(),
    at: instantText,
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Change' })

export const changesAnswer = z
  .looseObject({ changes: z.array(change), next: z.string(), more: z.boolean() })
  .meta({ id: 'Changes' })

/**
 * A page of the feed as it is read: of a line only what says which version of what it is, so that one that is wrong inside harms
 * no other. A line that tells of a removal may come without what was removed.
 */
export const changesRead = z.looseObject({
  changes: z.array(
    z.looseObject({
      cursor: z.string(),
      entity: z.string(),
      id: z.string().min(1),
      version: z.int().min(1),
      deleted: z.boolean().default(false),
      data: z.unknown(),
    }),
  ),
  next: z.string(),
  more: z.boolean(),
})
export type ReadChange = z.infer<typeof changesRead>['changes'][number]

export const verifyAnswer = z
  .looseObject({
    number: z.string(),
    permitType: z.string(),
    holderName: z.string(),
    facility: z.string().nullable(),
    issuedOn: dayText,
    validUntil: dayText.nullable(),
    status: z.string(),
  })
  .meta({ id: 'Verification' })

export const trackAnswer = z
  .looseObject({
    registrationNumber: z.string().nullable(),
    permitType: z.string(),
    stageLabel: z.string(),
    status: z.string(),
    steps: z.array(z.looseObject({ label: z.string(), at: instantText.nullable() })),
    acceptedAt: instantText.nullable(),
    dueOn: dayText.nullable(),
    clock: z.enum(['off', 'running', 'paused']),
    days: z.array(z.looseObject({ date: dayText, counted: z.boolean(), why: z.string() })),
  })
  .meta({ id: 'Tracking' })

export type PortalProblem = z.infer<typeof problem>
export type PortalMeta = z.infer<typeof metaAnswer>
export type TrackAnswer = z.infer<typeof trackAnswer>
export type VerifyAnswer = z.infer<typeof verifyAnswer>
