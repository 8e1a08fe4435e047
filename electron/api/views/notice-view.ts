import type { ApplicationState } from '#domain/application-state.ts'
import type { Notice } from '#domain/notice.ts'
import { noticeContacts, wasWrong } from '#domain/notice-rules.ts'
import { phoneText, whatsAppText } from '#domain/notice-text.ts'
import { formatPhone, maskPhone } from '#domain/phone.ts'
import type { NoticeLineView, NoticeView } from '#contract/notices.ts'
import type { Office } from '#services/office.ts'
import { holderName } from '#services/paper-words.ts'
import { wordsOfNotice } from '#services/tell-applicant.ts'

export function noticeLineView(notice: Notice, state: ApplicationState): NoticeLineView {
  const contacts = noticeContacts(state)
  return {
    id: notice.id,
    applicationId: notice.applicationId,
    registrationNumber: state.registrationNumber.text,
    holderName: holderName(state),
    permitTypeCode: state.data.permitTypeCode,
    kind: notice.kind,
    state: notice.state,
    madeAt: notice.madeAt,
    stateAt: notice.stateAt,
    reach: contacts.some((one) => one.mobile) ? 'message' : contacts.length > 0 ? 'call' : 'paper',
    tries: notice.tries.map(({ channel, outcome, at, by, note }) => ({ channel, outcome, at, by, note })),
  }
}

/** @param seesNumbers  false: who only reads what was told needs no telephone number, and sees it masked */
export function noticeView(
  office: Office,
  notice: Notice,
  state: ApplicationState,
  officer: string,
  seesNumbers: boolean,
): NoticeView {
  const words = wordsOfNotice(office, state, notice, officer)
  return {
    ...noticeLineView(notice, state),
    contacts: noticeContacts(state).map(({ who, name, phone, mobile }) => ({
      who,
      name,
      phone: seesNumbers ? formatPhone(phone) : maskPhone(phone),
      mobile,
      wrong: wasWrong(notice, phone),
    })),
    title: words.title,
    whatsApp: whatsAppText(words),
    phoneLines: [...phoneText(words)],
  }
}
