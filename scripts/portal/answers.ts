import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { PortalProblem } from '#adapters/portal/wire-calls.ts'
import type { Portal } from './portal.ts'

/** An answer before it is written to the line. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

export const problem = (
  status: number,
  code: string,
  detail: string,
  more: Partial<PortalProblem> = {},
): Answer => ({ status, body: { type: `urn:sepok:${code}`, title: code, status, code, detail, ...more } })

/** Problems travel under their own media type (RFC 9457); a 409 carries the entity instead. */
export function toResponse(
  { status, body }: Answer,
  headers: Readonly<Record<string, string>> = {},
): Response {
  if (body === null) return new Response(null, { status, headers })
  const type = status >= 400 && status !== 409 ? 'application/problem+json' : 'application/json'
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type, ...headers } })
}

export type Read<T> = { readonly value: T } | { readonly answer: Answer }

/** Reads a JSON body by its schema; what does not fit is named by path. */
export function readJson<T extends z.ZodType>(bytes: Uint8Array, schema: T): Read<z.infer<T>> {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
    return { answer: problem(400, 'malformed', 'The body is not JSON in UTF-8.') }
  }
  const read = schema.safeParse(json)
  if (read.success) return { value: read.data }
  const errors = read.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }))
  return { answer: problem(422, 'invalid', 'The body does not fit the contract.', { errors }) }
}

const keyPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Does a writing call once per idempotency key: in one transaction the key is looked up, the work is done and its answer
 * is kept. Only answers below 400 are kept.
 */
export function once(portal: Portal, request: Request, bytes: Uint8Array, work: () => Answer): Response {
  const key = request.headers.get('idempotency-key')
  if (key === null || !keyPattern.test(key)) {
    return toResponse(
      problem(400, 'idempotency-key-missing', 'Every writing call carries Idempotency-Key, a UUID.'),
    )
  }
  const { pathname } = new URL(request.url)
  const asked = createHash('sha256').update(`${request.method} ${pathname}\n`).update(bytes).digest('hex')
  return portal.change(() => {
    const known = portal.store.answer(key)
    if (known && known.request !== asked) {
      return toResponse(problem(422, 'idempotency-key-reused', 'This key was used for another request.'))
    }
    if (known) {
      const body = known.body === '' ? null : (JSON.parse(known.body) as unknown)
      return toResponse({ status: known.status, body }, { 'idempotency-replayed': 'true' })
    }
    const answer = work()
    if (answer.status < 400) {
      const body = answer.body === null ? '' : JSON.stringify(answer.body)
      portal.store.rememberAnswer(key, { request: asked, status: answer.status, body }, portal.instant())
    }
    return toResponse(answer)
  })
}
