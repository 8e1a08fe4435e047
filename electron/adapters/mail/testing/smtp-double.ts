import { createServer, type AddressInfo, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as it reached the server. */
export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly bytes: Buffer
  readonly user: string | null
  readonly secure: boolean
}

/** What a server refuses: an answer such as `550 5.1.1 tidak dikenal`; absent: it accepts. */
export interface Refusing {
  readonly sender?: string | undefined
  readonly recipient?: string | undefined
  readonly content?: string | undefined
}

export interface SmtpDouble {
  readonly port: number
  readonly received: readonly ReceivedMail[]
  /** From the next mail on. */
  refuse(refusing: Refusing): void
  /** Resolves when so many mails have been taken. */
  hasReceived(count: number): Promise<void>
  close(): Promise<void>
}

const refusalOf = (answer: string): Error =>
  Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) })

/** A real mail server on loopback. */
export async function startSmtpServer(options: SMTPServerOptions = {}): Promise<SmtpDouble> {
  const received: ReceivedMail[] = []
  const watchers = new Set<() => void>()
  let refusing: Refusing = {}
  const answer = (refused: string | undefined, done: (error?: Error | null) => void): void => {
    done(refused === undefined ? null : refusalOf(refused))
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.onAuth ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onMailFrom: (_, __, done) => {
      answer(refusing.sender, done)
    },
    onRcptTo: (_, __, done) => {
      answer(refusing.recipient, done)
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refusing.content !== undefined) {
          done(refusalOf(refusing.content))
          return
        }
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((one) => one.address),
          bytes: Buffer.concat(chunks),
          user: typeof session.user === 'string' ? session.user : null,
          secure: session.secure,
        })
        done()
        for (const tell of [...watchers]) tell()
      })
    },
    ...options,
  })
  // A client that goes away in the middle is what many of these tests are about.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    refuse: (next) => {
      refusing = next
    },
    hasReceived: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (received.length < count) return
          watchers.delete(look)
          resolve()
        }
        watchers.add(look)
        look()
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
      }),
  }
}

/** Where a server that misbehaves does so: at its greeting, or at a command, or when the whole mail is there. */
export type SmtpMoment = 'greeting' | 'EHLO' | 'STARTTLS' | 'MAIL' | 'RCPT' | 'DATA' | 'content' | 'end'
/** It says nothing, cuts the connection, or gives an answer of its own. */
export type SmtpMischief = 'silence' | 'cut' | { readonly says: string }

export interface FaultySmtp {
  readonly port: number
  /** Mails of which it has seen the end. */
  readonly ended: number
  /** Resolves when it has come to that moment once more than before. */
  reaches(moment: SmtpMoment): Promise<void>
  close(): Promise<void>
}

const usual: Readonly<Record<string, string>> = {
  greeting: '220 loopback ESMTP\r\n',
  EHLO: '250-loopback\r\n250 SIZE 10000000\r\n',
  MAIL: '250 2.1.0 ok\r\n',
  RCPT: '250 2.1.5 ok\r\n',
  DATA: '354 go on\r\n',
  end: '250 2.0.0 queued\r\n',
  QUIT: '221 bye\r\n',
}

/** A server that does one thing wrong, on the level of the connection where no real one can be told to. */
export async function startFaultySmtp(moment: SmtpMoment, mischief: SmtpMischief): Promise<FaultySmtp> {
  const sockets = new Set<Socket>()
  const waiting = new Map<SmtpMoment, (() => void)[]>()
  let ended = 0
  const answer = (socket: Socket, at: string): void => {
    for (const tell of waiting.get(at as SmtpMoment)?.splice(0) ?? []) tell()
    if (at !== moment) {
      socket.write(usual[at] ?? '502 5.5.1 unknown\r\n')
      return
    }
    if (mischief === 'silence') return
    if (mischief === 'cut') socket.destroy()
    else socket.write(mischief.says)
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    let text = ''
    let isContent = false
    answer(socket, 'greeting')
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (isContent && moment === 'content' && text.length > 200) {
        answer(socket, 'content')
        return
      }
      for (;;) {
        if (isContent) {
          const end = text.indexOf('\r\n.\r\n')
          if (end < 0) return
          text = text.slice(end + 5)
          isContent = false
          ended += 1
          answer(socket, 'end')
          continue
        }
        const end = text.indexOf('\r\n')
        if (end < 0) return
        const command = text.slice(0, end).split(/[ :]/)[0]?.toUpperCase() ?? ''
        text = text.slice(end + 2)
        isContent = command === 'DATA' && !(moment === 'DATA')
        answer(socket, command)
      }
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    get ended() {
      return ended
    },
    reaches: (at) =>
      new Promise((resolve) => {
        waiting.set(at, [...(waiting.get(at) ?? []), resolve])
      }),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => {
          resolve()
        })
      }),
  }
}
