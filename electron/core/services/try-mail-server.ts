import { parseEmail } from '#domain/email.ts'
import type { MailProbePart } from '#domain/mail-server.ts'
import type { MailReason } from '#domain/mail.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { MailRefusal } from '#domain/wording/mail.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { MailSender } from '#ports/mail.ts'
import type { Queries } from '#ports/queries.ts'
import type { SecretBox } from '#ports/secrets.ts'
import { createCancelSource } from './cancel-source.ts'
import { trialMail } from './mail-content.ts'
import {
  keptMailServer,
  mailServerSetting,
  readMailSetting,
  type SaveMailServerOrder,
  type SaveMailServerRefusal,
} from './mail-setting.ts'
import type { Office } from './office.ts'
import { messageIdOf } from './send-by-email.ts'

export interface TrialFailed {
  readonly code: 'mail-trial-failed'
  /** What failed; everything before it went well. */
  readonly part: MailProbePart
  readonly reason: MailReason
  readonly answer: string | null
}

export type TryMailServerRefusal =
  SaveMailServerRefusal | TrialFailed | Extract<MailRefusal, { code: 'mail-address-wrong' }>

const parts: Readonly<Partial<Record<MailReason, MailProbePart>>> = {
  'name-unknown': 'name',
  unreachable: 'connection',
  'connection-lost': 'connection',
  'timed-out': 'connection',
  'odd-answer': 'connection',
  'server-busy': 'connection',
  'tls-missing': 'tls',
  'tls-failed': 'tls',
  'sign-in-refused': 'sign-in',
  'sender-refused': 'sender',
  'recipient-refused': 'recipient',
}

interface Deps {
  readonly office: Office
  readonly queries: Pick<Queries, 'getSetting'>
  readonly clock: Clock
  readonly ids: IdSource
  readonly secrets: SecretBox
  readonly mailSender: MailSender
}

/**
 * Sends a trial mail with the settings as they are typed, stored or not, and says which part fails. Not repeatable: each call
 * sends one.
 */
export const tryMailServer =
  ({ office, queries, clock, ids, secrets, mailSender }: Deps) =>
  async (
    order: SaveMailServerOrder & { readonly to: string },
  ): Promise<Result<{ readonly answer: string }, TryMailServerRefusal>> => {
    const kept = keptMailServer(await queries.getSetting(mailServerSetting))
    const route = readMailSetting(order, kept, secrets)
    if (!route.ok) return route
    const to = parseEmail(order.to)
    if (!to.ok) return refuse({ code: 'mail-address-wrong', email: to.refusal })
    const mail = trialMail(office, to.value, messageIdOf(ids.uuid(), route.value), clock.now())
    const may = (): Promise<boolean> => Promise.resolve(true)
    const verdict = await mailSender.send(mail, route.value, may, createCancelSource().signal)
    if (verdict.outcome === 'sent') return ok({ answer: verdict.answer })
    const { outcome, answer } = verdict
    const reason = outcome === 'wrong-address' ? 'recipient-refused' : verdict.reason
    const part = outcome === 'uncertain' ? 'message' : (parts[reason] ?? 'message')
    return refuse({ code: 'mail-trial-failed', part, reason, answer })
  }
