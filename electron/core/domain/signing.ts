import type { Instant } from './instant.ts'
import { compareNames } from './name-comparison.ts'
import type { OfficeDate } from './office-date.ts'
import type { SignedBy, SigningCertificate } from './permit.ts'
import type { StageTable } from './stage-table.ts'

/** What a certificate says of itself. */
export interface CertificateFacts {
  /** The person named in it (CN). */
  readonly holder: string
  /** Everything else that may tell who it is: serial number and user id of the subject, often a NIP or NIK. */
  readonly holderNumbers: readonly string[]
  /** Name of who issued it (CN). */
  readonly issuer: string
  /** Its organization (O); null: the certificate names none. */
  readonly issuerOrganization: string | null
  /** Hexadecimal, as certificates print it. */
  readonly serial: string
  readonly validFrom: Instant
  readonly validUntil: Instant
}

/** What the record of a signature keeps of its certificate: nothing about the person beside the name under the paper. */
export const keptCertificate = ({
  issuer,
  serial,
  validFrom,
  validUntil,
}: CertificateFacts): SigningCertificate => ({ issuer, serial, validFrom, validUntil })

/** Why a certificate file cannot be used at all, whoever holds it. */
export type CertificateRefusal =
  | { readonly code: 'passphrase-wrong' }
  | {
      readonly code: 'certificate-unusable'
      /** `unreadable`: no PKCS#12; `no-key`: no private key that fits its certificate; `not-for-signing`: its own use forbids it. */
      readonly why: 'unreadable' | 'no-key' | 'not-for-signing'
    }

/** Why a signature in ink is not recorded. */
export type InkRefusal =
  | { readonly code: 'already-signed'; readonly by: string }
  | { readonly code: 'sign-after-print'; readonly what: 'number' | 'print' }
  | { readonly code: 'signed-in-future'; readonly on: OfficeDate; readonly today: OfficeDate }
  /** The ink is on a sheet that bears its own day. */
  | { readonly code: 'signed-before-issued'; readonly on: OfficeDate; readonly issuedOn: OfficeDate }
  | { readonly code: 'post-vacant'; readonly post: string; readonly on: OfficeDate }
  /** The head has changed since the sheet was printed: it bears another name than the one who could sign on that day. */
  | {
      readonly code: 'sheet-names-another'
      readonly printed: string
      readonly inForce: string
      readonly on: OfficeDate
    }
  /** This office keeps a scan of every signed sheet. */
  | { readonly code: 'signed-scan-needed' }
  /** Not kept, or neither a PDF nor a picture that can be opened. */
  | { readonly code: 'signed-scan-unfit' }
  /** The code on the scanned sheet is another paper's. */
  | { readonly code: 'signed-scan-of-another' }

/** Why a certificate may not sign now, or not for this official. */
export type CertificateNotFit =
  | { readonly code: 'certificate-expired'; readonly holder: string; readonly validUntil: Instant }
  | { readonly code: 'certificate-not-yet-valid'; readonly holder: string; readonly validFrom: Instant }
  | { readonly code: 'certificate-of-another'; readonly holder: string; readonly official: string }

/** Whether a certificate is in force at a moment; null: it is. */
export function refuseOutsideValidity(certificate: CertificateFacts, at: Instant): CertificateNotFit | null {
  const { holder, validFrom, validUntil } = certificate
  if (at > validUntil) return { code: 'certificate-expired', holder, validUntil }
  if (at < validFrom) return { code: 'certificate-not-yet-valid', holder, validFrom }
  return null
}

/**
 * Whether this certificate may sign for this official at this moment; null: it may. It is the official's own when it bears
 * the NIP, or the same name without titles: a name that is only alike is another person until the office says otherwise.
 */
export function refuseCertificate(
  certificate: CertificateFacts,
  official: Pick<SignedBy, 'name' | 'nip'>,
  at: Instant,
): CertificateNotFit | null {
  const outside = refuseOutsideValidity(certificate, at)
  if (outside) return outside
  const { nip } = official
  const bearsNip =
    nip !== null && certificate.holderNumbers.some((one) => one.replace(/\D/g, '') === nip.replace(/\D/g, ''))
  return bearsNip || compareNames(certificate.holder, official.name) === 'same'
    ? null
    : { code: 'certificate-of-another', holder: certificate.holder, official: official.name }
}

/** With what the office signs what an application ends in; null: no stage signs it. */
export function signingMethod(table: StageTable): 'wet' | 'electronic' | null {
  const signs = table.stages.flatMap((one) => one.signs).find((one) => one.document === 'product')
  return signs?.method ?? null
}
