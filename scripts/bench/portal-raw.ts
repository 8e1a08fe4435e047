import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { collections } from '#services/portal-dispatch.ts'
import type { PortalCall } from '#domain/portal-sync.ts'
import type { BenchPortal, OpenQueue } from './portal-queue.ts'

/** One request as the traffic sent it. */
interface RawRequest {
  readonly method: 'PUT' | 'POST' | 'DELETE'
  readonly path: string
  readonly mediaType: string
  readonly key: string
  readonly body: Uint8Array
}

/** Everything that a queue told its portal: files, and calls by the dossier whose order they keep. */
export interface RawQueue {
  readonly files: readonly RawRequest[]
  readonly lanes: readonly (readonly RawRequest[])[]
  readonly calls: readonly PortalCall[]
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

function requestOf(call: PortalCall): RawRequest {
  const { kind, entityId, key, baseVersion, body } = call
  const common = { key, mediaType: 'application/json' }
  switch (kind) {
    case 'events':
      return { ...common, method: 'POST', path: `/applications/${entityId}/events`, body: json(body) }
    case 'message':
      return { ...common, method: 'POST', path: '/messages', body: json({ message: body }) }
    case 'document-removed':
      return { ...common, method: 'DELETE', path: `/documents/${entityId}`, body: new Uint8Array() }
    default:
      return {
        ...common,
        method: 'PUT',
        path: `/${collections[kind]}/${entityId}`,
        body: json({ baseVersion, [kind]: body }),
      }
  }
}

/** The very bodies of a queue that was drained. */
export async function rawQueueOf({ path, beside }: OpenQueue): Promise<RawQueue> {
  const cabinet = openDiskFileCabinet(join(path, 'files'))
  const applications = await beside.queries.listPortalKnown('application')
  const lanes = await Promise.all(applications.map(({ id }) => beside.queries.listPortalCallsOf(id)))
  const calls = lanes.flat()
  const hashes = new Set(calls.flatMap((one) => one.needsFile ?? []))
  const files = [...hashes].map(async (sha256): Promise<RawRequest> => {
    const file = await beside.queries.findPortalFile('send', sha256)
    const body = await cabinet.find(sha256)
    if (!file || !body) throw new Error(`file ${sha256} is not there`)
    return { method: 'PUT', path: `/files/${sha256}`, mediaType: file.mediaType, key: file.key, body }
  })
  return {
    files: await Promise.all(files),
    lanes: lanes.map((lane) => lane.map(requestOf)),
    calls,
  }
}

/** Plain HTTP: nothing is planned, kept or written down, and each answer is read to its end. */
export async function sendRaw(queue: RawQueue, portal: BenchPortal, atOnce: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const ask = (path: string, method: string, headers: object, body: Uint8Array): Promise<string> =>
    new Promise((resolve, reject) => {
      const asked = request(`${portal.base}${path}`, { agent, method, headers: { ...headers } }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => (text += part))
        answer.on('end', () => {
          if ((answer.statusCode ?? 500) < 300) resolve(text)
          else reject(new Error(`${method} ${path}: ${answer.statusCode} ${text}`))
        })
      })
      asked.on('error', reject)
      asked.end(body)
    })
  const form = 'grant_type=client_credentials&client_id=loket&client_secret=rahasia'
  const signedIn = await ask(
    '/oauth/token',
    'POST',
    { 'content-type': 'application/x-www-form-urlencoded' },
    new TextEncoder().encode(form),
  )
  const { access_token: token } = JSON.parse(signedIn) as { readonly access_token: string }
  const send = ({ method, path, mediaType, key, body }: RawRequest): Promise<string> =>
    ask(
      path,
      method,
      {
        authorization: `Bearer ${token}`,
        'content-type': mediaType,
        'content-length': body.length,
        'idempotency-key': key,
      },
      body,
    )
  try {
    await Promise.all(queue.files.map(send))
    const waiting = [...queue.lanes]
    const worker = async (): Promise<void> => {
      for (let lane = waiting.shift(); lane; lane = waiting.shift()) for (const one of lane) await send(one)
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
  } finally {
    agent.destroy()
  }
}
