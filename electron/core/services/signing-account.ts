import { ok, refuse, type Result } from '#domain/result.ts'
import type { SigningAccount, SigningAccountRefusal, SigningService } from '#domain/signing-service.ts'
import type { SecretBox } from '#ports/secrets.ts'

/** Account of the office for its signing service; nothing there: each signer types it. */
export const signingAccountSetting = 'signing.account'

/** As it is kept: the password only locked, once by the key of each station at which it was typed. */
export interface KeptSigningAccount {
  /** Address to which the password goes, and no other. */
  readonly url: string
  readonly username: string
  /** By the name of the key that opens it. */
  readonly sealed: Readonly<Record<string, string>>
}

/** What was kept; null: none. */
export const keptSigningAccount = (setting: unknown): KeptSigningAccount | null =>
  typeof setting === 'object' && setting !== null && 'sealed' in setting
    ? (setting as KeptSigningAccount)
    : null

/** The account for this service; null: none is kept for it, or another station's key locks it. */
export function openSigningAccount(
  kept: KeptSigningAccount | null,
  service: Pick<SigningService, 'url'>,
  secrets: SecretBox,
): SigningAccount | null {
  if (kept?.url !== service.url) return null
  const password = secrets.open(kept.sealed[secrets.keyId] ?? '')
  return password === null ? null : { username: kept.username, password }
}

/**
 * What is kept after the administrator has typed an account. A password that is not typed stays for the same address and name
 * only: whoever changes the address could otherwise have it sent to a place of their own. What other stations keep of the same
 * account stays beside it while the password is not typed.
 */
export function sealSigningAccount(
  typed: { readonly username: string; readonly password: string | null },
  url: string,
  before: KeptSigningAccount | null,
  secrets: SecretBox,
): Result<KeptSigningAccount, SigningAccountRefusal> {
  const username = typed.username.trim()
  if (username === '') return refuse({ code: 'signing-username-missing' })
  const isSame = before?.url === url && before.username === username
  if (typed.password !== null && typed.password !== '') {
    // Typed at another station it is, as a rule, the same password: what that station has is not thrown away.
    const others = isSame ? before.sealed : {}
    return ok({ url, username, sealed: { ...others, [secrets.keyId]: secrets.seal(typed.password) } })
  }
  if (!before) return refuse({ code: 'signing-password-needed' })
  if (!isSame) return refuse({ code: 'signing-password-again' })
  return openSigningAccount(before, { url }, secrets)
    ? ok(before)
    : refuse({ code: 'signing-password-needed' })
}
