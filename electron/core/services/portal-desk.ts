import type { PortalIllness } from '#domain/portal-link.ts'
import { sentAgain } from '#domain/portal-plan.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { PortalTrialPart } from '#domain/wording/portal.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { OpenPortalLine, PortalMeta } from '#ports/portal.ts'
import type { Queries } from '#ports/queries.ts'
import type { SecretBox } from '#ports/secrets.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import { createCancelSource } from './cancel-source.ts'
import type { Office } from './office.ts'
import { resendEntryKind } from './portal-planning.ts'
import {
  keptPortal,
  portalAddressSetting,
  readPortalSetting,
  type SavePortalOrder,
  type SavePortalRefusal,
} from './portal-setting.ts'

interface Deps {
  readonly office: Office
  readonly work: UnitOfWork
  readonly queries: Pick<Queries, 'getSetting'>
  readonly clock: Clock
  readonly ids: IdSource
  readonly secrets: SecretBox
  readonly openPortalLine: OpenPortalLine
}

export type TryPortalRefusal =
  | SavePortalRefusal
  | { readonly code: 'portal-trial-failed'; readonly part: PortalTrialPart; readonly why: string }

const partOf: Readonly<Record<PortalIllness, PortalTrialPart>> = {
  name: 'name',
  unreachable: 'connection',
  tls: 'tls',
  silent: 'connection',
  busy: 'connection',
  ill: 'connection',
  redirect: 'connection',
  'not-the-portal': 'connection',
}

/** Asks the portal what it is with the settings as they are typed, kept or not, and says which part fails. Changes nothing. */
export const tryPortal =
  ({ office, queries, secrets, openPortalLine }: Deps) =>
  async (order: SavePortalOrder): Promise<Result<PortalMeta, TryPortalRefusal>> => {
    const kept = keptPortal(await queries.getSetting(portalAddressSetting))
    const route = readPortalSetting(order, kept, secrets, office.profile.officeCode)
    if (!route.ok) return route
    const said = await openPortalLine(route.value).meta(createCancelSource().signal)
    switch (said.kind) {
      case 'done':
        return ok(said.value)
      case 'stopped':
        return refuse({ code: 'portal-trial-failed', part: said.why, why: said.why })
      case 'later':
        return refuse({ code: 'portal-trial-failed', part: partOf[said.why], why: said.why })
      case 'refused':
        return refuse({ code: 'portal-trial-failed', part: 'sign-in', why: 'sign-in' })
      case 'moved':
        return refuse({ code: 'portal-trial-failed', part: 'connection', why: 'not-the-portal' })
    }
  }

/** *Kirim sekarang*: whatever waits for a later try is due at once. Repeatable. */
export const hurryPortal =
  ({ work, clock }: Pick<Deps, 'work' | 'clock'>) =>
  async (): Promise<void> => {
    await work.run<null, never>(async ({ portal }) => {
      await portal.hurry(clock.now())
      return ok(null)
    })
  }

export type ResendRefusal =
  { readonly code: 'portal-call-unknown' } | { readonly code: 'portal-call-not-aside' }

/**
 * Sends what the portal refused once more. What was mended in the dossier meanwhile goes as it is now, under a new key; what
 * is unchanged goes under its own (portal contract, *Idempotency*). Refuses what is no longer aside.
 */
export const resendToPortal =
  ({ work, clock, ids }: Pick<Deps, 'work' | 'clock' | 'ids'>) =>
  (key: string): Promise<Result<null, ResendRefusal>> =>
    work.run<null, ResendRefusal>(async (stores) => {
      const seen = await stores.portal.findCall(key)
      if (!seen) return refuse({ code: 'portal-call-unknown' })
      const isDossier = (await stores.applications.find(seen.lane)) !== undefined
      const call = await stores.portal.findCall(key)
      if (call?.state !== 'aside') return refuse({ code: 'portal-call-not-aside' })
      const at = clock.now()
      if (!isDossier) {
        await stores.portal.saveCall(sentAgain(call, at))
        if (call.needsFile !== null) await stores.portal.reviveFiles([call.needsFile], at)
        return ok(null)
      }
      // The plan is made by the one station that speaks, once nothing of the dossier is on its way.
      await stores.outbox.add({
        id: ids.uuid(),
        topic: 'portal',
        aggregateId: call.lane,
        key: ids.uuid(),
        kind: resendEntryKind,
        payload: { key },
        createdAt: at,
      })
      return ok(null)
    })
