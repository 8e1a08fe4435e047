import type { Instant } from '#domain/instant.ts'
import {
  readMailServer,
  type MailServer,
  type MailServerRefusal,
  type MailServerTyped,
} from '#domain/mail-server.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Clock } from '#ports/clock.ts'
import type { MailRoute } from '#ports/mail.ts'
import type { SecretBox } from '#ports/secrets.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import type { SignedIn } from './office.ts'

export const mailServerSetting = 'mail.server'

/** The office's server as it is kept: its password only locked by the key of the station at which it was typed. */
export interface KeptMailServer extends MailServer {
  readonly sealedPassword: string | null
  /** The station whose key opens it. */
  readonly station: string
  readonly savedAt: Instant
  readonly savedBy: string
}

/** What was kept; null: the office sends no mail. */
export const keptMailServer = (setting: unknown): KeptMailServer | null =>
  typeof setting === 'object' && setting !== null && 'host' in setting ? (setting as KeptMailServer) : null

/** The way to the server with its password; null: this station cannot open it. */
export function routeOf(kept: KeptMailServer, secrets: SecretBox): MailRoute | null {
  const { host, port, security, senderName, senderAddress, user, sealedPassword } = kept
  const server = { host, port, security, senderName, senderAddress, user }
  if (sealedPassword === null) return { ...server, password: null }
  const password = secrets.open(sealedPassword)
  return password === null ? null : { ...server, password }
}

export interface SaveMailServerOrder extends MailServerTyped {
  /** null: the one that is kept stays. */
  readonly password: string | null
}

export type SaveMailServerRefusal =
  | MailServerRefusal
  /** A user without a password, and none is kept that this station can open. */
  | { readonly code: 'mail-password-needed' }
  /** The kept password goes to another server or user only when it is typed anew. */
  | { readonly code: 'mail-password-again' }

interface Deps {
  readonly work: UnitOfWork
  readonly clock: Clock
  readonly secrets: SecretBox
}

/**
 * Reads what was typed together with what is kept. The kept password stays only for the same server, way and user: whoever
 * changes the server could otherwise have it sent to one of their own.
 */
export function readMailSetting(
  order: SaveMailServerOrder,
  before: KeptMailServer | null,
  secrets: SecretBox,
): Result<MailRoute, SaveMailServerRefusal> {
  const server = readMailServer(order)
  if (!server.ok) return server
  if (server.value.user === '') return ok({ ...server.value, password: null })
  if (order.password !== null && order.password !== '')
    return ok({ ...server.value, password: order.password })
  const kept = before?.sealedPassword ? secrets.open(before.sealedPassword) : null
  if (!before || kept === null) return { ok: false, refusal: { code: 'mail-password-needed' } }
  const { host, port, security, user } = server.value
  const isSame =
    before.host === host && before.port === port && before.security === security && before.user === user
  return isSame
    ? ok({ ...server.value, password: kept })
    : { ok: false, refusal: { code: 'mail-password-again' } }
}

/** Sets the office's mail server, or changes it. Repeatable. */
export const saveMailServer =
  ({ work, clock, secrets }: Deps) =>
  (order: SaveMailServerOrder, who: SignedIn): Promise<Result<KeptMailServer, SaveMailServerRefusal>> =>
    work.run<KeptMailServer, SaveMailServerRefusal>(async ({ settings }) => {
      const before = keptMailServer(await settings.get(mailServerSetting))
      const read = readMailSetting(order, before, secrets)
      if (!read.ok) return read
      const { password, ...server } = read.value
      const kept: KeptMailServer = {
        ...server,
        sealedPassword: password === null ? null : secrets.seal(password),
        station: who.station,
        savedAt: clock.now(),
        savedBy: who.user.name,
      }
      await settings.set(mailServerSetting, kept)
      return ok(kept)
    })

/** Ends the sending of mail: what waits stays until a server is set again, and no new mail is taken. Repeatable. */
export const removeMailServer =
  ({ work }: Pick<Deps, 'work'>) =>
  (): Promise<Result<null, never>> =>
    work.run<null, never>(async ({ settings }) => {
      await settings.set(mailServerSetting, null)
      return ok(null)
    })
