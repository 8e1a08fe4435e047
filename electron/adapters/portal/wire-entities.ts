import { z } from 'zod'

/**
 * The entities of the portal contract, version 1: the one source for the client, the reference portal and the OpenAPI file.
 * Unknown fields are kept and passed over, as the contract asks; `null` marks what may be absent, everything else is there.
 */

export const uuidText = z.uuid()
/** RFC 3339 in UTC with milliseconds. */
export const instantText = z.iso.datetime({ precision: 3 })
/** A calendar day in the office's zone. */
export const dayText = z.iso.date()
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const sha256Text = z.string().regex(/^[0-9a-f]{64}$/)
const nikText = z.string().regex(/^\d{16}$/)
const code = z.string().min(1)
/**
 * A verification or tracking code: at least 128 bits in base32 without look-alike letters. Which letters those are the contract
 * leaves to whoever makes a code: a portal's alphabet need not be ours.
 */
export const publicCode = z.string().regex(/^[0-9A-Za-z]{26,}$/)

export const accountStatus = z.enum(['requested', 'approved', 'refused'])
export const account = z
  .looseObject({
    id: uuidText,
    applicantId: uuidText.nullable(),
    nik: nikText,
    name: z.string().min(1),
    email: z.string(),
    phone: z.string(),
    status: accountStatus,
    reason: z.string().nullable(),
    requestedAt: instantText,
  })
  .meta({ id: 'Account' })

const identity = z.looseObject({
  kind: z.enum(['ktp', 'ikd', 'suket', 'kipem', 'kitas', 'passport', 'none']),
  number: z.string().nullable(),
  validUntil: dayText.nullable(),
})

const company = z.looseObject({
  name: z.string().min(1),
  nib: z.string().nullable(),
  npwp: z.string().nullable(),
  responsibleName: z.string().min(1),
  responsibleNik: z.string().nullable(),
})

export const applicant = z
  .looseObject({
    id: uuidText,
    kind: z.enum(['person', 'company']),
    nik: nikText.nullable(),
    name: z.string().min(1),
    nameOnPermit: z.string().nullable(),
    identity,
    citizenship: z.string().regex(/^[A-Z]{2}$/),
    birthPlace: z.string().nullable(),
    birthDate: dayText.nullable(),
    sex: z.enum(['male', 'female']).nullable(),
    religion: z.string().nullable(),
    maritalStatus: z.string().nullable(),
    addressKtp: z.string().nullable(),
    addressDomicile: z.string().nullable(),
    rtRw: z.string().nullable(),
    village: z.string().nullable(),
    district: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    occupation: z.string().nullable(),
    almaMater: z.string().nullable(),
    graduationYear: z.int().nullable(),
    photoSha256: sha256Text.nullable(),
    company: company.nullable(),
  })
  .meta({ id: 'Applicant' })

/** Also of a draft: what its applicant has not written yet is empty. */
const registrationCertificate = z.looseObject({
  number: z.string(),
  validUntil: dayText.nullable(),
  lifetime: z.boolean(),
  profession: z.string(),
})

const facility = z.looseObject({
  id: z.string().nullable(),
  kind: z.enum(['facility', 'independent', 'distribution', 'business']),
  name: z.string(),
  type: z.string(),
  address: z.string(),
  village: z.string().nullable(),
  district: z.string().nullable(),
})

const session = z.looseObject({
  days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])),
  from: clockTime,
  until: clockTime,
})

const otherPermit = z.looseObject({
  number: z.string(),
  place: z.string(),
  city: z.string(),
  validUntil: dayText.nullable(),
})

const representative = z.looseObject({
  name: z.string(),
  nik: z.string().nullable(),
  phone: z.string(),
  relation: z.string(),
})

export const applicationStatus = z.enum([
  'draft',
  'submitted',
  'in-process',
  'returned',
  'refused',
  'issued',
  'handed-over',
  'withdrawn',
])

export const application = z
  .looseObject({
    id: uuidText,
    registrationNumber: z.string().min(1).nullable(),
    applicantId: uuidText,
    permitTypeCode: code,
    kind: z.enum(['new', 'renewal', 'amendment', 'replacement', 'revocation']),
    practiceOrdinal: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
    str: registrationCertificate.nullable(),
    facility: facility.nullable(),
    schedule: z.array(session),
    otherPermits: z.array(otherPermit),
    targetPermitId: uuidText.nullable(),
    targetPermitNumber: z.string().nullable(),
    reasonCode: z.string().nullable(),
    effectiveOn: dayText.nullable(),
    technical: z.record(z.string(), z.unknown()),
    representative: representative.nullable(),
    channel: z.enum(['counter', 'online']),
    submittedAt: instantText.nullable(),
    acceptedAt: instantText.nullable(),
    dueOn: dayText.nullable(),
    clock: z.enum(['off', 'running', 'paused']),
    officeCode: code,
    workflowCode: code,
    trackingCode: publicCode,
    stage: code,
    stageLabel: z.string(),
    status: applicationStatus,
    note: z.string().nullable(),
  })
  .meta({ id: 'Application' })

export const portalDocument = z
  .looseObject({
    id: uuidText,
    applicationId: uuidText,
    requirementCode: code,
    page: z.int().min(1),
    pages: z.int().min(1),
    sha256: sha256Text,
    fileName: z.string().min(1),
    mediaType: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
    sizeBytes: z.int().min(0),
    uploadedAt: instantText,
    check: z.enum(['unchecked', 'accepted', 'refused']),
    checkNote: z.string().nullable(),
  })
  .meta({ id: 'Document' })

export const decision = z
  .looseObject({
    id: uuidText,
    applicationId: uuidText,
    stage: code,
    by: z.looseObject({ name: z.string(), role: z.string(), agency: z.string() }),
    outcome: z.enum(['recommended', 'not-recommended', 'returned']),
    number: z.string().nullable(),
    date: dayText,
    inspected: z.boolean(),
    note: z.string().nullable(),
    fileSha256: sha256Text.nullable(),
    at: instantText,
  })
  .meta({ id: 'Decision' })

const signer = z.looseObject({
  name: z.string().min(1),
  position: z.string(),
  capacity: z.enum(['definitive', 'acting', 'daily-acting', 'on-behalf']),
})

export const permitStatus = z.enum(['active', 'expired', 'revoked', 'renewed', 'replaced', 'void'])

export const permit = z
  .looseObject({
    id: uuidText,
    applicationId: uuidText,
    number: z.string().min(1),
    permitTypeCode: code,
    holderName: z.string().min(1),
    issuedOn: dayText,
    validUntil: dayText.nullable(),
    signedBy: signer,
    signedAt: instantText.nullable(),
    signature: z.enum(['wet', 'electronic']),
    pdfSha256: sha256Text,
    verificationCode: publicCode,
    supersedes: z.string().nullable(),
    status: permitStatus,
    statusOn: dayText.nullable(),
    statusReason: z.string().nullable(),
  })
  .meta({ id: 'Permit' })

export const letter = z
  .looseObject({
    id: uuidText,
    applicationId: uuidText,
    kind: z.enum([
      'refusal',
      'revocation-decree',
      'recommendation-request',
      'inspection-report',
      'missing-items',
    ]),
    number: z.string().min(1).nullable(),
    issuedOn: dayText,
    signedBy: signer.nullable(),
    signature: z.enum(['wet', 'electronic', 'none']),
    pdfSha256: sha256Text,
    verificationCode: publicCode.nullable(),
  })
  .meta({ id: 'Letter' })

export const handover = z
  .looseObject({
    id: uuidText,
    applicationId: uuidText,
    documentIds: z.array(uuidText),
    method: z.enum(['counter', 'email', 'download', 'post']),
    receivedBy: z.string().nullable(),
    relation: z.string().nullable(),
    at: instantText,
  })
  .meta({ id: 'Handover' })

export const message = z
  .looseObject({
    id: uuidText,
    applicationId: uuidText,
    from: z.enum(['office', 'applicant']),
    text: z.string().min(1),
    at: instantText,
  })
  .meta({ id: 'Message' })

export const portalEvent = z
  .looseObject({
    id: uuidText,
    applicationId: uuidText,
    seq: z.int().min(1),
    at: instantText,
    actor: z.looseObject({ name: z.string(), role: z.string(), station: z.string() }),
    action: code,
    fromStage: z.string().nullable(),
    toStage: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Event' })

/** What the change feed speaks of, by its word. */
export const entitySchemas = {
  account,
  applicant,
  application,
  document: portalDocument,
  decision,
  permit,
  letter,
  handover,
  message,
} as const
export type EntityName = keyof typeof entitySchemas
export const entityNames = Object.keys(entitySchemas) as readonly EntityName[]

export type PortalAccount = z.infer<typeof account>
export type PortalApplicant = z.infer<typeof applicant>
export type PortalApplication = z.infer<typeof application>
export type PortalDocument = z.infer<typeof portalDocument>
export type PortalDecision = z.infer<typeof decision>
export type PortalPermit = z.infer<typeof permit>
export type PortalLetter = z.infer<typeof letter>
export type PortalHandover = z.infer<typeof handover>
export type PortalMessage = z.infer<typeof message>
export type PortalEvent = z.infer<typeof portalEvent>
