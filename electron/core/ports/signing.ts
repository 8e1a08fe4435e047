import type { Instant } from '#domain/instant.ts'
import type { SignedBy } from '#domain/permit.ts'
import type { Result } from '#domain/result.ts'
import type { EsignRefusal, SigningAccount, SigningService } from '#domain/signing-service.ts'
import type { CertificateFacts, CertificateNotFit, CertificateRefusal } from '#domain/signing.ts'

/** With what somebody signs. */
export type SigningMeans =
  /** The signer's own certificate file as the office keeps it, still locked, in Base64. */
  | { readonly kind: 'certificate-file'; readonly file: string }
  /** BSrE's service, which keeps the key; the account is held in memory for this call and written nowhere. */
  | {
      readonly kind: 'esign'
      readonly service: SigningService
      readonly account: SigningAccount
      /** NIK of the signer, 16 digits. */
      readonly nik: string
    }

/** One document to be signed. */
export interface SigningOrder {
  /** The exact file that the signer has looked at; its bytes stay as they are, the signature goes behind them. */
  readonly pdf: Uint8Array
  /** Who signs, of the office's users. */
  readonly userId: string
  readonly means: SigningMeans
  /** The official in force whose name stands under the document. */
  readonly signer: SignedBy
  readonly reason: string
  readonly location: string
  readonly at: Instant
  /** Held in memory for this call; no implementation writes it anywhere, not into a log, an error or a file. */
  readonly passphrase: string
  /** A code of one use that goes in the place of the passphrase; null: none was asked for. */
  readonly totp: string | null
}

export type SigningRefusal = CertificateRefusal | CertificateNotFit | EsignRefusal

/** Puts an electronic signature on a PDF: by a certificate file, or by a service that keeps the keys itself. */
export interface DocumentSigner {
  /**
   * Signs and returns the signed file, not yet stored anywhere. Repeatable: each call makes another signature.
   * Throws when the file cannot be signed at all, which is a fault of ours.
   */
  sign(order: SigningOrder): Promise<Result<Uint8Array, SigningRefusal>>
}

/** Opens the certificate file that somebody brings. */
export interface CertificateReader {
  /** @param file  PKCS#12 (.p12, .pfx) as exported, in Base64; nothing of it is kept */
  read(file: string, passphrase: string): Promise<Result<CertificateFacts, CertificateRefusal>>
}

export type SignatureRefusal = {
  readonly code: 'signature-broken'
  /**
   * `missing`: no signature; `not-whole`: it does not cover the whole file; `changed`: the content is not what was signed;
   * `forged`: signature, certificate and content do not belong together; `other-document`: it is not the file given to sign.
   */
  readonly why: 'missing' | 'not-whole' | 'changed' | 'forged' | 'other-document'
}

/** One signature in a file, whose bytes fit it. */
export interface SignatureFacts {
  readonly certificate: CertificateFacts
  /** When, by the signer's own clock; null: the signature does not say. */
  readonly signedAt: Instant | null
}

/** Checks a signed file by nothing but its own bytes. */
export interface SignatureVerifier {
  /** Every signature of a file that was signed elsewhere, the first one first; each fits, and the last covers the whole. */
  list(signed: Uint8Array): Promise<Result<readonly SignatureFacts[], SignatureRefusal>>
  /**
   * Whether the one signature covers the whole file, fits its content and its certificate.
   * @param original  the file before signing, which the signed one must begin with; null: not known any more
   */
  verify(signed: Uint8Array, original: Uint8Array | null): Promise<Result<CertificateFacts, SignatureRefusal>>
}

/** Asks the signing service whether it would sign, without signing anything. */
export interface SigningServiceProbe {
  /** Whether address, account and signer are right there. Repeatable. */
  status(order: {
    readonly service: SigningService
    readonly account: SigningAccount
    readonly nik: string
  }): Promise<Result<'active', EsignRefusal>>
  /** Has the service send the signer a code of one use (v2). Each call sends another one. */
  requestTotp(order: {
    readonly service: SigningService
    readonly account: SigningAccount
    readonly nik: string
  }): Promise<Result<'sent', EsignRefusal>>
}
