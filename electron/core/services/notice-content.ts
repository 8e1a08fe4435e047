import type { ApplicationState } from '#domain/application-state.ts'
import { fullDate, longDate, timeRange } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import type { NoticeFacts } from '#domain/notice.ts'
import type { AppointmentNews } from '#domain/notice.ts'
import {
  maskNumber,
  noticeTextKey,
  noticeWords,
  type NoticeSubject,
  type NoticeWords,
} from '#domain/notice-text.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { letterheadOn } from '#domain/profile.ts'
import { appointmentLabel, documentLabel, kindLabel } from '#domain/wording/application.ts'
import { officeToday, requirementsOf } from './move-facts.ts'
import type { Office } from './office.ts'
import { complaintSentence, holderName } from './paper-words.ts'

/** What the words are made from, beside the dossier. What is not told is left out of the text. */
export interface NoticeTelling {
  readonly subject: NoticeSubject
  /** When it was made: the text and the letterhead of that day. */
  readonly at: Instant
  /** Who telephones. */
  readonly officer: string
  /** Accepted: the promised day; null or absent: the office promises none. */
  readonly dueOn?: OfficeDate | null | undefined
  /** Returned: what is wrong, requirement by requirement; `reason` null: the office's word is in the note. */
  readonly items?: NoticeFacts['items'] | undefined
  readonly note?: string | null | undefined
  /** Returned: the last day for the repair. */
  readonly until?: OfficeDate | null | undefined
  /** About a meeting or visit. */
  readonly appointment?: AppointmentNews | undefined
  /** Who is addressed; absent: the holder. */
  readonly addressee?: string | undefined
}

// What a physician found is told at the counter, not in a message that somebody else may read.
const tellsOfHealth = (label: string): boolean => /keterangan sehat/i.test(label)

function itemLines(office: Office, state: ApplicationState, items: NoticeTelling['items'] = []): string {
  const labels = new Map(requirementsOf(office, state).map((one) => [one.code, one.label]))
  return items
    .map(({ requirementCode, reason, label: then }, index) => {
      // What a correction has taken off the checklist has no other name than the one it was asked for by.
      const label = labels.get(requirementCode) ?? then ?? requirementCode
      const shown = tellsOfHealth(label) ? 'dijelaskan di loket' : reason?.trim()
      return `${index + 1}. ${label}${shown ? ` – ${shown}` : ''}`
    })
    .join('\n')
}

/**
 * What is said to the applicant, whichever way it goes out: polite, without NIK, without what a physician found, the number
 * masked. The same words serve WhatsApp, telephone and slip, and the reminder of what was not fetched.
 */
export function noticeContent(office: Office, state: ApplicationState, telling: NoticeTelling): NoticeWords {
  const { profile, texts } = office
  const { data, applicant } = state
  const { subject, at, appointment } = telling
  const holder = holderName(state)
  const finishedAt = state.issuedAt ?? state.refusedAt
  const day = officeToday(office, at)
  return noticeWords(
    texts.notice,
    noticeTextKey(subject, profile.delivery, applicant.email !== null, appointment?.change),
    {
      officeName: profile.shortName,
      systemName: profile.systemName,
      officer: telling.officer,
      addressee: telling.addressee ?? holder,
      holderName: holder,
      permit: `${data.permitTypeCode} (${kindLabel(data.kind, data.practiceOrdinal).replace(/^./, (one) => one.toLowerCase())})`,
      product: documentLabel(state.product?.kind ?? 'permit'),
      number: maskNumber(
        (subject === 'expiring' ? state.product?.number?.text : null) ?? state.registrationNumber.text,
      ),
      dueOn: telling.dueOn ? fullDate(telling.dueOn) : '',
      items: itemLines(office, state, telling.items),
      note: telling.note?.trim() ?? '',
      until: telling.until ? fullDate(telling.until) : '',
      readySince: finishedAt ? longDate(officeDateOf(finishedAt, profile.timeZone)) : '',
      appointment: appointment ? appointmentLabel(appointment.kind) : '',
      when: appointment
        ? `${fullDate(appointment.time.date)}, pukul ${timeRange(appointment.time.from, appointment.time.until)} ${profile.timeZoneLabel}`
        : '',
      place: appointment?.time.place ?? '',
      movedFrom: appointment?.movedFrom ? fullDate(appointment.movedFrom) : '',
      address: letterheadOn(profile, day).addressShort,
      hours: profile.receipt.counterHours.join('; '),
      complaints: complaintSentence(profile),
    },
    day,
  )
}
