import type { Instant } from '#domain/instant.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import {
  refuseOutsideValidity,
  type CertificateFacts,
  type CertificateNotFit,
  type CertificateRefusal,
} from '#domain/signing.ts'
import type { Clock } from '#ports/clock.ts'
import type { CertificateReader } from '#ports/signing.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import type { Office, SignedIn } from './office.ts'

/** A certificate file as it is kept: still locked by its passphrase, which is kept nowhere. */
export interface KeptCertificate extends CertificateFacts {
  /** PKCS#12 in Base64. */
  readonly file: string
  readonly savedAt: Instant
}

/** Each user's own. Nothing but the service of this user's own call reads it. */
export const certificateSetting = (userId: string): string => `user.${userId}.signingCertificate`

export type SaveCertificateRefusal =
  CertificateRefusal | CertificateNotFit | { readonly code: 'role-does-not-sign' }

/** Whether somebody with these roles signs electronically at some stage of this office. */
export const signsElectronically = ({ profile }: Office, roles: readonly string[]): boolean =>
  profile.stageTable.stages.some(
    (one) => roles.includes(one.role) && one.signs.some((sign) => sign.method === 'electronic'),
  )

export interface CertificateDeps {
  readonly office: Office
  readonly work: UnitOfWork
  readonly clock: Clock
  readonly certificates: CertificateReader
}

/**
 * Keeps the certificate file of the one who is signed in, for their own signatures; a new one takes the place of the old.
 * The passphrase only shows that it opens, and is forgotten.
 */
export const saveCertificate =
  ({ office, work, clock, certificates }: CertificateDeps) =>
  async (
    order: { readonly file: string; readonly passphrase: string },
    { user }: SignedIn,
  ): Promise<Result<CertificateFacts, SaveCertificateRefusal>> => {
    if (!signsElectronically(office, user.roles)) return refuse({ code: 'role-does-not-sign' })
    const read = await certificates.read(order.file, order.passphrase)
    if (!read.ok) return read
    const savedAt = clock.now()
    const outside = refuseOutsideValidity(read.value, savedAt)
    if (outside) return refuse(outside)
    const kept: KeptCertificate = { ...read.value, file: order.file, savedAt }
    return work.run<CertificateFacts, never>(async (stores) => {
      await stores.settings.set(certificateSetting(user.id), kept)
      return ok(read.value)
    })
  }

/** What was kept of a user; null: nothing. */
export const keptCertificateOf = (setting: unknown): KeptCertificate | null =>
  typeof setting === 'object' && setting !== null && 'file' in setting ? (setting as KeptCertificate) : null

/** The certificate of a user inside a transaction; null: none. */
export const findCertificate = async (stores: Stores, userId: string): Promise<KeptCertificate | null> =>
  keptCertificateOf(await stores.settings.get(certificateSetting(userId)))
