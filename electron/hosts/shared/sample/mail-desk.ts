import type { MailSender } from '#ports/mail.ts'
import type { OpenPortalLine } from '#ports/portal.ts'
import type { SecretBox } from '#ports/secrets.ts'

const unused = (): never => {
  throw new Error('the sample office sends nothing')
}

/** What a past that is made up has in the place of a mail server and of a key for its password. */
export const sampleMailDesk: {
  readonly secrets: SecretBox
  readonly mailSender: MailSender
  readonly openPortalLine: OpenPortalLine
  readonly hurryMails: () => void
} = {
  secrets: { keyId: 'sample', seal: unused, open: () => null },
  mailSender: { send: unused },
  openPortalLine: unused,
  hurryMails: () => undefined,
}
