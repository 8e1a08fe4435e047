import type { Email } from '#domain/email.ts'
import type { Instant } from '#domain/instant.ts'
import type { MailServer } from '#domain/mail-server.ts'
import type { MailVerdict } from '#domain/mail.ts'
import type { CancelSignal } from './printing.ts'

/** One mail in words and bytes. The same message makes the same bytes, however often it is made. */
export interface MailMessage {
  readonly messageId: string
  /** Said in its head. */
  readonly date: Instant
  readonly to: Email
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attachment: { readonly fileName: string; readonly bytes: Uint8Array } | null
}

/** The office's server with the password in clear, for the length of one call. */
export interface MailRoute extends MailServer {
  /** null: the server asks for no sign-in. */
  readonly password: string | null
}

/** Gives one mail to a server. */
export interface MailSender {
  /**
   * Sends and says what is known of it.
   *
   * Not repeatable: a second call may deliver a second time. Never throws: whatever goes wrong is a verdict, and a verdict of
   * `later` or `failed` is given only when it is certain that the server did not take it.
   *
   * @param beforeEnd  called once, before the piece without which no server can take the mail goes out; false: it must not go
   */
  send(
    message: MailMessage,
    route: MailRoute,
    beforeEnd: () => Promise<boolean>,
    cancel: CancelSignal,
  ): Promise<MailVerdict>
}
