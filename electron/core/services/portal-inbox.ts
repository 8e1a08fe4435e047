import type { Instant } from '#domain/instant.ts'
import type { PortalSaid } from '#domain/portal-link.ts'
import { ok } from '#domain/result.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { Log } from '#ports/log.ts'
import type { PortalChangeLine, PortalLine } from '#ports/portal.ts'
import type { CancelSignal } from '#ports/printing.ts'
import type { Queries } from '#ports/queries.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import { mindOtherPast, noteReread, portalRereadSetting, tellLost, type Reread } from './portal-reread.ts'
import type { Office } from './office.ts'
import { takePortalNews } from './portal-apply.ts'
import { countingConflicts, letWait, type PortalTurn } from './portal-context.ts'
import { keptCursor, portalCursorSetting } from './portal-setting.ts'

export interface PortalInboxDeps {
  readonly office: Office
  readonly work: UnitOfWork
  readonly clock: Clock
  readonly ids: IdSource
  readonly log: Log
  /** What is known, to tell the portal again what it has lost. */
  readonly queries: Pick<
    Queries,
    | 'getSetting'
    | 'listPortalKnown'
    | 'listPortalKnownByIds'
    | 'listStatesByApplicant'
    | 'listPortalLanesTold'
  >
}

/** One page of the feed. */
export interface Pulled {
  /** Lines of the page that led the feed on, known ones too; null: the portal has the feed start over. */
  readonly lines: number | null
  /** Changes in which there was something new. */
  readonly taken: number
  /** Fields that both sides changed. */
  readonly conflicts: number
  /** true: the portal has more, ask again at once. */
  readonly more: boolean
}

const pageSize = 200
/** So many changes at most are taken in by one transaction, so that a counter never waits long for the writer. */
const changesPerTurn = 20

/**
 * Reads one page of the portal's feed and takes it in, the cursor in the same transaction as the changes behind it: killed
 * anywhere it goes on where it was. A change that cannot be taken in at all is put before a clerk, and the feed goes on.
 * After `410` it begins anew; what is known is passed over, and what the portal has lost meanwhile (restored from an older
 * backup) is told to it again.
 *
 * @param waitSeconds  how long the portal may hold its answer until something is there, 0 to 25
 */
export const pullFromPortal = (deps: PortalInboxDeps) => {
  /** null: the feed goes on where it was. */
  let reread: Reread | null = null
  return async (line: PortalLine, waitSeconds: number, cancel: CancelSignal): Promise<PortalSaid<Pulled>> => {
    const { queries, clock } = deps
    const stored = keptCursor(await queries.getSetting(portalCursorSetting))
    const rereads = typeof (await queries.getSetting(portalRereadSetting)) === 'string'
    // Stopped in the middle of a reading from the beginning: what it had found is gone, so it begins once more.
    const cursor = rereads && reread === null ? null : stored
    if (rereads) reread ??= { seen: new Set(), behind: new Map() }
    const said = await line.changes(cursor, pageSize, reread ? 0 : waitSeconds, cancel)
    if (said.kind !== 'done') return said
    if (said.value === null) {
      reread = null
      await moveCursor(deps, null, clock.now())
      return { kind: 'done', value: { lines: null, taken: 0, conflicts: 0, more: true } }
    }
    const { next, more } = said.value
    // Told again for its own sake, a known change too says that the portal still has it.
    const changes = reread ? said.value.changes : await withoutKnown(deps, said.value.changes)
    let count = nothing
    for (let from = 0; from < changes.length; from += changesPerTurn)
      count = sum(count, await takeSome(deps, changes.slice(from, from + changesPerTurn), reread))
    if (next !== (changes.at(-1)?.cursor ?? cursor)) await moveCursor(deps, next)
    if (reread && !more) {
      await tellLost(deps, reread)
      reread = null
      await moveCursor(deps, next, null)
    }
    return { kind: 'done', value: { lines: next === cursor ? 0 : said.value.changes.length, ...count, more } }
  }
}

/** Most of a busy day's feed is the office's own: what is known already needs no transaction. */
async function withoutKnown(
  { queries }: PortalInboxDeps,
  changes: readonly PortalChangeLine[],
): Promise<readonly PortalChangeLine[]> {
  const known = await queries.listPortalKnownByIds([...new Set(changes.map((one) => one.id))])
  const versions = new Map(known.map((one) => [`${one.entity} ${one.id}`, one.version]))
  return changes.filter(({ entity, id, version }) => version > (versions.get(`${entity} ${id}`) ?? 0))
}

/** @param rereadSince  left out: whether the feed is read from its beginning stays as it is */
async function moveCursor(
  { work }: PortalInboxDeps,
  cursor: string | null,
  rereadSince?: Instant | null,
): Promise<void> {
  await work.run<null, never>(async ({ settings }) => {
    await settings.set(portalCursorSetting, cursor)
    if (rereadSince !== undefined) await settings.set(portalRereadSetting, rereadSince)
    return ok(null)
  })
}

type Count = Pick<Pulled, 'taken' | 'conflicts'>
const nothing: Count = { taken: 0, conflicts: 0 }
const sum = (a: Count, b: Count): Count => ({
  taken: a.taken + b.taken,
  conflicts: a.conflicts + b.conflicts,
})

type Take = (turn: PortalTurn, line: PortalChangeLine) => Promise<boolean>

/** One transaction for some changes; where it breaks, one for each, so that only the broken one stays behind. */
async function takeSome(
  deps: PortalInboxDeps,
  lines: readonly PortalChangeLine[],
  reread: Reread | null,
): Promise<Count> {
  const take: Take = async (turn, line) => {
    if (reread) await mindOtherPast(turn.stores, line)
    const taken = await takePortalNews(turn, line)
    if (reread) await noteReread(reread, turn.stores, line)
    return taken
  }
  try {
    return await inTurn(deps, lines, take)
  } catch (error) {
    deps.log.warn({ err: error }, 'some changes of the portal are taken in one by one')
  }
  let count = nothing
  for (const line of lines) {
    try {
      count = sum(count, await inTurn(deps, [line], take))
    } catch (error) {
      const { entity, id, version } = line
      deps.log.warn({ err: error, entity, id, version }, 'a change of the portal waits for a clerk')
      count = sum(count, await inTurn(deps, [line], putAside))
    }
  }
  return count
}

const putAside: Take = async (turn, line) => {
  await letWait(turn, line, null, 'unreadable')
  return true
}

async function inTurn(
  { office, work, clock, ids }: PortalInboxDeps,
  lines: readonly PortalChangeLine[],
  take: Take,
): Promise<Count> {
  const done = await work.run<Count, never>(async (inner) => {
    let taken = 0
    const { stores, found } = countingConflicts(inner)
    const turn = { office, ids, stores, at: clock.now() }
    for (const line of lines) if (await take(turn, line)) taken += 1
    const last = lines.at(-1)
    if (last) await stores.settings.set(portalCursorSetting, last.cursor)
    return ok({ taken, conflicts: found() })
  })
  if (!done.ok) throw new Error('an inbox transaction refused')
  return done.value
}
