import type { MailReason, MailVerdict } from '#domain/mail.ts'

/** How far a sending has come: `handed` from the moment in which the last piece of the mail may be with the server. */
export type SendingPhase = 'connecting' | 'signing-in' | 'sending' | 'handed'

/** What nodemailer says of a failure. */
export interface SmtpFailure {
  readonly code?: string | undefined
  readonly command?: string | undefined
  readonly response?: string | undefined
  readonly responseCode?: number | undefined
  readonly message?: string | undefined
}

const longestAnswer = 300

/** A server's words for people: one line, not endless, without what is not text. */
export const cleanAnswer = (text: string | undefined): string | null =>
  text
    ?.replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longestAnswer) || null

const later = (reason: MailReason, of: 'server' | 'mail', answer: string | null): MailVerdict => ({
  outcome: 'later',
  reason,
  of,
  answer,
})

// Node names them by many codes and nodemailer passes on only the sentence.
const tlsWords = /certificate|\bTLS\b|\bSSL\b|ERR_(?:TLS|SSL)|EPROTO\b/i
const unreachableWords = /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT/
const nameCodes = ['EDNS', 'ENOTFOUND', 'EAI_AGAIN']

/** A recipient that does not exist is a wrong address; one whose box is full or who wants no mail of ours is not. */
const isWrongAddress = (answer: string | null): boolean => {
  const [, detail] = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})/.exec(answer ?? '') ?? []
  return detail === undefined ? true : /^5\.1\.|^5\.0\./.test(detail)
}

function refusedEnvelope(failure: SmtpFailure, answer: string | null, permanent: boolean): MailVerdict {
  if (failure.command === 'MAIL FROM')
    return permanent ? later('sender-refused', 'server', answer) : later('server-busy', 'server', answer)
  if (!permanent) return later('server-busy', 'mail', answer)
  if (failure.command !== 'RCPT TO') return { outcome: 'failed', reason: 'message-refused', answer }
  return isWrongAddress(answer)
    ? { outcome: 'wrong-address', answer }
    : { outcome: 'failed', reason: 'recipient-refused', answer }
}

/**
 * What a failure means. Before the last piece has gone, the server cannot have taken the mail. Afterwards only a clear answer
 * says that it has not: 421 means that it is closing, which it may do with or without the mail.
 */
export function smtpVerdict(failure: SmtpFailure, phase: SendingPhase): MailVerdict {
  const answer = cleanAnswer(failure.response)
  const replied = failure.responseCode ?? Number(/^\d{3}/.exec(answer ?? '')?.[0] ?? 0)
  const permanent = replied >= 500 && replied < 600
  const temporary = replied >= 400 && replied < 500
  const code = failure.code ?? ''
  if (phase === 'handed') {
    if (permanent) return { outcome: 'failed', reason: 'message-refused', answer }
    if (temporary && replied !== 421) return later('server-busy', 'mail', answer)
    const reason =
      code === 'ETIMEDOUT'
        ? 'timed-out'
        : code === 'EPROTOCOL' || code === 'EMESSAGE'
          ? 'odd-answer'
          : 'connection-lost'
    return { outcome: 'uncertain', reason, answer }
  }
  const isTls =
    code === 'ETLS' || (code !== 'EPROTOCOL' && answer === null && tlsWords.test(failure.message ?? ''))
  if (isTls)
    return later(
      failure.command === 'STARTTLS' && replied > 0 ? 'tls-missing' : 'tls-failed',
      'server',
      answer,
    )
  if (nameCodes.includes(code)) return later('name-unknown', 'server', null)
  if (code === 'EAUTH' || code === 'ENOAUTH')
    // What a server says here may repeat what was sent: only its number is kept.
    return later(
      temporary ? 'server-busy' : 'sign-in-refused',
      'server',
      replied > 0 ? String(replied) : null,
    )
  if (code === 'EENVELOPE') return refusedEnvelope(failure, answer, permanent)
  if (code === 'EMESSAGE') return { outcome: 'failed', reason: 'message-refused', answer }
  if (code === 'ETIMEDOUT') return later('timed-out', 'server', null)
  if (replied === 421 || temporary) return later('server-busy', 'server', answer)
  if (code === 'EPROTOCOL') return later('odd-answer', 'server', answer)
  const unreachable = phase === 'connecting' && unreachableWords.test(failure.message ?? '')
  return later(unreachable ? 'unreachable' : 'connection-lost', 'server', answer)
}
