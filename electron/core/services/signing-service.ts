import type { CertificateIssuer } from '#domain/documents/electronic-note.ts'
import { parseNik } from '#domain/nik.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import {
  readSigningUrl,
  type EsignRefusal,
  type EsignVersion,
  type SignerNikRefusal,
  type SigningAccount,
  type SigningAccountRefusal,
  type SigningService,
  type SigningServiceRefusal,
} from '#domain/signing-service.ts'
import type { SecretBox } from '#ports/secrets.ts'
import type { SigningMeans, SigningServiceProbe } from '#ports/signing.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import type { Queries } from '#ports/queries.ts'
import { certificateSetting, findCertificate, keptCertificateOf } from './certificates.ts'
import type { SignedIn } from './office.ts'
import {
  keptSigningAccount,
  openSigningAccount,
  sealSigningAccount,
  signingAccountSetting,
  type KeptSigningAccount,
} from './signing-account.ts'

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
  secrets: SecretBox,
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
  const office = openSigningAccount(
    keptSigningAccount(await stores.settings.get(signingAccountSetting)),
    service,
    secrets,
  )
  const named = office ?? typedAccount(account)
  if (!named || nik === null) return { issuer, means: refuse({ code: 'signing-account-missing' }) }
  const read = parseNik(nik)
  if (!read.ok) return { issuer, means: refuse({ code: 'signer-nik-malformed' }) }
  return { issuer, means: ok({ kind: 'esign', service, account: named, nik: read.value }) }
}

/** What the signer typed; null: not all of it. */
const typedAccount = (account: SignerAccount | null): SigningAccount | null =>
  account === null || account.username.trim() === '' || account.password === ''
    ? null
    : { username: account.username.trim(), password: account.password }

export interface SigningServiceDeps {
  readonly work: UnitOfWork
  readonly signingService: SigningServiceProbe
  readonly secrets: SecretBox
}

/** The service as typed; null: certificate files. */
export interface TypedSigningService {
  readonly version: EsignVersion
  readonly url: string
}

export interface SigningServiceOrder extends TypedSigningService {
  /** Of the whole office, kept on its server; null: each signer types it, and it is kept nowhere. */
  readonly account: { readonly username: string; readonly password: string | null } | null
}

/** Chooses with what the whole office signs electronically. What is signed already stays as it is. Repeatable. */
export const saveSigningService =
  ({ work, secrets }: Pick<SigningServiceDeps, 'work' | 'secrets'>) =>
  (
    typed: SigningServiceOrder | null,
  ): Promise<Result<SigningService | null, SigningServiceRefusal | SigningAccountRefusal>> =>
    work.run<SigningService | null, SigningServiceRefusal | SigningAccountRefusal>(async ({ settings }) => {
      const url = typed && readSigningUrl(typed.url)
      if (url && !url.ok) return url
      const service = typed && url ? { version: typed.version, url: url.value } : null
      const before = keptSigningAccount(await settings.get(signingAccountSetting))
      const account =
        service && typed?.account ? sealSigningAccount(typed.account, service.url, before, secrets) : null
      if (account && !account.ok) return account
      await settings.set(signingServiceSetting, service)
      await settings.set(signingAccountSetting, account?.value ?? null)
      return ok(service)
    })

/**
 * Asks the service whether it would sign for this account and NIK; keeps nothing of what was typed. Without an account it is
 * that of the office, which goes to its own address only.
 */
export const trySigningService =
  ({ work, signingService, secrets }: SigningServiceDeps) =>
  async (typed: {
    readonly service: TypedSigningService
    readonly account: SigningAccount | null
    readonly nik: string
  }): Promise<
    Result<'active', EsignRefusal | SigningServiceRefusal | SignerNikRefusal | SigningAccountRefusal>
  > => {
    const url = readSigningUrl(typed.service.url)
    if (!url.ok) return url
    const nik = parseNik(typed.nik)
    if (!nik.ok) return refuse({ code: 'signer-nik-malformed' })
    const service = { version: typed.service.version, url: url.value }
    const kept = await work.run<KeptSigningAccount | null, never>(async ({ settings }) =>
      ok(keptSigningAccount(await settings.get(signingAccountSetting))),
    )
    const account = typed.account ?? (kept.ok ? openSigningAccount(kept.value, service, secrets) : null)
    return account
      ? signingService.status({ service, account, nik: nik.value })
      : refuse({ code: 'signing-password-needed' })
  }

/** Has the service send a code of one use to the signer, as it does by e-mail. Each call sends another one. */
export const requestTotp =
  ({ work, signingService, secrets }: SigningServiceDeps) =>
  async (
    account: SignerAccount | null,
    who: SignedIn,
  ): Promise<Result<'sent', EsignRefusal | SigningMeansRefusal>> => {
    const found = await work.run<SigningMeans, SigningMeansRefusal>(
      async (stores) => (await findSigningMeans(stores, who.user.id, account, secrets)).means,
    )
    if (!found.ok) return found
    return found.value.kind === 'esign'
      ? signingService.requestTotp(found.value)
      : refuse({ code: 'signing-account-missing' })
  }

/** Remembers under which NIK the service signed for a user, so that it is typed once. */
export async function rememberSigner(stores: Stores, { user }: SignedIn, means: SigningMeans): Promise<void> {
  if (means.kind === 'esign') await stores.settings.set(signerNikSetting(user.id), means.nik)
}
