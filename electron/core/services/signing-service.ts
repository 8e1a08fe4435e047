import type { CertificateIssuer } from '#domain/documents/electronic-note.ts'
import { parseNik } from '#domain/nik.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import {
  readSigningUrl,
  type EsignRefusal,
  type EsignVersion,
  type SignerNikRefusal,
  type SigningAccount,
  type SigningService,
  type SigningServiceRefusal,
} from '#domain/signing-service.ts'
import type { SigningMeans, SigningServiceProbe } from '#ports/signing.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import type { Queries } from '#ports/queries.ts'
import { certificateSetting, findCertificate, keptCertificateOf } from './certificates.ts'
import type { SignedIn } from './office.ts'

/** Which service signs for the whole office; nothing there: each signer's own certificate file. */
export const signingServiceSetting = 'signing.service'

/** NIK under which the service knows a user. */
export const signerNikSetting = (userId: string): string => `user.${userId}.signerNik`

/** What was kept; null: the office signs with certificate files. */
export const signingServiceOf = (setting: unknown): SigningService | null =>
  typeof setting === 'object' && setting !== null && 'url' in setting ? (setting as SigningService) : null

/** How the note at the foot names whoever issued the certificates of the service (domain 7.5). */
const serviceIssuer: CertificateIssuer = {
  issuer: 'Balai Sertifikasi Elektronik (BSrE)',
  issuerOrganization: 'Badan Siber dan Sandi Negara',
}

/** Who issued the certificate of somebody's next signature; null: they have put none in yet. */
export async function issuerFor(
  queries: Pick<Queries, 'getSetting'>,
  userId: string,
): Promise<CertificateIssuer | null> {
  return signingServiceOf(await queries.getSetting(signingServiceSetting))
    ? serviceIssuer
    : keptCertificateOf(await queries.getSetting(certificateSetting(userId)))
}

/** What the signer types for the service. */
export interface SignerAccount extends SigningAccount {
  /** As typed; null: the one that was kept at the last signature. */
  readonly nik: string | null
}

export type SigningMeansRefusal =
  /** This person has put no certificate in yet. */
  | { readonly code: 'certificate-missing' }
  /** Account or NIK for the service were not given. */
  | { readonly code: 'signing-account-missing' }
  | SignerNikRefusal

/** With what a user signs now, and whose name of issuer the paper bears; asked inside a transaction. */
export async function findSigningMeans(
  stores: Stores,
  userId: string,
  account: SignerAccount | null,
): Promise<{
  readonly issuer: CertificateIssuer | null
  readonly means: Result<SigningMeans, SigningMeansRefusal>
}> {
  const service = signingServiceOf(await stores.settings.get(signingServiceSetting))
  if (!service) {
    const certificate = await findCertificate(stores, userId)
    return {
      issuer: certificate,
      means: certificate
        ? ok({ kind: 'certificate-file', file: certificate.file })
        : refuse({ code: 'certificate-missing' }),
    }
  }
  const kept = await stores.settings.get(signerNikSetting(userId))
  const nik = account?.nik ?? (typeof kept === 'string' ? kept : null)
  const issuer = serviceIssuer
  if (!account || account.username.trim() === '' || account.password === '' || nik === null)
    return { issuer, means: refuse({ code: 'signing-account-missing' }) }
  const read = parseNik(nik)
  if (!read.ok) return { issuer, means: refuse({ code: 'signer-nik-malformed' }) }
  const { username, password } = account
  const named = { username: username.trim(), password }
  return { issuer, means: ok({ kind: 'esign', service, account: named, nik: read.value }) }
}

export interface SigningServiceDeps {
  readonly work: UnitOfWork
  readonly signingService: SigningServiceProbe
}

/** The service as typed; null: certificate files. */
export interface TypedSigningService {
  readonly version: EsignVersion
  readonly url: string
}

/** Chooses with what the whole office signs electronically. What is signed already stays as it is. Repeatable. */
export const saveSigningService =
  ({ work }: SigningServiceDeps) =>
  (typed: TypedSigningService | null): Promise<Result<SigningService | null, SigningServiceRefusal>> =>
    work.run<SigningService | null, SigningServiceRefusal>(async (stores) => {
      const url = typed && readSigningUrl(typed.url)
      if (url && !url.ok) return url
      const service = typed && url ? { version: typed.version, url: url.value } : null
      await stores.settings.set(signingServiceSetting, service)
      return ok(service)
    })

/** Asks the service whether it would sign for this account and NIK; keeps nothing of what was typed. */
export const trySigningService =
  ({ signingService }: SigningServiceDeps) =>
  async (typed: {
    readonly service: TypedSigningService
    readonly account: SigningAccount
    readonly nik: string
  }): Promise<Result<'active', EsignRefusal | SigningServiceRefusal | SignerNikRefusal>> => {
    const url = readSigningUrl(typed.service.url)
    if (!url.ok) return url
    const nik = parseNik(typed.nik)
    if (!nik.ok) return refuse({ code: 'signer-nik-malformed' })
    const service = { version: typed.service.version, url: url.value }
    return signingService.status({ service, account: typed.account, nik: nik.value })
  }

/** Remembers under which NIK the service signed for a user, so that it is typed once. */
export async function rememberSigner(stores: Stores, { user }: SignedIn, means: SigningMeans): Promise<void> {
  if (means.kind === 'esign') await stores.settings.set(signerNikSetting(user.id), means.nik)
}
