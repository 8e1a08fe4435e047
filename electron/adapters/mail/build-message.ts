import MailComposer from 'nodemailer/lib/mail-composer'
import { epochMsOf } from '#domain/instant.ts'
import type { MailServer } from '#domain/mail-server.ts'
import type { MailMessage } from '#ports/mail.ts'

/** The bytes of a mail as they go over the wire: the same for the same message, with CRLF and no line over 998 bytes. */
export function buildMessage(message: MailMessage, server: MailServer): Promise<Buffer> {
  const { attachment } = message
  // Not in the typings: the parts are divided by what is made of the Message-ID instead of by chance.
  const boundary = { baseBoundary: message.messageId.replace(/[^A-Za-z0-9-]/g, '').slice(0, 40) }
  const composer = new MailComposer({
    ...boundary,
    from: { name: server.senderName, address: server.senderAddress },
    to: message.to,
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId: message.messageId,
    date: new Date(epochMsOf(message.date)),
    // Nobody reads this address, and no machine shall answer it.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'id' },
    attachments: attachment
      ? [
          {
            filename: attachment.fileName,
            content: Buffer.from(attachment.bytes),
            contentType: 'application/pdf',
          },
        ]
      : [],
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return new Promise((resolve, reject) => {
    composer.compile().build((error, bytes) => {
      if (error) reject(error)
      else resolve(bytes)
    })
  })
}
