import { Readable } from 'node:stream'
import type { ConnectionOptions } from 'node:tls'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailVerdict } from '#domain/mail.ts'
import type { MailRoute, MailSender } from '#ports/mail.ts'
import type { CancelSignal } from '#ports/printing.ts'
import type { Schedule } from '#ports/schedule.ts'
import { buildMessage } from './build-message.ts'
import { cleanAnswer, smtpVerdict, type SendingPhase, type SmtpFailure } from './smtp-verdict.ts'

/** How long a server may be silent in each phase, in milliseconds. RFC 5321 4.5.3.2 is patient: after the mail 10 minutes. */
export type SmtpDeadlines = Readonly<Record<SendingPhase, number>>

export const smtpDeadlines: SmtpDeadlines = {
  connecting: 30_000,
  'signing-in': 30_000,
  sending: 120_000,
  handed: 300_000,
}

/** The longest sending there can be; whoever is not heard of for longer has stopped. */
export const longestSendingMs = (deadlines: SmtpDeadlines = smtpDeadlines): number =>
  Object.values(deadlines).reduce((sum, one) => sum + one, 0)

// Longer than any of ours, so that every deadline is the station's own clock.
const unhurriedMs = 3_600_000
const mostAnswerBytes = 64 * 1024

const lost: SmtpFailure = { code: 'ECONNECTION' }
const silent: SmtpFailure = { code: 'ETIMEDOUT' }
const stopped: MailVerdict = { outcome: 'later', reason: 'station-stopped', of: 'mail', answer: null }

function connectionTo(route: MailRoute, tls: ConnectionOptions | undefined): SMTPConnection {
  // Not in the typings.
  const limits = { maxResponseSize: mostAnswerBytes, allowInternalNetworkInterfaces: true }
  return new SMTPConnection({
    ...limits,
    host: route.host,
    port: route.port,
    secure: route.security === 'implicit',
    requireTLS: route.security === 'starttls',
    ignoreTLS: route.security === 'none',
    connectionTimeout: unhurriedMs,
    greetingTimeout: unhurriedMs,
    socketTimeout: unhurriedMs,
    dnsTimeout: unhurriedMs,
    logger: false,
    tls: { minVersion: 'TLSv1.2', ...tls },
  })
}

/** The mail, of which the end is held back until it may go. */
async function* inTwoPieces(bytes: Buffer, mayEnd: () => Promise<boolean>): AsyncGenerator<Buffer> {
  const end = bytes.length - 1
  yield bytes.subarray(0, end)
  if (!(await mayEnd())) throw new Error('the mail must not go')
  yield bytes.subarray(end)
}

interface SendingParts {
  readonly connection: SMTPConnection
  readonly route: MailRoute
  readonly bytes: Buffer
  readonly beforeEnd: () => Promise<boolean>
  readonly enter: (phase: SendingPhase) => void
}

const connected = (connection: SMTPConnection): Promise<void> =>
  new Promise((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()))
  })

const signedIn = (connection: SMTPConnection, { user, password }: MailRoute): Promise<void> =>
  new Promise((resolve, reject) => {
    if (user === '' || password === null) {
      resolve()
      return
    }
    connection.login({ user, pass: password }, (error) => (error ? reject(error) : resolve()))
  })

const given = (
  connection: SMTPConnection,
  envelope: { readonly from: string; readonly to: string; readonly size: number },
  content: Readable,
): Promise<string> =>
  new Promise((resolve, reject) => {
    connection.send(envelope, content, (error, info) => (error ? reject(error) : resolve(info.response)))
  })

async function converse(
  { connection, route, bytes, beforeEnd, enter }: SendingParts,
  to: string,
): Promise<string> {
  await connected(connection)
  enter('signing-in')
  await signedIn(connection, route)
  enter('sending')
  const content = Readable.from(
    inTwoPieces(bytes, async () => {
      if (!(await beforeEnd())) return false
      enter('handed')
      return true
    }),
    { objectMode: false },
  )
  return given(connection, { from: route.senderAddress, to, size: bytes.length }, content)
}

/** @param tls  what to trust beside the machine's own authorities; for tests */
export function createSmtpSender({
  schedule,
  deadlines = smtpDeadlines,
  tls,
}: {
  readonly schedule: Schedule
  readonly deadlines?: SmtpDeadlines
  readonly tls?: ConnectionOptions
}): MailSender {
  return {
    send: async (message, route, beforeEnd, cancel: CancelSignal) => {
      const bytes = await buildMessage(message, route)
      if (cancel.aborted) return stopped
      const connection = connectionTo(route, tls)
      let phase: SendingPhase = 'connecting'
      let forbidden = false
      let halt: () => void = () => undefined
      return new Promise<MailVerdict>((resolve) => {
        let over = false
        const end = (verdict: MailVerdict): void => {
          if (over) return
          over = true
          halt()
          cancel.removeEventListener('abort', give)
          connection.close()
          resolve(verdict)
        }
        const give = (): void => {
          // After the last piece nobody knows what a connection that is cut here has brought about.
          end(
            phase === 'handed' ? { outcome: 'uncertain', reason: 'station-stopped', answer: null } : stopped,
          )
        }
        const enter = (next: SendingPhase): void => {
          phase = next
          halt()
          halt = schedule(deadlines[next], () => {
            end(smtpVerdict(silent, phase))
          })
        }
        const fail = (error: unknown): void => {
          end(
            forbidden ? stopped : smtpVerdict(error instanceof Error ? (error as SmtpFailure) : lost, phase),
          )
        }
        enter('connecting')
        cancel.addEventListener('abort', give)
        connection.on('error', fail)
        connection.on('end', () => {
          fail(lost)
        })
        const asked = async (): Promise<boolean> => {
          const may = !over && (await beforeEnd())
          forbidden = !may
          // The wait may have outlasted the deadline: then nothing more may go out.
          return may && !over
        }
        converse({ connection, route, bytes, beforeEnd: asked, enter }, message.to).then((answer) => {
          end({ outcome: 'sent', answer: cleanAnswer(answer) ?? '250' })
        }, fail)
      })
    },
  }
}
