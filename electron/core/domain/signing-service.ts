import { ok, refuse, type Result } from './result.ts'

/** The calls that an office's Esign Client Service of BSrE understands (domain 7.2). */
export const esignVersions = ['v1', 'v2'] as const
export type EsignVersion = (typeof esignVersions)[number]

/** The service that keeps the keys of the office's signers: it stands in the government's network, run by Diskominfo. */
export interface SigningService {
  readonly version: EsignVersion
  /** Where it answers, without a slash at the end. */
  readonly url: string
}

/** Who may ask the service to sign: the application's account, and the signer by NIK. Held in memory while signing. */
export interface SigningAccount {
  readonly username: string
  readonly password: string
}

/** Which part of the way to the service failed, for whoever tries it. */
export type EsignPart = 'address' | 'network' | 'tls' | 'answer' | 'account' | 'signer'

/** The NIK of a signer is not one. */
export interface SignerNikRefusal {
  readonly code: 'signer-nik-malformed'
}

export type SigningAccountRefusal =
  /** The account of the office has no name. */
  | { readonly code: 'signing-username-missing' }
  /** No password was typed, and none is kept that this station can open. */
  | { readonly code: 'signing-password-needed' }
  /** The kept password goes to another address or name only when it is typed anew. */
  | { readonly code: 'signing-password-again' }

export type SigningServiceRefusal =
  | { readonly code: 'signing-url-invalid'; readonly typed: string }
  /** Passphrases would travel readable: only a service on this very computer may be reached without TLS. */
  | { readonly code: 'signing-url-open'; readonly typed: string }

const address = /^(https?):\/\/((?:\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::\d{1,5})?)((?:\/[\w.~-]+)*)\/?$/i
const ownComputer = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i

/** Reads the address of the service as typed. Refuses one without TLS that is not on this computer. */
export function readSigningUrl(typed: string): Result<string, SigningServiceRefusal> {
  const [, scheme = '', host = '', path = ''] = address.exec(typed.trim()) ?? []
  if (scheme === '') return refuse({ code: 'signing-url-invalid', typed })
  if (scheme.toLowerCase() === 'http' && !ownComputer.test(host))
    return refuse({ code: 'signing-url-open', typed })
  return ok(`${scheme.toLowerCase()}://${host.toLowerCase()}${path}`)
}

/** Why the service signed nothing. */
export type EsignRefusal =
  | { readonly code: 'passphrase-wrong' }
  /** This signer signs with a code of one use that the service sends, and none was given (v2). */
  | { readonly code: 'totp-needed' }
  /** The code was wrong, used or too old. */
  | { readonly code: 'totp-wrong' }
  /** `name`: unknown host; `tls`: its certificate is not believed; `silent`: no answer in time. Nothing signed was received. */
  | { readonly code: 'signing-unreachable'; readonly why: 'name' | 'connection' | 'tls' | 'silent' }
  /** The application's account was not accepted. */
  | { readonly code: 'signing-account-refused' }
  /** This NIK has no certificate in force at BSrE. */
  | { readonly code: 'signer-unknown' }
  /** The service said no for a reason of its own; null: it gave no number. */
  | { readonly code: 'signing-refused'; readonly number: number | null }
  /** Something else than the service answered, or not with a signed PDF. */
  | { readonly code: 'signing-answer-foreign' }

/** The part of the way that a refusal is about; everything before it went well. */
export function partOf(refusal: EsignRefusal | SigningServiceRefusal | SignerNikRefusal): EsignPart {
  switch (refusal.code) {
    case 'signing-url-invalid':
    case 'signing-url-open':
      return 'address'
    case 'signing-unreachable':
      return refusal.why === 'tls' ? 'tls' : refusal.why === 'name' ? 'address' : 'network'
    case 'signing-account-refused':
      return 'account'
    case 'signer-unknown':
    case 'signer-nik-malformed':
    case 'passphrase-wrong':
    case 'totp-needed':
    case 'totp-wrong':
      return 'signer'
    case 'signing-refused':
    case 'signing-answer-foreign':
      return 'answer'
  }
}
