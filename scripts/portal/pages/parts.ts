import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { PortalAccount } from '#adapters/portal/wire-entities.ts'
import type { OfficeWords } from '../office-words.ts'
import type { Portal } from '../portal.ts'

/** What all pages stand on. */
export interface PageParts {
  readonly portal: Portal
  readonly words: OfficeWords
  /** true: an account is opened only by the office. */
  readonly officeApproves: boolean
  /** Password of the agency's one account. */
  readonly agencyPassword: string
}

export const sessionCookie = 'sesi'
const agency = 'agency'

/** Who is behind a page: an account's id, `agency`, or null. */
export const sessionOf = ({ portal }: PageParts, c: Context): string | null => {
  const cookie = getCookie(c, sessionCookie)
  return cookie === undefined ? null : portal.store.session(cookie, portal.now().getTime())
}

export const isAgency = (parts: PageParts, c: Context): boolean => sessionOf(parts, c) === agency

/** The signed-in applicant's account; null: nobody, or the agency. */
export function accountOf(parts: PageParts, c: Context): PortalAccount | null {
  const who = sessionOf(parts, c)
  if (who === null || who === agency) return null
  return (parts.portal.store.entity('account', who)?.data as PortalAccount | undefined) ?? null
}

const hour = 3_600_000

/** A session of twelve hours; gives the cookie's value. */
export function beginSession({ portal }: PageParts, who: string): string {
  const value = Buffer.from(portal.randomBytes(24)).toString('base64url')
  portal.store.addSession(value, who, portal.now().getTime() + 12 * hour)
  return value
}

export const beginAgencySession = (parts: PageParts): string => beginSession(parts, agency)

/** A field of a form, trimmed; null when it was left empty. */
export const typed = (form: FormData, name: string): string | null => {
  const value = form.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** The file of a form; null: none was chosen. */
export async function uploaded(form: FormData, name: string) {
  const file = form.get(name)
  if (!(file instanceof File) || file.size === 0) return null
  return { fileName: file.name, mediaType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) }
}
