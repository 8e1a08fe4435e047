import { maskFullNik } from './documents/privacy.ts'
import { fillTemplate, versionOn, type Dated, type Facts } from './documents/template.ts'
import type { AppointmentNews } from './notice.ts'
import type { OfficeDate } from './office-date.ts'
import type { OfficeProfile } from './profile.ts'
import type { NoticeKind } from './stage-table.ts'

/** What an applicant may be told of: what the stages mark, and that a finished paper was not fetched. */
export type NoticeSubject = NoticeKind | 'reminder'

export const noticeTextKeys = [
  'accepted',
  'returned',
  'ready',
  'readyByEmail',
  'readyToDownload',
  'refused',
  'refusedByEmail',
  'reminder',
  'expiring',
  'visit',
  'postponed',
  'visitCancelled',
] as const
/** The texts of a notice file: a subject, and the way of the paper where that changes the words. */
export type NoticeTextKey = (typeof noticeTextKeys)[number]

/** A text of one subject. A paragraph that asks for a fact which is empty is left out. */
export interface NoticeTextPart {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** Every notice text of a span of days; `{name}` stands for a fact. */
export interface NoticeText extends Dated {
  readonly id: string
  readonly greeting: string
  /** How whoever telephones begins. */
  readonly caller: string
  readonly closing: readonly string[]
  readonly kinds: Readonly<Record<NoticeTextKey, NoticeTextPart>>
}

/** An office's own words: only the subjects that it says otherwise. */
export interface OfficeNoticeText extends Dated {
  readonly id: string
  readonly kinds: Readonly<Partial<Record<NoticeTextKey, NoticeTextPart>>>
}

/** Facts that a notice text may ask for. There is none for a NIK. */
export const NOTICE_FACTS = [
  'officeName',
  'systemName',
  'officer',
  'addressee',
  'holderName',
  'permit',
  'product',
  'number',
  'dueOn',
  'items',
  'note',
  'until',
  'readySince',
  'appointment',
  'when',
  'place',
  'movedFrom',
  'address',
  'hours',
  'complaints',
] as const

export type NoticeTextFacts = Readonly<Record<(typeof NOTICE_FACTS)[number], string>>

/** A notice in words, ready to be sent, read out or printed. Holds no full NIK. */
export interface NoticeWords {
  readonly title: string
  readonly greeting: string
  readonly caller: string
  readonly paragraphs: readonly string[]
  readonly closing: readonly string[]
}

const appointmentKeys: Readonly<Record<AppointmentNews['change'], NoticeTextKey>> = {
  made: 'visit',
  postponed: 'postponed',
  cancelled: 'visitCancelled',
}

/**
 * Which text tells a subject in an office: the way in which its papers reach their holders changes the words.
 *
 * @param hasEmail  whether the holder gave an address; without one the paper waits at the counter
 * @param change    what became of the meeting or visit; only of that subject
 */
export function noticeTextKey(
  subject: NoticeSubject,
  delivery: OfficeProfile['delivery'],
  hasEmail: boolean,
  change: AppointmentNews['change'] = 'made',
): NoticeTextKey {
  const byEmail = delivery === 'email' && hasEmail
  if (subject === 'ready')
    return byEmail ? 'readyByEmail' : delivery === 'download' ? 'readyToDownload' : 'ready'
  if (subject === 'refused') return byEmail ? 'refusedByEmail' : 'refused'
  if (subject === 'appointment') return appointmentKeys[change]
  return subject
}

const placeholders = /\{([A-Za-z]+)\}/g

const hasEveryFact = (text: string, facts: Facts): boolean =>
  [...text.matchAll(placeholders)].every(([, name = '']) => facts[name] !== '')

/**
 * The words of a notice on a day: the office's own where it has some, else those of every office.
 *
 * @param day  day on which it was made; a text of later days does not change what was said
 */
export function noticeWords(
  texts: { readonly general: readonly NoticeText[]; readonly own: readonly OfficeNoticeText[] },
  key: NoticeTextKey,
  facts: NoticeTextFacts,
  day: OfficeDate,
): NoticeWords {
  const general = versionOn(texts.general, day)
  const own = texts.own.length === 0 ? undefined : versionOn(texts.own, day).kinds[key]
  const part = own ?? general.kinds[key]
  const say = (text: string): string => maskFullNik(fillTemplate(text, facts))
  const sayAll = (lines: readonly string[]): string[] =>
    lines.filter((one) => hasEveryFact(one, facts)).map(say)
  return {
    title: say(part.title),
    greeting: say(general.greeting),
    caller: say(general.caller),
    paragraphs: sayAll(part.paragraphs),
    closing: sayAll(general.closing),
  }
}

/** The message for WhatsApp: its title in bold, one paragraph a block. */
export const whatsAppText = ({ title, greeting, paragraphs, closing }: NoticeWords): string =>
  [`*${title}*`, greeting, ...paragraphs, closing.join('\n')].filter((one) => one !== '').join('\n\n')

/** What is read out on the telephone, one breath a line; nothing of it is said before the other one has said the name. */
export const phoneText = ({ caller, paragraphs }: NoticeWords): readonly string[] => [caller, ...paragraphs]

/**
 * A number of which a stranger learns too little to ask for the dossier: the first half of its longest row of digits is
 * starred, `P-2026-***412`. The owner knows it again.
 */
export function maskNumber(text: string): string {
  const rows = [...text.matchAll(/\d+/g)]
  const longest = rows.reduce((most, one) => Math.max(most, one[0].length), 0)
  const row = rows.findLast((one) => one[0].length === longest)
  if (!row) return text
  const stars = Math.ceil(longest / 2)
  return text.slice(0, row.index) + '*'.repeat(stars) + text.slice(row.index + stars)
}
