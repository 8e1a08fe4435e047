import type { ApplicationState } from '#domain/application-state.ts'
import { needsSomebody, type Mail } from '#domain/mail.ts'
import { mailStateLabel, sayMailReason } from '#domain/wording/mail.ts'
import type { MailServerView, MailView } from '#contract/mails.ts'
import type { KeptMailServer } from '#services/mail-setting.ts'
import { holderName } from '#services/paper-words.ts'

/** A mail as a screen shows it. */
export const mailView = (mail: Mail, state: ApplicationState): MailView => ({
  id: mail.id,
  applicationId: mail.applicationId,
  registrationNumber: state.registrationNumber.text,
  holderName: holderName(state),
  permitTypeCode: state.data.permitTypeCode,
  paperNumber: mail.purpose === 'delivery' ? (state.product?.number?.text ?? null) : null,
  purpose: mail.purpose,
  to: mail.to,
  messageId: mail.messageId,
  state: mail.state,
  stateLabel: mailStateLabel(mail.state),
  stateAt: mail.stateAt,
  reason: mail.reason && sayMailReason(mail.reason),
  reasonCode: mail.reason,
  answer: mail.answer,
  attempts: mail.attempts,
  nextTryAt: mail.state === 'waiting' ? mail.nextTryAt : null,
  askedAt: mail.askedAt,
  askedBy: mail.askedBy.name,
  inNeed: needsSomebody(mail),
  settled: mail.settled,
})

/** The settings without the secret. */
export const mailServerView = (kept: KeptMailServer, isOpenable: boolean): MailServerView => ({
  host: kept.host,
  port: kept.port,
  security: kept.security,
  senderName: kept.senderName,
  senderAddress: kept.senderAddress,
  user: kept.user,
  hasPassword: kept.sealedPassword !== null,
  isOpenable,
  station: kept.station,
  savedAt: kept.savedAt,
  savedBy: kept.savedBy,
})
