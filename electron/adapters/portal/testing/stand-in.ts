import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openPortalLineWith } from '../portal-client.ts'

/** What a test has started. */
export const stops: (() => Promise<unknown>)[] = []
/** After each test. */
export const stopAll = async (): Promise<void> => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
}

export const never = new AbortController().signal
export const openLine = openPortalLineWith({
  schedule: (afterMs, run) => {
    const timer = setTimeout(run, afterMs)
    return () => clearTimeout(timer)
  },
  now: () => Date.now(),
})

export const problemType = { 'content-type': 'application/problem+json' }

const givingTokens: RequestListener = (_, outgoing) => {
  outgoing.writeHead(200, { 'content-type': 'application/json' })
  outgoing.end(JSON.stringify({ access_token: randomUUID(), token_type: 'Bearer', expires_in: 900 }))
}

/** A server that answers everything but the sign-in as told. */
export async function standIn(listener: RequestListener, signIn: RequestListener = givingTokens) {
  const server = createServer((incoming, outgoing) =>
    (incoming.url === '/oauth/token' ? signIn : listener)(incoming, outgoing),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())))
  const { port } = server.address() as AddressInfo
  return openLine({ base: `http://127.0.0.1:${port}`, clientId: 'loket', secret: 'rahasia', officeCode: 'x' })
}

export const answering =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, outgoing) => {
    outgoing.writeHead(status, { 'content-type': 'application/json', ...headers })
    outgoing.end(body)
  }
