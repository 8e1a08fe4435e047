import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { retryAfterMs } from '#domain/portal-link.ts'
import type { PortalIllness, PortalRefusal, PortalSaid } from '#domain/portal-link.ts'
import type { OpenPortalLine, PortalChangeLine, PortalLine, PortalRoute } from '#ports/portal.ts'
import type { CancelSignal } from '#ports/printing.ts'
import type { Schedule } from '#ports/schedule.ts'
import { exchangeOver } from './exchange.ts'
import type { Question, RawAnswer } from './network.ts'
import { entityIn, isEntityName, readEntity, readUnknown } from './read-entity.ts'
import {
  changesRead,
  conflictAnswer,
  eventsAnswer,
  metaAnswer,
  problemRead,
  tokenAnswer,
  versionAnswer,
} from './wire-calls.ts'
import type { ReadChange } from './wire-calls.ts'

const textOf = (body: Uint8Array): string => new TextDecoder().decode(body)

/** The JSON of an answer; undefined: it is none, whatever its media type says. */
function jsonOf({ headers, body }: RawAnswer): unknown {
  if (!/[/+]json\b/i.test(headers.get('content-type') ?? '')) return undefined
  try {
    return JSON.parse(textOf(body)) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const later = (why: PortalIllness, waitMs: number | null = null): PortalSaid<never> => ({
  kind: 'later',
  why,
  waitMs,
})

const isProblem = ({ headers }: RawAnswer): boolean =>
  /^\s*application\/problem\+json\b/i.test(headers.get('content-type') ?? '')

function refusalOf(answer: RawAnswer): PortalRefusal | null {
  const read = problemRead.safeParse(jsonOf(answer))
  // A gate before the portal answers in JSON of its own; it refuses large bodies with a page.
  const isOfPortal = read.success && (isProblem(answer) || read.data.status !== undefined)
  if (!isOfPortal && answer.status !== 413) return null
  const { code, detail, title, errors, existingId, expectedSeq } = read.data ?? {}
  return {
    status: answer.status,
    code: code ?? null,
    detail: detail ?? title ?? '',
    errors: (errors ?? []).map((one) => ({ path: one.path, code: one.code, message: one.message })),
    existingId: existingId ?? null,
    expectedSeq: expectedSeq ?? null,
  }
}

/** The answers that mean the same whatever was asked (contract, *Errors*). `read` takes those that say yes. */
function understand<T>(
  answer: RawAnswer,
  nowMs: number,
  read: (answer: RawAnswer) => PortalSaid<T>,
): PortalSaid<T> {
  const { status, headers } = answer
  const waitMs = retryAfterMs(headers.get('retry-after'), headers.get('date'), nowMs)
  if (status >= 200 && status < 300) return read(answer)
  if (status >= 300 && status < 400) return later('redirect', waitMs)
  if (status === 429 || status === 425) return later('busy', waitMs)
  if (status === 408 || status >= 500) return later('ill', waitMs)
  if (status === 409) {
    const moved = conflictAnswer.safeParse(jsonOf(answer))
    return moved.success ? { kind: 'moved', ...moved.data } : later('not-the-portal', waitMs)
  }
  const refusal = refusalOf(answer)
  return refusal === null ? later('not-the-portal', waitMs) : { kind: 'refused', refusal }
}

const reading =
  <S extends z.ZodType, T>(schema: S, value: (data: z.infer<S>) => T) =>
  (answer: RawAnswer): PortalSaid<T> => {
    const read = schema.safeParse(jsonOf(answer))
    return read.success ? { kind: 'done', value: value(read.data) } : later('not-the-portal')
  }

/** A yes whose body says nothing more; a page in its place is not the portal. */
const plainly = (answer: RawAnswer): PortalSaid<null> =>
  answer.status === 204 || answer.body.length === 0 || jsonOf(answer) !== undefined
    ? { kind: 'done', value: null }
    : later('not-the-portal')

function toLine({ cursor, entity, id, version, deleted, data }: ReadChange): PortalChangeLine {
  const whole = readUnknown(data)
  const read = isEntityName(entity) ? readEntity(entity, data) : whole
  return { cursor, entity, id, version, deleted, data: read, ...(read === null && whole && { raw: whole }) }
}

/** Says no without a reason that concerns the line or the token. */
const isBareNo = (status: number): boolean =>
  status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status)

const supportedVersion = /^1(\.|$)/

/** A token is renewed so long before it runs out, because it is checked when the request arrives. */
const renewBeforeMs = 30_000

/** A call that was held may come back after several renewals by others. */
const mostTokens = 5

/** Asks for a token with the office's client id and secret. */
async function askForToken(
  route: PortalRoute,
  exchange: ReturnType<typeof exchangeOver>,
  now: () => number,
  cancel: CancelSignal,
): Promise<PortalSaid<{ readonly value: string; readonly until: number }>> {
  const form = {
    grant_type: 'client_credentials',
    client_id: route.clientId,
    client_secret: route.secret,
  }
  const question: Question = {
    method: 'POST',
    path: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(form).toString(),
  }
  const exchanged = await exchange(question, cancel)
  if ('failed' in exchanged) return later(exchanged.failed)
  const { answer } = exchanged
  if (answer.status === 400 || answer.status === 401) return { kind: 'stopped', why: 'sign-in' }
  const said = understand<{ value: string; until: number }>(answer, now(), (yes) => {
    const read = tokenAnswer.safeParse(jsonOf(yes))
    if (!read.success) return later('not-the-portal')
    const goodForMs = read.data.expires_in * 1000
    const until = now() + Math.max(goodForMs / 2, goodForMs - renewBeforeMs)
    return { kind: 'done', value: { value: read.data.access_token, until } }
  })
  // What is said against the token call is said against no entry.
  return said.kind === 'refused' || said.kind === 'moved' ? later('not-the-portal') : said
}

/**
 * The token of all lanes; it lives in memory alone. Lanes that need one at the same moment share one question: a portal may
 * end the token before when it gives the next.
 */
function tokenKeeper(ask: (cancel: CancelSignal) => ReturnType<typeof askForToken>, now: () => number) {
  let kept: { readonly value: string; readonly until: number; hasWorked: boolean } | null = null
  let shared: { readonly said: Promise<PortalSaid<string>>; leave: () => void; waiting: number } | null = null

  function share() {
    const stop = new AbortController()
    const one = {
      waiting: 0,
      leave: () => {
        one.waiting -= 1
        if (one.waiting > 0) return
        end()
        stop.abort()
      },
      said: ask(stop.signal)
        .then((said): PortalSaid<string> => {
          if (said.kind !== 'done') return said
          kept = { ...said.value, hasWorked: false }
          return { kind: 'done', value: kept.value }
        })
        .finally(() => end()),
    }
    const end = (): void => {
      if (shared === one) shared = null
    }
    return one
  }

  return {
    worked: (value: string): void => {
      if (kept?.value === value) kept.hasWorked = true
    },
    /** true: it was good until now, or another call has a newer one already, so that nothing is wrong with the account. */
    refused: (value: string): boolean => {
      if (kept?.value !== value) return true
      const { hasWorked } = kept
      kept = null
      return hasWorked
    },
    async get(cancel: CancelSignal): Promise<PortalSaid<string>> {
      if (kept !== null && now() < kept.until) return { kind: 'done', value: kept.value }
      shared ??= share()
      const { said, leave } = shared
      shared.waiting += 1
      let giveUp: () => void = () => undefined
      const givenUp = new Promise<PortalSaid<string>>((resolve) => {
        giveUp = () => {
          leave()
          resolve(later('silent'))
        }
      })
      cancel.addEventListener('abort', giveUp)
      if (cancel.aborted) giveUp()
      try {
        return await Promise.race([said, givenUp])
      } finally {
        cancel.removeEventListener('abort', giveUp)
      }
    },
  }
}

export interface PortalClientDeps {
  readonly schedule: Schedule
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** What carries requests; left out: the network. */
  readonly fetch?: typeof fetch | undefined
}

/** The portal over HTTP. */
export const openPortalLineWith =
  ({ schedule, now, fetch }: PortalClientDeps): OpenPortalLine =>
  (route) => {
    const exchange = exchangeOver(route.base, schedule, fetch)
    const token = tokenKeeper((cancel) => askForToken(route, exchange, now, cancel), now)

    /**
     * One call with a token. One that is no longer good is renewed; a second refusal in a row, of a token that was never good,
     * says that the account is not.
     */
    async function call<T>(
      question: Omit<Question, 'headers'> & { readonly headers?: Readonly<Record<string, string>> },
      cancel: CancelSignal,
      read: (answer: RawAnswer) => PortalSaid<T>,
      own: (answer: RawAnswer) => PortalSaid<T> | null = () => null,
    ): Promise<PortalSaid<T>> {
      for (let tries = 1; ; tries += 1) {
        const bearer = await token.get(cancel)
        if (bearer.kind !== 'done') return bearer
        const headers = {
          accept: 'application/json, application/problem+json',
          ...question.headers,
          authorization: `Bearer ${bearer.value}`,
        }
        const exchanged = await exchange({ ...question, headers }, cancel)
        if ('failed' in exchanged) return later(exchanged.failed)
        if (exchanged.answer.status !== 401) {
          token.worked(bearer.value)
          return own(exchanged.answer) ?? understand(exchanged.answer, now(), read)
        }
        const wasGood = token.refused(bearer.value)
        if (tries >= mostTokens || (tries > 1 && !wasGood)) return { kind: 'stopped', why: 'sign-in' }
      }
    }

    const writing = (
      method: 'PUT' | 'POST' | 'DELETE',
      path: string,
      key: string,
      body: Readonly<Record<string, unknown>> | null,
    ) => ({
      method,
      path,
      headers: { 'idempotency-key': key, ...(body !== null && { 'content-type': 'application/json' }) },
      body: body === null ? null : JSON.stringify(body),
    })
    const asking = (method: 'GET' | 'HEAD', path: string) => ({ method, path, body: null })

    const line: PortalLine = {
      meta: async (cancel) => {
        const said = await call(
          asking('GET', '/meta'),
          cancel,
          reading(metaAnswer, (meta) => meta),
        )
        if (said.kind !== 'done') return said
        const { version, officeCode, entities, limits, publicBase } = said.value
        if (!supportedVersion.test(version)) return { kind: 'stopped', why: 'version' }
        if (officeCode !== route.officeCode) return { kind: 'stopped', why: 'office' }
        const { fileBytes, mediaTypes, pagesPerDocument } = limits
        return {
          kind: 'done',
          value: { version, entities, fileBytes, mediaTypes, pagesPerDocument, publicBase },
        }
      },

      changes: (after, limit, waitSeconds, cancel) => {
        const asked = new URLSearchParams({
          ...(after !== null && { after }),
          limit: String(limit),
          wait: String(waitSeconds),
        })
        return call(
          asking('GET', `/changes?${asked.toString()}`),
          cancel,
          reading(changesRead, ({ changes, next, more }) => ({ changes: changes.map(toLine), next, more })),
          ({ status }) => (status === 410 ? { kind: 'done', value: null } : null),
        )
      },

      put: async (collection, id, body, key, cancel) => {
        const said = await call(
          writing('PUT', `/${collection}/${id}`, key, body),
          cancel,
          reading(versionAnswer, ({ version }) => version),
        )
        if (said.kind !== 'moved') return said
        const current = readEntity(entityIn[collection], said.current)
        return current === null ? later('not-the-portal') : { ...said, current }
      },

      postEvents: (applicationId, body, key, cancel) =>
        call(
          writing('POST', `/applications/${applicationId}/events`, key, body),
          cancel,
          reading(eventsAnswer, ({ accepted }) => accepted),
        ),

      postMessage: (body, key, cancel) => call(writing('POST', '/messages', key, body), cancel, plainly),

      deleteDocument: async (id, key, cancel) => {
        const said = await call(writing('DELETE', `/documents/${id}`, key, null), cancel, plainly)
        return said.kind === 'refused' && said.refusal.status === 404 ? { kind: 'done', value: null } : said
      },

      // A HEAD has no body that could tell the portal from a page: only the ETag does. What compresses on the way makes it weak.
      // Nor can one be refused in words: whoever sends the file is told why it cannot be there.
      hasFile: (sha256, cancel) =>
        call<boolean>(
          asking('HEAD', `/files/${sha256}`),
          cancel,
          ({ headers }) =>
            headers.get('etag')?.replace(/^W\//, '') === `"${sha256}"`
              ? { kind: 'done', value: true }
              : later('not-the-portal'),
          ({ status }) => (isBareNo(status) ? { kind: 'done', value: false } : null),
        ),

      sendFile: (sha256, { mediaType, bytes }, key, cancel) =>
        call(
          {
            method: 'PUT',
            path: `/files/${sha256}`,
            headers: { 'content-type': mediaType, 'idempotency-key': key },
            body: bytes,
          },
          cancel,
          plainly,
        ),

      fetchFile: (sha256, cancel) =>
        call<{ mediaType: string; bytes: Uint8Array }>(
          asking('GET', `/files/${sha256}`),
          cancel,
          ({ headers, body }) =>
            createHash('sha256').update(body).digest('hex') === sha256
              ? {
                  kind: 'done',
                  value: {
                    mediaType: headers.get('content-type') ?? 'application/octet-stream',
                    bytes: body,
                  },
                }
              : later('not-the-portal'),
        ),
    }
    return line
  }
