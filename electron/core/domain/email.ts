import type { Brand } from './brand.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** An e-mail address; the domain in small letters, the part before the @ as typed. */
export type Email = Brand<string, 'Email'>

export type EmailRefusal =
  | { readonly code: 'email-empty' }
  | { readonly code: 'email-at'; readonly typed: string }
  | { readonly code: 'email-space'; readonly typed: string }
  | { readonly code: 'email-name'; readonly typed: string }
  | { readonly code: 'email-domain'; readonly typed: string; readonly domain: string }

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const domainPattern = new RegExp(`^${label}(?:\\.${label})*\\.[a-z]{2,63}$`)

/** Reads an address as typed. Whether it exists only the mail server knows. */
export function parseEmail(text: string): Result<Email, EmailRefusal> {
  const typed = text.trim()
  if (typed === '') return refuse({ code: 'email-empty' })
  if (/\s/.test(typed)) return refuse({ code: 'email-space', typed: text })
  const [name = '', domainTyped = '', ...rest] = typed.split('@')
  if (rest.length > 0 || !typed.includes('@')) return refuse({ code: 'email-at', typed: text })
  const dots = name.startsWith('.') || name.endsWith('.') || name.includes('..')
  if (dots || !/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/.test(name))
    return refuse({ code: 'email-name', typed: text })
  const domain = domainTyped.toLowerCase()
  if (domain.length > 189 || !domainPattern.test(domain)) {
    return refuse({ code: 'email-domain', typed: text, domain: domainTyped })
  }
  return ok(`${name}@${domain}` as Email)
}
