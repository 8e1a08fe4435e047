import type { Instant } from '#domain/instant.ts'
import { parsePortalBase, type PortalAddress, type PortalAddressRefusal } from '#domain/portal-link.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Clock } from '#ports/clock.ts'
import type { PortalRoute } from '#ports/portal.ts'
import type { SecretBox } from '#ports/secrets.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import type { SignedIn } from './office.ts'

/** Where the portal is: `KeptPortal`, or null. */
export const portalAddressSetting = 'portal.address'
/** How far the change feed was read: text, or null before the first time. Set with what was read, in one transaction. */
export const portalCursorSetting = 'portal.cursor'
/** `PortalPause`, or null: the office has stopped the traffic for a while. */
export const portalPauseSetting = 'portal.pause'

/** The portal as it is kept: its secret only locked by the key of the station at which it was typed. */
export interface KeptPortal extends PortalAddress {
  readonly sealedSecret: string
  /** The station whose key opens it. */
  readonly station: string
  readonly savedAt: Instant
  readonly savedBy: string
}

export interface PortalPause {
  readonly by: string
  readonly at: Instant
}

/** What was kept; null: the office has no portal. */
export const keptPortal = (setting: unknown): KeptPortal | null =>
  typeof setting === 'object' && setting !== null && 'base' in setting ? (setting as KeptPortal) : null

/** Who paused the traffic; null: it runs. */
export const keptPause = (setting: unknown): PortalPause | null =>
  typeof setting === 'object' && setting !== null && 'by' in setting ? (setting as PortalPause) : null

/** How far the feed was read; null: from the beginning. */
export const keptCursor = (setting: unknown): string | null => (typeof setting === 'string' ? setting : null)

/** The way to the portal with its secret; null: this station cannot open it. */
export function portalRouteOf(kept: KeptPortal, secrets: SecretBox): PortalRoute | null {
  const secret = secrets.open(kept.sealedSecret)
  const { base, clientId, officeCode } = kept
  return secret === null ? null : { base, clientId, officeCode, secret }
}

export interface SavePortalOrder {
  readonly base: string
  readonly clientId: string
  /** null: the one that is kept stays. */
  readonly secret: string | null
}

export type SavePortalRefusal =
  | PortalAddressRefusal
  | { readonly code: 'portal-client-needed' }
  /** None was typed, and none is kept that this station can open. */
  | { readonly code: 'portal-secret-needed' }
  /** The kept secret goes to another address or client only when it is typed anew. */
  | { readonly code: 'portal-secret-again' }

/**
 * Reads what was typed together with what is kept. The kept secret stays only for the same address and client: whoever
 * changes the address could otherwise have it sent to one of their own.
 */
export function readPortalSetting(
  order: SavePortalOrder,
  before: KeptPortal | null,
  secrets: SecretBox,
  officeCode: string,
): Result<PortalRoute, SavePortalRefusal> {
  const base = parsePortalBase(order.base)
  if (!base.ok) return base
  const clientId = order.clientId.trim()
  if (clientId === '') return refuse({ code: 'portal-client-needed' })
  const route = { base: base.value, clientId, officeCode }
  if (order.secret !== null && order.secret !== '') return ok({ ...route, secret: order.secret })
  const kept = before && secrets.open(before.sealedSecret)
  if (!before || kept === null) return refuse({ code: 'portal-secret-needed' })
  return before.base === route.base && before.clientId === clientId
    ? ok({ ...route, secret: kept })
    : refuse({ code: 'portal-secret-again' })
}

interface Deps {
  readonly work: UnitOfWork
  readonly clock: Clock
  readonly secrets: SecretBox
  readonly office: { readonly profile: { readonly officeCode: string } }
}

/** Sets the office's portal, or changes it. Another address is another register: its feed is read from the beginning. Repeatable. */
export const savePortal =
  ({ work, clock, secrets, office }: Deps) =>
  (order: SavePortalOrder, who: SignedIn): Promise<Result<KeptPortal, SavePortalRefusal>> =>
    work.run<KeptPortal, SavePortalRefusal>(async ({ settings }) => {
      const before = keptPortal(await settings.get(portalAddressSetting))
      const read = readPortalSetting(order, before, secrets, office.profile.officeCode)
      if (!read.ok) return read
      const { secret, ...address } = read.value
      const kept: KeptPortal = {
        ...address,
        sealedSecret: secrets.seal(secret),
        station: who.station,
        savedAt: clock.now(),
        savedBy: who.user.name,
      }
      await settings.set(portalAddressSetting, kept)
      if (before?.base !== kept.base) await settings.set(portalCursorSetting, null)
      return ok(kept)
    })

/** Ends the traffic: what waits stays until a portal is set again. Repeatable. */
export const removePortal =
  ({ work }: Pick<Deps, 'work'>) =>
  (): Promise<Result<null, never>> =>
    work.run<null, never>(async ({ settings }) => {
      await settings.set(portalAddressSetting, null)
      return ok(null)
    })

/** Pauses the traffic or lets it run again; null: it runs. Repeatable, the first who paused stays. */
export const pausePortal =
  ({ work, clock }: Pick<Deps, 'work' | 'clock'>) =>
  (paused: boolean, who: SignedIn): Promise<Result<PortalPause | null, never>> =>
    work.run<PortalPause | null, never>(async ({ settings }) => {
      const before = keptPause(await settings.get(portalPauseSetting))
      const pause = paused ? (before ?? { by: who.user.name, at: clock.now() }) : null
      if (pause !== before) await settings.set(portalPauseSetting, pause)
      return ok(pause)
    })
