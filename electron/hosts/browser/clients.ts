import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ClientId } from '#hosts/shared/station.ts'

const ticketLifeMs = 60_000
/** Windows of one launch; the one unused for longest gives way. Far more than any counter opens. */
const maxClients = 500

const secret = (): string => randomBytes(32).toString('base64url')
const digest = (text: string) => createHash('sha256').update(text).digest()
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

export interface Clients {
  /** Known for the whole launch; printed on the READY line and kept in station.json. */
  readonly launchKey: string
  readonly cookieName: string
  /** The client the request's cookie stands for, or null. */
  find(request: Request): ClientId | null
  /** A key for one window, good once and for a minute: command lines can be read by other users of the computer. */
  issueTicket(): string
  isLaunchKey(key: string): boolean
  /** Trades a launch key or a ticket for a client; null when the key is worth nothing. */
  admit(key: string, request: Request): ClientId | null
  /** The Set-Cookie line for a client. */
  cookieFor(client: ClientId): string
}

/**
 * The browser host's clients: one random cookie value per browser profile, known to this process only.
 *
 * @param port  part of the cookie's name, because a browser sends cookies of 127.0.0.1 to every port
 * @param now   milliseconds since 1970
 */
export const createClients = (port: number, now: () => number): Clients => {
  const launchKey = secret()
  const cookieName = `sepok-loket-${port}`
  // Kept in order of last use.
  const clients = new Set<ClientId>()
  const tickets = new Map<string, number>()

  const find = (request: Request): ClientId | null => {
    for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
      const [name, value] = pair.trim().split('=', 2)
      if (name !== cookieName || !clients.has(value as ClientId)) continue
      clients.delete(value as ClientId)
      clients.add(value as ClientId)
      return value as ClientId
    }
    return null
  }

  const useTicket = (key: string): boolean => {
    const issuedAt = tickets.get(key)
    tickets.delete(key)
    return issuedAt !== undefined && now() - issuedAt <= ticketLifeMs
  }

  return {
    launchKey,
    cookieName,
    find,
    isLaunchKey: (key) => isSame(key, launchKey),
    issueTicket() {
      const ticket = secret()
      for (const [old, issuedAt] of tickets) if (now() - issuedAt > ticketLifeMs) tickets.delete(old)
      tickets.set(ticket, now())
      return ticket
    },
    admit(key, request) {
      if (!isSame(key, launchKey) && !useTicket(key)) return null
      const known = find(request)
      if (known) return known
      const client = secret() as ClientId
      clients.add(client)
      const oldest = clients.values().next().value
      if (clients.size > maxClients && oldest) clients.delete(oldest)
      return client
    },
    cookieFor: (client) => `${cookieName}=${client}; HttpOnly; SameSite=Strict; Path=/`,
  }
}
