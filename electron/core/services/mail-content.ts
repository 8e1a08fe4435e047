import type { ApplicationState } from '#domain/application-state.ts'
import type { Mail } from '#domain/mail.ts'
import {
  mailHtml,
  mailPlainText,
  mailWords,
  noticeMailWords,
  type MailFacts,
  type MailWords,
} from '#domain/mail-text.ts'
import type { SignedFile } from '#domain/documents/print-content.ts'
import type { Email } from '#domain/email.ts'
import type { Instant } from '#domain/instant.ts'
import { maskNumber } from '#domain/notice-text.ts'
import type { Notice } from '#domain/notice.ts'
import { letterheadOn } from '#domain/profile.ts'
import { documentLabel, kindLabel } from '#domain/wording/application.ts'
import type { MailMessage } from '#ports/mail.ts'
import { officeToday } from './move-facts.ts'
import type { Office } from './office.ts'
import { complaintSentence, holderName, verificationOf } from './paper-words.ts'
import { signedFile } from './signed-paper.ts'
import { wordsOfNotice } from './tell-applicant.ts'

/** A mail as it will be sent, but for the bytes of its attachment. */
export type MailDraft = Omit<MailMessage, 'attachment'> & {
  readonly attachment: { readonly fileName: string; readonly file: SignedFile } | null
}

/** `Surat-Izin-503-SIPOP-0001-2026.pdf`: what it is and its number, never a name or a NIK. */
export function attachmentName(product: ApplicationState['product']): string {
  const parts = [documentLabel(product?.kind ?? 'permit'), product?.number?.text ?? '']
  const words = parts.join('-').replace(/[^A-Za-z0-9]+/g, '-')
  return `${words.replace(/^-|-$/g, '').slice(0, 80)}.pdf`
}

function factsOf(office: Office, state: ApplicationState | null, at: Instant): MailFacts {
  const { profile } = office
  const product = state?.product ?? null
  const data = state?.data
  return {
    officeName: profile.shortName,
    systemName: profile.systemName,
    addressee: state ? holderName(state) : 'Bapak/Ibu',
    permit: data
      ? `${data.permitTypeCode} (${kindLabel(data.kind, data.practiceOrdinal).replace(/^./, (one) => one.toLowerCase())})`
      : '',
    product: documentLabel(product?.kind ?? 'permit'),
    number: product?.number?.text ?? '',
    registration: state ? maskNumber(state.registrationNumber.text) : '',
    fileName: product ? attachmentName(product) : '',
    verifyAt: product ? verificationOf(office, product.verificationCode).address : '',
    signedBy: product?.signature?.by.name ?? '',
    address: letterheadOn(profile, officeToday(office, at)).addressShort,
    hours: profile.receipt.counterHours.join('; '),
    complaints: complaintSentence(profile),
  }
}

const inWords = (words: MailWords): Pick<MailMessage, 'subject' | 'text' | 'html'> => ({
  subject: words.subject,
  text: mailPlainText(words),
  html: mailHtml(words),
})

/** What a mail says: with a paper its own text, for a notice the notice's words. Of the day on which it was asked for. */
export function draftOfMail(
  office: Office,
  mail: Mail,
  state: ApplicationState,
  notice: Notice | undefined,
): MailDraft {
  const at = mail.askedAt
  const day = officeToday(office, at)
  const facts = factsOf(office, state, at)
  const head = { messageId: mail.messageId, date: mail.tryingSince, to: mail.to }
  if (notice) {
    const words = wordsOfNotice(office, state, notice, mail.askedBy.name)
    return { ...head, ...inWords(noticeMailWords(office.texts.mail, words, facts, day)), attachment: null }
  }
  const key = state.product?.kind === 'permit' ? 'permit' : 'letter'
  const file = signedFile(office, state)
  return {
    ...head,
    ...inWords(mailWords(office.texts.mail, key, facts, day)),
    // That there is one, and that it is the one that was asked for, is looked at when the mail is taken up.
    attachment: file && { fileName: facts.fileName, file },
  }
}

/** The trial mail of the settings; holds nothing of any applicant. */
export const trialMail = (office: Office, to: Email, messageId: string, at: Instant): MailMessage => ({
  messageId,
  date: at,
  to,
  ...inWords(mailWords(office.texts.mail, 'trial', factsOf(office, null, at), officeToday(office, at))),
  attachment: null,
})
