import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { entityNames } from '#adapters/portal/wire-entities.ts'
import { once, problem, toResponse } from './answers.ts'
import type { Portal } from './portal.ts'
import type { FeedLine } from './store.ts'
import { track, verify } from './public.ts'
import type { OfficeWords } from './office-words.ts'
import { deleteDocument, postEvents, postMessage, puts, putEntity } from './writing.ts'

const bodyOf = async (c: Context): Promise<Uint8Array> => new Uint8Array(await c.req.arrayBuffer())

function tokenCalls(api: Hono, portal: Portal): void {
  const { settings, store } = portal
  const refused = (status: number, error: string): Response =>
    toResponse(
      { status, body: { error } },
      { 'content-type': 'application/json', 'cache-control': 'no-store' },
    )

  api.post('/oauth/token', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    if (form.get('grant_type') !== 'client_credentials') return refused(400, 'unsupported_grant_type')
    if (form.get('client_id') !== settings.clientId || form.get('client_secret') !== settings.clientSecret) {
      return refused(401, 'invalid_client')
    }
    const token = Buffer.from(portal.randomBytes(32)).toString('base64url')
    store.addToken(token, portal.now().getTime() + settings.tokenSeconds * 1000)
    const body = { access_token: token, token_type: 'Bearer', expires_in: settings.tokenSeconds }
    return toResponse({ status: 200, body }, { 'cache-control': 'no-store' })
  })

  api.use('*', async (c, next) => {
    if (c.req.path.includes('/public/')) return next()
    const token = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    if (token !== undefined && store.tokenHolds(token, portal.now().getTime())) return next()
    return toResponse(problem(401, 'token-invalid', 'The token is missing, expired or revoked.'), {
      'www-authenticate': 'Bearer',
    })
  })
}

const cursorOf = (portal: Portal, seq: number): string =>
  Buffer.from(`${portal.epoch}:${seq}`).toString('base64url')

/** null: from the beginning. Undefined: of another life of this database, or never given. */
function seqOf(portal: Portal, cursor: string | undefined): number | undefined {
  if (cursor === undefined) return 0
  const [epoch, seq] = Buffer.from(cursor, 'base64url').toString().split(':')
  const number = Number(seq)
  return epoch === portal.epoch && Number.isInteger(number) && number <= portal.store.lastSeq()
    ? number
    : undefined
}

const wholeBetween = (
  text: string | undefined,
  least: number,
  most: number,
  absent: number,
): number | null => {
  if (text === undefined) return absent
  const number = Number(text)
  return Number.isInteger(number) && number >= least && number <= most ? number : null
}

function feedCall(api: Hono, portal: Portal): void {
  const toChange = ({ seq, entity, id, version, deleted, at, data }: FeedLine): object => ({
    cursor: cursorOf(portal, seq),
    entity,
    id,
    version,
    deleted,
    at,
    data,
  })

  api.get('/changes', async (c) => {
    const limit = wholeBetween(c.req.query('limit'), 1, 1000, 200)
    const wait = wholeBetween(c.req.query('wait'), 0, 25, 0)
    if (limit === null || wait === null)
      return toResponse(problem(400, 'invalid', 'limit is 1–1000, wait 0–25.'))
    const after = seqOf(portal, c.req.query('after'))
    if (after === undefined) return toResponse(problem(410, 'cursor-gone', 'Start again without `after`.'))
    if (portal.store.lastSeq() <= after && wait > 0) await portal.nextChange(wait * 1000, c.req.raw.signal)
    // Nobody hears the answer any more, and the store may be closed.
    if (c.req.raw.signal.aborted || portal.isClosed())
      return toResponse(problem(503, 'gone', 'The reader has left.'))
    const found = portal.store.changesAfter(after, limit + 1)
    const changes = found.slice(0, limit)
    const next = cursorOf(portal, changes.at(-1)?.seq ?? after)
    return toResponse({
      status: 200,
      body: { changes: changes.map(toChange), next, more: found.length > limit },
    })
  })
}

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

function fileCalls(api: Hono, portal: Portal): void {
  const { settings, store } = portal

  // Hono answers HEAD by the GET of the same path and leaves the body out.
  api.get('/files/:hash', (c) => {
    const hash = c.req.param('hash')
    const file = isHash(hash) ? store.file(hash) : null
    if (file === null) return toResponse(problem(404, 'unknown', 'No file of this hash is here.'))
    return new Response(Buffer.from(file.bytes), {
      headers: { 'content-type': file.mediaType, etag: `"${hash}"` },
    })
  })

  api.put('/files/:hash', async (c) => {
    const hash = c.req.param('hash')
    const bytes = await bodyOf(c)
    const mediaType = (c.req.header('content-type') ?? '').split(';')[0]?.trim() ?? ''
    return once(portal, c.req.raw, bytes, () => {
      if (bytes.length > settings.limits.fileBytes) {
        return problem(413, 'too-large', `A file has ${settings.limits.fileBytes} bytes at most.`)
      }
      if (!settings.limits.mediaTypes.includes(mediaType)) {
        return problem(422, 'media-type', `Files are ${settings.limits.mediaTypes.join(', ')}.`)
      }
      if (createHash('sha256').update(bytes).digest('hex') !== hash) {
        return problem(400, 'hash-mismatch', 'The bytes are not those of the hash.')
      }
      const known = store.hasFile(hash)
      if (!known) store.addFile(hash, { mediaType, bytes })
      return { status: known ? 200 : 201, body: {} }
    })
  })
}

function writingCalls(api: Hono, portal: Portal): void {
  api.put('/:collection/:id', async (c) => {
    const put = puts[c.req.param('collection')]
    if (!put) return toResponse(problem(404, 'unknown', 'There is no such call.'))
    const bytes = await bodyOf(c)
    return once(portal, c.req.raw, bytes, () => putEntity(portal, put, c.req.param('id'), bytes))
  })
  api.delete('/documents/:id', (c) =>
    once(portal, c.req.raw, new Uint8Array(), () => deleteDocument(portal, c.req.param('id'))),
  )
  api.post('/applications/:id/events', async (c) => {
    const bytes = await bodyOf(c)
    return once(portal, c.req.raw, bytes, () => postEvents(portal, c.req.param('id'), bytes))
  })
  api.post('/messages', async (c) => {
    const bytes = await bodyOf(c)
    return once(portal, c.req.raw, bytes, () => postMessage(portal, bytes))
  })
}

/** The contract's API, version 1, to be mounted under its base path. */
export function createApi(portal: Portal, words: OfficeWords): Hono {
  const api = new Hono()
  const { officeCode, publicBase, limits } = portal.settings
  tokenCalls(api, portal)
  api.get('/meta', () =>
    toResponse({
      status: 200,
      body: { version: '1.0', officeCode, entities: entityNames, limits, publicBase },
    }),
  )
  api.get('/public/verify/:code', (c) => toResponse(verify(portal, words, c.req.param('code'))))
  api.get('/public/track/:code', (c) => toResponse(track(portal, words, c.req.param('code'))))
  feedCall(api, portal)
  fileCalls(api, portal)
  writingCalls(api, portal)
  api.notFound(() => toResponse(problem(404, 'unknown', 'There is no such call.')))
  return api
}
