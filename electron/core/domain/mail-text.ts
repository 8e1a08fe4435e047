import { maskFullNik } from './documents/privacy.ts'
import { fillTemplate, versionOn, type Dated } from './documents/template.ts'
import type { NoticeWords } from './notice-text.ts'
import type { OfficeDate } from './office-date.ts'

export const mailTextKeys = ['permit', 'letter', 'trial'] as const
/** `letter`: a refusal letter or a decree. */
export type MailTextKey = (typeof mailTextKeys)[number]

/** Texts of mails for a span of days; `{name}` stands for a fact. */
export interface MailText extends Dated {
  readonly id: string
  readonly greeting: string
  readonly closing: readonly string[]
  /** Under every mail: where to ask, and that this address is not read. */
  readonly footer: readonly string[]
  readonly kinds: Readonly<
    Record<MailTextKey, { readonly subject: string; readonly paragraphs: readonly string[] }>
  >
}

/** Facts that a mail may ask for. There is none for a NIK, a birth date or what a physician found. */
export const MAIL_FACTS = [
  'officeName',
  'systemName',
  'addressee',
  'permit',
  'product',
  'number',
  'registration',
  'fileName',
  'verifyAt',
  'signedBy',
  'address',
  'hours',
  'complaints',
] as const
export type MailFacts = Readonly<Record<(typeof MAIL_FACTS)[number], string>>

/** A mail in words, the same in plain text and in HTML. */
export interface MailWords {
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly closing: readonly string[]
  readonly footer: readonly string[]
}

/** The words of a mail on a day. A sentence that asks for a fact which is empty is left out. */
export function mailWords(
  texts: readonly MailText[],
  key: MailTextKey,
  facts: MailFacts,
  day: OfficeDate,
): MailWords {
  const text = versionOn(texts, day)
  const part = text.kinds[key]
  const say = (line: string): string => maskFullNik(fillTemplate(line, facts))
  const sayAll = (lines: readonly string[]): string[] =>
    lines
      .filter((line) =>
        [...line.matchAll(/\{([A-Za-z]+)\}/g)].every(
          ([, name = '']) => facts[name as keyof MailFacts] !== '',
        ),
      )
      .map(say)
  return {
    subject: say(part.subject),
    greeting: say(text.greeting),
    paragraphs: sayAll(part.paragraphs),
    closing: sayAll(text.closing),
    footer: sayAll(text.footer),
  }
}

/** A notice as a mail: its own words under the office's usual foot. */
export function noticeMailWords(
  texts: readonly MailText[],
  notice: NoticeWords,
  facts: MailFacts,
  day: OfficeDate,
): MailWords {
  const { closing, footer } = mailWords(texts, 'trial', facts, day)
  return {
    subject: `${notice.title} – ${facts.officeName}`,
    greeting: notice.greeting,
    paragraphs: notice.paragraphs,
    closing,
    footer,
  }
}

/** The plain text of a mail, one paragraph a block. */
export const mailPlainText = ({ greeting, paragraphs, closing, footer }: MailWords): string =>
  [greeting, ...paragraphs, closing.join('\n'), `-- \n${footer.join('\n')}`].join('\n\n') + '\n'

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`).replaceAll('\n', '<br>')

/** The same as HTML without style, picture or address of elsewhere: nothing that a mail program must fetch. */
export const mailHtml = ({ greeting, paragraphs, closing, footer }: MailWords): string =>
  [
    '<!doctype html><html lang="id"><body>',
    ...[greeting, ...paragraphs, closing.join('\n')].map((one) => `<p>${escaped(one)}</p>`),
    `<hr><p><small>${escaped(footer.join('\n'))}</small></p>`,
    '</body></html>',
  ].join('\n')
