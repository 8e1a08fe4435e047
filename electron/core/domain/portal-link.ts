import { isLoopback } from './mail-server.ts'
import { ok, refuse, type Result } from './result.ts'

/** Where the office's portal is, without the secret. */
export interface PortalAddress {
  /** Base of all calls, without a slash at the end: `https://portal.example.go.id/api/v1`. */
  readonly base: string
  readonly clientId: string
  /** The office as the portal names it; another one's data are never mixed with ours. */
  readonly officeCode: string
}

export type PortalAddressRefusal =
  | { readonly code: 'portal-address-wrong'; readonly typed: string }
  | { readonly code: 'portal-not-encrypted'; readonly host: string }

/** Scheme, host, port and path; no user, no question, no fragment. */
const basePattern = /^(https?):\/\/(\[[\da-f:]+\]|[\w.-]+)(?::\d{1,5})?(?:\/[^\s?#@]*)?$/i

/**
 * Reads the base of the portal's API as typed.
 * Refuses what is no http address, one with a user, a question or a fragment in it, and plain http to anywhere but this
 * computer (contract, *Authentication*).
 */
export function parsePortalBase(typed: string): Result<string, PortalAddressRefusal> {
  const parts = basePattern.exec(typed.trim().replace(/\/+$/, ''))
  const [base, scheme, host] = [parts?.[0], parts?.[1]?.toLowerCase(), parts?.[2]?.toLowerCase()]
  if (base === undefined || host === undefined) return refuse({ code: 'portal-address-wrong', typed })
  const name = host.replace(/^\[|\]$/g, '')
  return scheme === 'http' && !isLoopback(name)
    ? refuse({ code: 'portal-not-encrypted', host: name })
    : ok(base)
}

/**
 * Why a call is to be repeated later under the same key: the name is not found, nobody answers there, the line breaks or is
 * not trusted, the answer takes too long, the portal asks for time or is ill, or what answers is not the portal (a gate of
 * the network, a page in its place, a body that is cut).
 */
export type PortalIllness =
  'name' | 'unreachable' | 'tls' | 'silent' | 'busy' | 'ill' | 'redirect' | 'not-the-portal'

/** What the portal says against one entry: it stays as it is until somebody or a rule mends it. */
export interface PortalRefusal {
  readonly status: number
  /** Word of the contract, for example `gap` or `nik-taken`; null: the portal named none. */
  readonly code: string | null
  readonly detail: string
  readonly errors: readonly { readonly path: string; readonly code: string; readonly message: string }[]
  /** With `nik-taken`: who has that NIK at the portal. */
  readonly existingId: string | null
  /** With `gap`: the number that the portal waits for. */
  readonly expectedSeq: number | null
}

/** The outcome of one call to the portal. */
export type PortalSaid<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** 409: the version moved on. */
  | { readonly kind: 'moved'; readonly current: Readonly<Record<string, unknown>>; readonly version: number }
  | { readonly kind: 'refused'; readonly refusal: PortalRefusal }
  /** `waitMs` null: the portal named no time. */
  | { readonly kind: 'later'; readonly why: PortalIllness; readonly waitMs: number | null }
  /** Nothing goes on before the administrator has looked: secret, version of the contract, or another office's portal. */
  | { readonly kind: 'stopped'; readonly why: 'sign-in' | 'version' | 'office' }

const firstWaitMs = 1_000
const longestWaitMs = 5 * 60_000
/** A portal that asks for more has mistyped it, or its clock is wrong; whoever wants it sooner says *Kirim sekarang*. */
const longestAskedMs = 24 * 3_600_000

/**
 * How long to wait before the next try: what the portal asked for, a day at most, else full jitter between 0 and 1 s doubled
 * with each try, 5 minutes at most (contract, *Errors*). `Retry-After: 0`, or a moment that has passed, asks for no haste.
 *
 * @param tries   how often it was tried already, 1 or more
 * @param chance  0 ≤ chance < 1
 */
export function waitBeforeNextTry(tries: number, askedMs: number | null, chance: number): number {
  if (askedMs !== null && askedMs > 0) return Math.min(askedMs, longestAskedMs)
  const most = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries - 1, 30))
  return Math.round(chance * most)
}

/** The three forms of a date in HTTP, all in GMT; the oldest does not say so. */
const httpDateMs = (text: string): number =>
  Date.parse(/(?:GMT|UTC|Z|[+-]\d\d:?\d\d)\s*$/i.test(text) ? text : `${text} GMT`)

/**
 * Milliseconds that a `Retry-After` asks for, in both of its forms. A date is measured by the answer's own `Date`, since
 * clocks may be minutes apart. null: none was given, or it cannot be read.
 */
export function retryAfterMs(retryAfter: string | null, date: string | null, nowMs: number): number | null {
  if (retryAfter === null || retryAfter.trim() === '') return null
  if (/^\s*\d+\s*$/.test(retryAfter)) return Number(retryAfter) * 1000
  const until = httpDateMs(retryAfter)
  const from = date === null ? NaN : httpDateMs(date)
  return Number.isNaN(until) ? null : Math.max(0, until - (Number.isNaN(from) ? nowMs : from))
}
