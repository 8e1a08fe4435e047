import { Agent as PlainAgent, request as askPlainly, type IncomingMessage } from 'node:http'
import { Agent as SafeAgent, request as askSafely } from 'node:https'
import { urlToHttpOptions } from 'node:url'
import { gunzipSync } from 'node:zlib'

export interface Question {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | null
}

/** One whole answer, as it came. */
export interface RawAnswer {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: Uint8Array
}

/**
 * Carries one question to a server and brings its whole answer; follows no redirect. Throws what went wrong, with a `code` of
 * its own or of its cause, and when it is made to give up.
 *
 * @param onGiveUp  takes what makes it give up
 * @param onLength  hears how many bytes of an answer are still to come, where the server says so of many
 */
export type Carry = (
  question: Question,
  onGiveUp: (giveUp: () => void) => void,
  onLength: (bytes: number) => void,
) => Promise<RawAnswer>

/** Fewer come within any deadline. */
const manyBytes = 64 * 1024

/** A connection that rests longer may have been forgotten by what stands between, without a word. */
const restMs = 4_000

function headersOf({ headers }: IncomingMessage): RawAnswer['headers'] {
  return {
    get: (name) => {
      const value = headers[name]
      return value === undefined ? null : String(value)
    },
  }
}

/** Reads an answer to its end; what ended early or is larger than `mostBytes` throws. */
function readAnswer(answer: IncomingMessage, mostBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let length = 0
    answer.on('data', (part: Buffer) => {
      length += part.length
      parts.push(part)
      if (length > mostBytes) answer.destroy(new Error('the answer is larger than any of the contract'))
    })
    answer.on('error', reject)
    answer.on('end', () => resolve(Buffer.concat(parts, length)))
  })
}

/** Without a length they would be sent in pieces. */
const mayHaveBody: ReadonlySet<string> = new Set(['PUT', 'POST'])

/** What a connection says that the portal closed while it rested. */
const isClosed = (fault: Error): boolean =>
  'code' in fault && (fault.code === 'ECONNRESET' || fault.code === 'EPIPE')

/** What an answer says, unpacked. */
const unpacked = (read: Buffer, { headers }: IncomingMessage, mostBytes: number): Uint8Array =>
  headers['content-encoding']?.trim().toLowerCase() === 'gzip' && read.length > 0
    ? gunzipSync(read, { maxOutputLength: mostBytes })
    : read

/**
 * Carries questions over connections that stay open between them. `fetch` would do, but costs a station that has a day to tell
 * several times as much of its one thread.
 *
 * @param mostBytes  of an answer, also once it is unpacked
 */
export function carryOverNetwork(base: string, mostBytes: number): Carry {
  const { protocol, hostname, port, path: root } = urlToHttpOptions(new URL(base.replace(/\/$/, '')))
  const isSafe = protocol === 'https:'
  const agent = new (isSafe ? SafeAgent : PlainAgent)({
    keepAlive: true,
    timeout: restMs,
    scheduling: 'lifo',
  })
  const place = { protocol, hostname, port, agent }
  const ask = isSafe ? askSafely : askPlainly

  const tryOnce = (
    question: Question,
    onGiveUp: Parameters<Carry>[1],
    onLength: Parameters<Carry>[2],
    isAgain: boolean,
  ): Promise<RawAnswer> =>
    new Promise((resolve, reject) => {
      const { method, path, headers } = question
      const body = question.body === null ? null : Buffer.from(question.body)
      const length = { 'content-length': body?.length ?? 0 }
      const asked = ask({
        ...place,
        method,
        path: `${root === '/' ? '' : root}${path}`,
        headers: { 'accept-encoding': 'gzip', ...headers, ...(mayHaveBody.has(method) && length) },
      })
      let isAnswered = false
      onGiveUp(() => asked.destroy(new Error('given up')))
      asked.on('error', (fault) => {
        // Whatever it was is asked once more: it may be repeated, and nothing is wrong with the portal.
        if (!isAnswered && !isAgain && asked.reusedSocket && isClosed(fault))
          resolve(tryOnce(question, onGiveUp, onLength, true))
        else reject(fault)
      })
      asked.on('response', (answer) => {
        isAnswered = true
        const announced = Number(answer.headers['content-length'])
        if (method === 'GET' && announced > manyBytes) onLength(Math.min(announced, mostBytes))
        const read = readAnswer(answer, mostBytes).then((bytes) => ({
          status: answer.statusCode ?? 0,
          headers: headersOf(answer),
          body: unpacked(bytes, answer, mostBytes),
        }))
        resolve(read)
      })
      asked.end(body ?? undefined)
    })

  return (question, onGiveUp, onLength) => tryOnce(question, onGiveUp, onLength, false)
}
