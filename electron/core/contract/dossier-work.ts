import { z } from 'zod'
import { longestDelayReason } from '#domain/delay-reason.ts'
import { esignVersions } from '#domain/signing-service.ts'
import { outputKinds } from '#domain/stage-table.ts'
import { withdrawalAskers } from '#domain/withdrawal.ts'
import { ConsentInput, IdField, InstantOut, OfficeDateField, Sha256Field, typedText } from './common.ts'

/** Why a dossier takes or took longer; `reasonId` is minted with the first try. */
export const ExplainDelayInput = z.object({
  applicationId: IdField,
  reasonId: IdField,
  reason: typedText(longestDelayReason + 200),
})

/** What a desk asks of a dossier: a move, a check, an output, a signature, a number, a sheet. */
export const MoveInput = z.object({
  applicationId: IdField,
  stage: z.string().max(64),
  action: z.string().max(64),
  note: typedText(2000).nullable(),
  asks: z.array(z.string().max(64)).max(20).default([]),
  /** Of a return to the applicant; null: what the checklist says, by the office's days. */
  repair: z
    .object({
      items: z
        .array(z.object({ requirementCode: z.string().max(64).nullable(), reason: typedText(500) }))
        .max(60),
      until: OfficeDateField,
    })
    .nullable()
    .default(null),
  /** Who takes the application back. */
  withdrawal: z
    .object({
      askedBy: z.enum(withdrawalAskers),
      name: typedText(),
      letterSha256: Sha256Field.nullable(),
    })
    .nullable()
    .default(null),
  /** true: the office closes what was not mended. */
  closes: z.boolean().default(false),
})

export const CheckDocumentInput = z.object({
  applicationId: IdField,
  stage: z.string().max(64).nullable(),
  documentId: IdField,
  check: z.enum(['accepted', 'refused', 'unchecked']),
  note: typedText(1000).nullable(),
})

export const AddDocumentInput = z.object({
  applicationId: IdField,
  requirementCode: z.string().max(64),
  replaces: IdField.nullable(),
  sha256: Sha256Field,
  fileName: typedText(255),
})

export const RecordOutputInput = z.object({
  applicationId: IdField,
  stage: z.string().max(64),
  kind: z.enum(outputKinds),
  outcome: z.enum(['recommended', 'not-recommended']).nullable(),
  number: typedText(100).nullable(),
  date: OfficeDateField,
  decidedBy: typedText().nullable(),
  inspected: z.boolean(),
  note: typedText(2000).nullable(),
  fileSha256: Sha256Field.nullable(),
})

export const SignInput = z.object({
  applicationId: IdField,
  stage: z.string().max(64).nullable(),
  on: OfficeDateField,
  /** Scan of the signed sheet, as it was uploaded; null: none. */
  scanSha256: Sha256Field.nullable().default(null),
})

const SigningAccountInput = z.object({ username: z.string().max(128), password: z.string().max(256) })

export const SigningServiceInput = z.object({ version: z.enum(esignVersions), url: z.string().max(300) })
/** The service with the account of the office; `password` null: the kept one stays; `account` null: each signer types it. */
export const SaveSigningServiceInput = SigningServiceInput.extend({
  account: z
    .object({ username: z.string().max(128), password: z.string().max(256).nullable() })
    .nullable()
    .default(null),
})
/** `opensHere` false: it was typed at another station, whose key locks it. */
export const SigningServiceView = SigningServiceInput.extend({
  account: z.object({ username: z.string(), opensHere: z.boolean() }).nullable(),
})
export type SigningServiceView = z.infer<typeof SigningServiceView>
/** `account` null: that of the office. */
export const TrySigningServiceInput = z.object({
  service: SigningServiceInput,
  account: SigningAccountInput.nullable(),
  nik: z.string().max(32),
})

/** A person's own certificate, as far as it may be shown. */
export const CertificateView = z.object({
  holder: z.string(),
  issuer: z.string(),
  validUntil: InstantOut,
})
export type CertificateView = z.infer<typeof CertificateView>

/** With what this user signs electronically. */
export const SigningMeansView = z.object({
  /** null: with certificate files. */
  service: SigningServiceInput.nullable(),
  /** The office's own account signs at this station: the signer types none. */
  officeAccount: z.boolean(),
  /** Who issued the certificate of the next signature, as the paper names it; null: none was put in yet. */
  issuer: z.string().nullable(),
  /** The certificate file that was put in; null: none yet. */
  certificate: CertificateView.nullable(),
  /** NIK of the last signature by the service, masked; null: none yet. */
  maskedNik: z.string().nullable(),
})
export type SigningMeansView = z.infer<typeof SigningMeansView>

/**
 * `seenIssuer`: of the certificate kept when the paper was looked at, null for none; `seenSeq` below: the history that was on
 * the screen then.
 */
const SignerAccountInput = SigningAccountInput.extend({ nik: z.string().max(32).nullable() })

export const SigningSecretInput = z.object({
  seenIssuer: z.string().max(300).nullable(),
  passphrase: z.string().max(256),
  /** For the office's signing service; null: it signs with certificate files. */
  account: SignerAccountInput.nullable(),
})

export const SignElectronicallyInput = SigningSecretInput.extend({
  applicationId: IdField,
  stage: z.string().max(64),
  seenSeq: z.number().int(),
  /** A code of one use in the place of the passphrase. */
  totp: z.string().max(32).nullable().default(null),
})

export const RequestTotpInput = z.object({ account: SignerAccountInput.nullable() })

/** A letter that was signed with another application, as it was uploaded. */
export const SignOutsideInput = z.object({
  applicationId: IdField,
  stage: z.string().max(64),
  sha256: Sha256Field,
})

export const SaveCertificateInput = z.object({
  /** PKCS#12 in Base64. */
  file: z.base64().max(400_000),
  passphrase: z.string().max(256),
})

export const NumberInput = z.object({ applicationId: IdField, stage: z.string().max(64).nullable() })
export const PrintCopyInput = z.object({
  applicationId: IdField,
  printerId: IdField.nullable(),
  purpose: typedText(60),
})
export const PrintInput = z.object({
  applicationId: IdField,
  printerId: IdField.nullable(),
  reason: typedText(500).nullable(),
  /** Of a second original: whoever agrees at this window; null: nobody is here. */
  consent: ConsentInput.nullable().default(null),
  /** true: somebody agrees later the same day; it stays open until then. */
  consentLater: z.boolean().default(false),
})
