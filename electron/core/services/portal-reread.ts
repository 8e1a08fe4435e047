import { addMs, type Instant } from '#domain/instant.ts'
import { isSameValue } from '#domain/portal-merge.ts'
import { isPortalEntity, type PortalEntity, type PortalKnown } from '#domain/portal-sync.ts'
import { ok } from '#domain/result.ts'
import type { PortalChangeLine } from '#ports/portal.ts'
import type { Queries } from '#ports/queries.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'

/** Instant since which the feed is read from its beginning; null or never set: it goes on where it was. */
export const portalRereadSetting = 'portal.rereading'

/** Outbox entry by which a dossier is told to the portal from its first event on. */
export const retellEntryKind = 'retell'

/** What the office put there: what the portal has lost of it, it gets again. */
const oursToGive = [
  'applicant',
  'application',
  'document',
  'permit',
  'letter',
  'handover',
  'message',
] as const

/** Accounts, decisions and the applicants' own words are not ours to give. */
const isOurs = ({ entity, data }: PortalKnown): boolean => entity !== 'message' || data['from'] === 'office'

/** What a reading from the beginning has found: the entities that came, and those that never reached the version we know. */
export interface Reread {
  readonly seen: Set<string>
  readonly behind: Map<string, PortalChangeLine>
}

/** Events of a dossier that changed nothing else leave no trace in the feed: those of so long are told again anyway. */
const eventsInDoubtMs = 7 * 86_400_000

const keyOf = (entity: string, id: string): string => `${entity} ${id}`

/**
 * The portal lost what it had: it was restored from an older backup, whether or not it can tell that our cursor is of another past.
 * The feed is read from its beginning, which finds whatever else was lost. Repeatable.
 */
export async function readAgain({ settings }: Stores, at: Instant): Promise<void> {
  if (typeof (await settings.get(portalRereadSetting)) === 'string') return
  await settings.set(portalRereadSetting, at)
}

/**
 * A restored portal counts on from its backup: under a version that both sides knew it may have something else by now. That is news,
 * over what both sides had. To be called before a line of a feed that is read from its beginning is taken in.
 */
export async function mindOtherPast({ portal }: Stores, line: PortalChangeLine): Promise<void> {
  if (!isPortalEntity(line.entity) || line.data === null) return
  const known = await portal.findKnown(line.entity, line.id)
  if (known?.version !== line.version || known.version === 1 || isSameValue(known.data, line.data)) return
  await portal.saveKnown({ ...known, version: known.version - 1 })
}

/** Notes a line of a feed that is read from its beginning, after it was taken in. */
export async function noteReread(
  { seen, behind }: Reread,
  { portal }: Stores,
  line: PortalChangeLine,
): Promise<void> {
  if (!isPortalEntity(line.entity)) return
  const key = keyOf(line.entity, line.id)
  seen.add(key)
  const known = await portal.findKnown(line.entity, line.id)
  if (known && line.version < known.version) behind.set(key, line)
  else behind.delete(key)
}

/**
 * Ends a reading from the beginning: what the portal has lost, restored from an older backup, is known as it is there now and
 * told again, dossier by dossier; so is the history of those that were told anything since the oldest loss, and within the
 * last days. Repeatable: the portal counts events that it has as taken.
 */
export async function tellLost(
  {
    work,
    queries,
    clock,
    ids,
  }: {
    readonly work: UnitOfWork
    readonly queries: Pick<Queries, 'listPortalKnown' | 'listStatesByApplicant' | 'listPortalLanesTold'>
    readonly clock: Clock
    readonly ids: IdSource
  },
  { seen, behind }: Reread,
): Promise<void> {
  const lanes = new Set<string>()
  let since = addMs(clock.now(), -eventsInDoubtMs)
  for (const entity of oursToGive)
    for (const one of (await queries.listPortalKnown(entity)).filter(isOurs)) {
      const { id, version, applicationId, deleted } = one
      const key = keyOf(entity, id)
      const older = behind.get(key)
      if (deleted || (seen.has(key) && !older)) continue
      const lane = applicationId ?? (await queries.listStatesByApplicant(id)).at(-1)?.id
      if (lane !== undefined) lanes.add(lane)
      if (one.at < since) since = one.at
      await setBack(entity, id, version, older)
    }
  for (const lane of await queries.listPortalLanesTold(since)) lanes.add(lane)
  for (const lane of lanes) await tell(lane)

  async function setBack(
    entity: PortalEntity,
    id: string,
    version: number,
    older: PortalChangeLine | undefined,
  ): Promise<void> {
    await work.run<null, never>(async ({ portal }) => {
      const known = await portal.findKnown(entity, id)
      // Something new of it came meanwhile.
      if (known?.version !== version) return ok(null)
      if (!older?.data) await portal.forgetKnown(entity, id)
      else
        await portal.saveKnown({ ...known, version: older.version, data: older.data, deleted: older.deleted })
      return ok(null)
    })
  }

  async function tell(lane: string): Promise<void> {
    await work.run<null, never>(async (stores) => {
      const state = await stores.applications.find(lane)
      if (!state) return ok(null)
      await stores.outbox.add({
        id: ids.uuid(),
        topic: 'portal',
        aggregateId: lane,
        key: ids.uuid(),
        kind: retellEntryKind,
        payload: { fromSeq: 1, toSeq: state.seq },
        createdAt: clock.now(),
      })
      return ok(null)
    })
  }
}
