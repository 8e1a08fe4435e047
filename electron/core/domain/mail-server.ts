import { parseEmail, type Email, type EmailRefusal } from './email.ts'
import type { NoticeKind } from './stage-table.ts'
import { ok, refuse, type Result } from './result.ts'

export const mailSecurities = ['starttls', 'implicit', 'none'] as const
/** `starttls`: begins in clear and must turn to TLS; `implicit`: TLS from the first byte; `none`: in clear. */
export type MailSecurity = (typeof mailSecurities)[number]

/** The office's mail server, without its password. */
export interface MailServer {
  readonly host: string
  readonly port: number
  readonly security: MailSecurity
  readonly senderName: string
  readonly senderAddress: Email
  /** Empty: the server asks for no sign-in. */
  readonly user: string
}

export interface MailServerTyped {
  readonly host: string
  readonly port: string
  readonly security: MailSecurity
  /** That mails, and the password, may travel in clear to a server that is not this computer. */
  readonly clearAccepted: boolean
  readonly senderName: string
  readonly senderAddress: string
  readonly user: string
}

export type MailServerRefusal =
  | { readonly code: 'mail-host-wrong'; readonly typed: string }
  | { readonly code: 'mail-port-wrong'; readonly typed: string }
  | { readonly code: 'mail-clear-not-accepted'; readonly host: string }
  | { readonly code: 'mail-sender-name-needed' }
  | { readonly code: 'mail-sender-wrong'; readonly email: EmailRefusal }

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const hostPattern = new RegExp(`^${label}(?:\\.${label})*$`)

/** Whether a name means this very computer, from which nobody can listen on the way. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)

/**
 * Reads the settings of a mail server as typed.
 * Refuses a name or port that is none, a sender without name or address, and no TLS unless the server is this computer or
 * somebody has agreed to it.
 */
export function readMailServer(typed: MailServerTyped): Result<MailServer, MailServerRefusal> {
  const host = typed.host.trim().toLowerCase()
  if (host.length > 253 || !(hostPattern.test(host) || host === '::1'))
    return refuse({ code: 'mail-host-wrong', typed: typed.host })
  const portText = typed.port.trim()
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : 0
  if (port < 1 || port > 65_535) return refuse({ code: 'mail-port-wrong', typed: typed.port })
  if (typed.security === 'none' && !isLoopback(host) && !typed.clearAccepted)
    return refuse({ code: 'mail-clear-not-accepted', host })
  // A line end in a name would begin a header of its own.
  const senderName = typed.senderName.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (senderName === '') return refuse({ code: 'mail-sender-name-needed' })
  const sender = parseEmail(typed.senderAddress)
  if (!sender.ok) return refuse({ code: 'mail-sender-wrong', email: sender.refusal })
  return ok({
    host,
    port,
    security: typed.security,
    senderName,
    senderAddress: sender.value,
    user: typed.user.trim(),
  })
}

export const mailProbeParts = [
  'name',
  'connection',
  'tls',
  'sign-in',
  'sender',
  'recipient',
  'message',
] as const
/** What a trial mail goes through, in this order; the first one that fails is named. */
export type MailProbePart = (typeof mailProbeParts)[number]

/** Notices that an office also sends by e-mail. */
export type MailedNotices = readonly NoticeKind[]
