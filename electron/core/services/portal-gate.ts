import { addMs, msBetween, type Instant } from '#domain/instant.ts'
import { waitBeforeNextTry, type PortalIllness, type PortalSaid } from '#domain/portal-link.ts'
import { ok } from '#domain/result.ts'
import type { Clock } from '#ports/clock.ts'
import type { OpenPortalLine, PortalLine, PortalMeta } from '#ports/portal.ts'
import type { CancelSignal } from '#ports/printing.ts'
import type { Queries } from '#ports/queries.ts'
import type { SecretBox } from '#ports/secrets.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import {
  keptPause,
  keptPortal,
  portalAddressSetting,
  portalPauseSetting,
  portalRouteOf,
  type KeptPortal,
} from './portal-setting.ts'

export type PortalStop = Extract<PortalSaid<never>, { kind: 'stopped' }>['why']

/** Why nothing goes now. `elsewhere`: another station speaks, or only it can open the secret. */
export type GateShut =
  | { readonly state: 'off' }
  | { readonly state: 'elsewhere'; readonly until: Instant | null }
  | { readonly state: 'paused' }
  | { readonly state: 'stopped'; readonly why: PortalStop }
  | { readonly state: 'offline'; readonly why: PortalIllness; readonly until: Instant }

export interface GateOpen {
  readonly state: 'open'
  readonly line: PortalLine
  readonly limits: PortalMeta
}

export type Gate = GateOpen | GateShut

export interface GateParts {
  readonly work: UnitOfWork
  readonly queries: Pick<Queries, 'getSetting'>
  readonly clock: Clock
  readonly secrets: SecretBox
  readonly openLine: OpenPortalLine
  readonly chance: () => number
  /** How long this station may be silent before another one takes the lane; longer than any answer. */
  readonly leaseMs: number
}

/** Decides whether this station speaks with the portal now, and keeps the line. */
export interface PortalGate {
  /** @param isWoken  something may have changed that another one did; else what was read last still holds */
  pass(cancel: CancelSignal, isWoken: boolean): Promise<Gate>
  /** Whether the office's lane is this station's for long enough to send another call. */
  isHeld(): boolean
  /** Asks the portal once more what it takes, and keeps that; null: it does not say, or this is no longer the line. */
  limitsAgain(on: PortalLine, cancel: CancelSignal): Promise<PortalMeta | null>
  /** A call failed on the way: the portal is asked what it is before anything else goes. `waitMs` null: nobody named a time. */
  doubt(said: Extract<PortalSaid<never>, { kind: 'later' | 'stopped' }>): void
  /** Somebody wants it now: earlier failures and stops no longer count. */
  forget(): void
  leave(): Promise<void>
}

/** Illnesses of the line as such; of the others only the call is known to be ill. */
const ofLine: ReadonlySet<PortalIllness> = new Set<PortalIllness>([
  'name',
  'unreachable',
  'tls',
  'silent',
  'redirect',
  'not-the-portal',
])

const markOf = ({ base, clientId, sealedSecret }: KeptPortal): string =>
  JSON.stringify([base, clientId, sealedSecret])

export function createPortalGate(parts: GateParts): PortalGate {
  const { work, queries, clock, secrets, openLine, chance, leaseMs } = parts
  const holder = secrets.keyId
  let line: { readonly mark: string; readonly line: PortalLine; readonly limits: PortalMeta | null } | null =
    null
  let leasedUntil: Instant | null = null
  let failures = 0
  let ill: { readonly why: PortalIllness; readonly until: Instant } | null = null
  /** Nothing has spoken against it since it was last found open. */
  let isTrusted = false
  let stopped: { readonly mark: string; readonly why: PortalStop } | null = null

  const isLeased = (at: Instant): boolean => leasedUntil !== null && msBetween(at, leasedUntil) > leaseMs / 2

  /** null: the lane is this station's; otherwise until when another one has it. */
  const holdLane = async (): Promise<Instant | null> => {
    const at = clock.now()
    if (isLeased(at)) return null
    const until = addMs(at, leaseMs)
    const held = await work.run<Instant | null, never>(async ({ portal }) =>
      ok(await portal.holdLane(holder, at, until)),
    )
    if (!held.ok) throw new Error('the lane was refused')
    leasedUntil = held.value === null ? until : null
    return held.value
  }

  const fail = (why: PortalIllness, waitMs: number | null): GateShut => {
    failures += 1
    const until = addMs(clock.now(), waitBeforeNextTry(failures, waitMs, chance()))
    ill = { why, until }
    return { state: 'offline', why, until }
  }

  return {
    async pass(cancel, isWoken) {
      const before = line
      if (!isWoken && isTrusted && before?.limits && isLeased(clock.now()))
        return { state: 'open', line: before.line, limits: before.limits }
      isTrusted = false
      const kept = keptPortal(await queries.getSetting(portalAddressSetting))
      if (!kept) return { state: 'off' }
      if (keptPause(await queries.getSetting(portalPauseSetting))) return { state: 'paused' }
      const route = portalRouteOf(kept, secrets)
      if (!route) return { state: 'elsewhere', until: null }
      const mark = markOf(kept)
      if (line?.mark !== mark) {
        line = { mark, line: openLine(route), limits: null }
        if (stopped?.mark !== mark) ill = null
      }
      if (stopped?.mark === mark) return { state: 'stopped', why: stopped.why }
      if (ill && ill.until > clock.now()) return { state: 'offline', ...ill }
      const elsewhereUntil = await holdLane()
      if (elsewhereUntil !== null) return { state: 'elsewhere', until: elsewhereUntil }
      if (line.limits !== null) {
        isTrusted = true
        return { state: 'open', line: line.line, limits: line.limits }
      }
      const said = await line.line.meta(cancel)
      switch (said.kind) {
        case 'done':
          failures = 0
          ill = null
          line = { ...line, limits: said.value }
          return { state: 'open', line: line.line, limits: said.value }
        case 'stopped':
          stopped = { mark, why: said.why }
          return { state: 'stopped', why: said.why }
        case 'later':
          return fail(said.why, said.waitMs)
        default:
          // A portal that refuses to say what it is.
          return fail('not-the-portal', null)
      }
    },
    isHeld: () => isLeased(clock.now()),
    async limitsAgain(on, cancel) {
      const said = await on.meta(cancel)
      if (said.kind !== 'done') return null
      if (line?.line === on && line.limits !== null) line = { ...line, limits: said.value }
      return said.value
    },
    doubt(said) {
      isTrusted = false
      if (line === null) return
      if (said.kind === 'stopped') stopped = { mark: line.mark, why: said.why }
      else if (ofLine.has(said.why)) line = { ...line, limits: null }
      else if (said.why === 'busy' && said.waitMs !== null)
        ill = { why: 'busy', until: addMs(clock.now(), waitBeforeNextTry(1, said.waitMs, chance())) }
    },
    forget() {
      failures = 0
      ill = null
      stopped = null
      if (line) line = { ...line, limits: null }
    },
    async leave() {
      if (leasedUntil === null) return
      leasedUntil = null
      await work.run<null, never>(async ({ portal }) => {
        await portal.leaveLane(holder)
        return ok(null)
      })
    },
  }
}
