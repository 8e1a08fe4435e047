import { afterEach, describe, expect, it } from 'vitest'
import { schedule } from '#adapters/system/schedule.ts'
import type { Email } from '#domain/email.ts'
import { instantOf } from '#domain/instant.ts'
import type { MailVerdict } from '#domain/mail.ts'
import type { MailMessage, MailRoute } from '#ports/mail.ts'
import { buildMessage } from './build-message.ts'
import { createSmtpSender, type SmtpDeadlines } from './smtp-sender.ts'
import {
  startFaultySmtp,
  startSmtpServer,
  type SmtpMischief,
  type SmtpMoment,
} from './testing/smtp-double.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const pdf = new Uint8Array(Buffer.from(`%PDF-1.7\n${'isi izin\n'.repeat(4_000)}%%EOF\n`))
const message: MailMessage = {
  messageId: '<0195a0f0-0000-7000-8000-000000000001@kota.contoh.id>',
  date: instantOf(Date.UTC(2026, 2, 2, 1, 0)),
  to: 'kinanti@contoh.id' as Email,
  subject: 'Izin Anda sudah terbit – DPMPTSP',
  text: 'Yth. Kinanti,\n\n.baris yang mulai dengan titik\n',
  html: '<p>Yth. Kinanti,</p>',
  attachment: { fileName: 'Izin-503-SIPOP-1.pdf', bytes: pdf },
}
const route = (port: number, change: Partial<MailRoute> = {}): MailRoute => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  senderName: 'DPMPTSP Kota Contoh',
  senderAddress: 'izin@kota.contoh.id' as Email,
  user: '',
  password: null,
  ...change,
})

const short: SmtpDeadlines = { connecting: 150, 'signing-in': 150, sending: 150, handed: 150 }
const never = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined }
const may = (): Promise<boolean> => Promise.resolve(true)

const send = (
  to: MailRoute,
  {
    deadlines,
    beforeEnd = may,
    trusted,
  }: { deadlines?: SmtpDeadlines; beforeEnd?: () => Promise<boolean>; trusted?: string } = {},
): Promise<MailVerdict> =>
  createSmtpSender({
    schedule,
    ...(deadlines ? { deadlines } : undefined),
    ...(trusted === undefined ? undefined : { tls: { ca: trusted } }),
  }).send(message, to, beforeEnd, never)

const opened = async <T extends { close: () => Promise<void> }>(opening: Promise<T>): Promise<T> => {
  const one = await opening
  closing.push(() => one.close())
  return one
}

describe('a mail that a real server takes', () => {
  it('arrives whole, with its Message-ID, its attachment as it is and its dots', async () => {
    const server = await opened(startSmtpServer())
    let marked = 0
    const verdict = await send(route(server.port), {
      beforeEnd: () => {
        marked += 1
        // The server has nothing that it could deliver yet.
        expect(server.received).toEqual([])
        return may()
      },
    })
    expect(verdict).toMatchObject({ outcome: 'sent', answer: expect.stringMatching(/^250 /) as string })
    expect(marked).toBe(1)
    const [mail] = server.received
    expect(mail).toMatchObject({ from: 'izin@kota.contoh.id', to: ['kinanti@contoh.id'] })
    const text = mail?.bytes.toString('latin1') ?? ''
    expect(text).toContain(`Message-ID: ${message.messageId}`)
    expect(text).toContain('\r\n.baris yang mulai')
    const base64 = /filename=Izin-503-SIPOP-1\.pdf\r\n\r\n([\s\S]*?)\r\n--/.exec(text)?.[1] ?? ''
    expect(Buffer.from(base64, 'base64').equals(Buffer.from(pdf))).toBe(true)
  })

  it('is the same to the byte at every try', async () => {
    const [once, again] = [await buildMessage(message, route(1)), await buildMessage(message, route(1))]
    expect(once.equals(again)).toBe(true)
    expect(
      once
        .toString('latin1')
        .split('\r\n')
        .every((line) => line.length < 998),
    ).toBe(true)
  })

  it('signs in where the server asks for it, and says that a password is wrong without repeating it', async () => {
    const server = await opened(
      startSmtpServer({
        authOptional: false,
        onAuth: ({ username, password }, _, done) => {
          if (username === 'izin' && password === 'kata-sandi-benar') done(null, { user: 'izin' })
          else done(Object.assign(new Error(`salah: ${password ?? ''}`), { responseCode: 535 }))
        },
      }),
    )
    const right = route(server.port, { user: 'izin', password: 'kata-sandi-benar' })
    expect(await send(right)).toMatchObject({ outcome: 'sent' })
    expect(server.received[0]?.user).toBe('izin')
    const wrong = await send({ ...right, password: 'rahasia-kenari' })
    expect(wrong).toEqual({ outcome: 'later', reason: 'sign-in-refused', of: 'server', answer: '535' })
  })

  it('refuses to go in clear where TLS is asked for, and to a certificate that nobody vouches for', async () => {
    const plain = await opened(startSmtpServer())
    expect(await send(route(plain.port, { security: 'starttls' }))).toMatchObject({
      outcome: 'later',
      reason: 'tls-missing',
      of: 'server',
    })
    // The double's own certificate is signed by nobody.
    const implicit = await opened(startSmtpServer({ secure: true }))
    expect(await send(route(implicit.port, { security: 'implicit' }))).toMatchObject({
      outcome: 'later',
      reason: 'tls-failed',
    })
    const upgrading = await opened(startSmtpServer({ disabledCommands: ['AUTH'] }))
    expect(await send(route(upgrading.port, { security: 'starttls' }))).toMatchObject({
      outcome: 'later',
      reason: 'tls-failed',
    })
    expect([plain, implicit, upgrading].flatMap((one) => one.received)).toEqual([])
  })

  it.each([
    [
      { sender: '553 5.7.1 pengirim tidak boleh' },
      { outcome: 'later', reason: 'sender-refused', of: 'server' },
    ],
    [
      { recipient: '550 5.1.1 tidak dikenal' },
      { outcome: 'wrong-address', answer: '550 5.1.1 tidak dikenal' },
    ],
    [{ recipient: '550 tidak dikenal' }, { outcome: 'wrong-address' }],
    [{ recipient: '552 5.2.2 kotak penuh' }, { outcome: 'failed', reason: 'recipient-refused' }],
    [{ recipient: '451 4.7.1 greylisted' }, { outcome: 'later', reason: 'server-busy', of: 'mail' }],
    [{ content: '554 5.7.1 dianggap spam' }, { outcome: 'failed', reason: 'message-refused' }],
    [{ content: '452 4.3.1 penuh' }, { outcome: 'later', reason: 'server-busy', of: 'mail' }],
  ] as const)('says what %j means', async (refusing, verdict) => {
    const server = await opened(startSmtpServer())
    server.refuse(refusing)
    expect(await send(route(server.port))).toMatchObject(verdict)
    expect(server.received).toEqual([])
  })

  it('sends nothing that the office has taken back before its last piece', async () => {
    const server = await opened(startSmtpServer())
    const verdict = await send(route(server.port), { beforeEnd: () => Promise.resolve(false) })
    expect(verdict).toMatchObject({ outcome: 'later', reason: 'station-stopped' })
    expect(server.received).toEqual([])
  })
})

describe('a server that misbehaves', () => {
  const certain: readonly (readonly [SmtpMoment, SmtpMischief, string])[] = [
    ['greeting', 'silence', 'timed-out'],
    ['greeting', 'cut', 'connection-lost'],
    ['greeting', { says: 'HTTP/1.1 400 Bad Request\r\n\r\n' }, 'odd-answer'],
    ['greeting', { says: '421 4.3.2 nanti lagi\r\n' }, 'server-busy'],
    ['EHLO', 'silence', 'timed-out'],
    ['EHLO', { says: `250-${'x'.repeat(200_000)}` }, 'odd-answer'],
    ['MAIL', 'cut', 'connection-lost'],
    ['RCPT', 'silence', 'timed-out'],
    ['DATA', 'cut', 'connection-lost'],
    ['DATA', 'silence', 'timed-out'],
    ['content', 'cut', 'connection-lost'],
  ]
  it.each(certain)('at %s with %j has certainly not taken the mail', async (moment, mischief, reason) => {
    const server = await opened(startFaultySmtp(moment, mischief))
    // The last piece is held back for ever: the cut comes before it.
    const held = moment === 'content' ? { beforeEnd: () => new Promise<boolean>(() => undefined) } : {}
    const verdict = await send(route(server.port), { deadlines: short, ...held })
    expect(verdict).toMatchObject({ outcome: 'later', reason })
    expect(server.ended).toBe(0)
  })

  const uncertain: readonly (readonly [SmtpMischief, string])[] = [
    ['silence', 'timed-out'],
    ['cut', 'connection-lost'],
    [{ says: '421 4.3.2 saya berhenti\r\n' }, 'connection-lost'],
    [{ says: 'mungkin\r\n' }, 'odd-answer'],
    [{ says: `250-${'x'.repeat(200_000)}` }, 'odd-answer'],
  ]
  it.each(uncertain)('after the whole mail with %j may have taken it', async (mischief, reason) => {
    const server = await opened(startFaultySmtp('end', mischief))
    const verdict = await send(route(server.port), { deadlines: short })
    expect(verdict).toMatchObject({ outcome: 'uncertain', reason })
    expect(server.ended).toBe(1)
  })

  it('is not there at all', async () => {
    const gone = await startSmtpServer()
    await gone.close()
    expect(await send(route(gone.port))).toMatchObject({ outcome: 'later', reason: 'unreachable' })
    const nowhere = route(25, { host: 'tidak-ada.invalid' })
    expect(await send(nowhere)).toMatchObject({ outcome: 'later', reason: 'name-unknown' })
  })
})
