import type { PortalSaid } from '#domain/portal-link.ts'
import { ok } from '#domain/result.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { Log } from '#ports/log.ts'
import type { PortalChangeLine, PortalLine } from '#ports/portal.ts'
import type { CancelSignal } from '#ports/printing.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import type { Office } from './office.ts'
import { takePortalNews } from './portal-apply.ts'
import { letWait, type PortalTurn } from './portal-context.ts'
import { keptCursor, portalCursorSetting } from './portal-setting.ts'

export interface PortalInboxDeps {
  readonly office: Office
  readonly work: UnitOfWork
  readonly clock: Clock
  readonly ids: IdSource
  readonly log: Log
}

/** One page of the feed. */
export interface Pulled {
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
 * After `410` it begins anew; what is known is passed over.
 *
 * @param waitSeconds  how long the portal may hold its answer until something is there, 0 to 25
 */
export const pullFromPortal =
  (deps: PortalInboxDeps) =>
  async (line: PortalLine, waitSeconds: number, cancel: CancelSignal): Promise<PortalSaid<Pulled>> => {
    const { work } = deps
    const kept = await work.run<string | null, never>(async ({ settings }) =>
      ok(keptCursor(await settings.get(portalCursorSetting))),
    )
    const cursor = kept.ok ? kept.value : null
    const said = await line.changes(cursor, pageSize, waitSeconds, cancel)
    if (said.kind !== 'done') return said
    if (said.value === null) {
      await moveCursor(deps, null)
      return { kind: 'done', value: { taken: 0, conflicts: 0, more: true } }
    }
    const { changes, next, more } = said.value
    let count = nothing
    for (let from = 0; from < changes.length; from += changesPerTurn)
      count = sum(count, await takeSome(deps, changes.slice(from, from + changesPerTurn)))
    if (next !== cursor) await moveCursor(deps, next)
    return { kind: 'done', value: { ...count, more } }
  }

async function moveCursor({ work }: PortalInboxDeps, cursor: string | null): Promise<void> {
  await work.run<null, never>(async ({ settings }) => {
    await settings.set(portalCursorSetting, cursor)
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
async function takeSome(deps: PortalInboxDeps, lines: readonly PortalChangeLine[]): Promise<Count> {
  try {
    return await inTurn(deps, lines, takePortalNews)
  } catch (error) {
    deps.log.warn({ err: error }, 'some changes of the portal are taken in one by one')
  }
  let count = nothing
  for (const line of lines) {
    try {
      count = sum(count, await inTurn(deps, [line], takePortalNews))
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
    let [taken, conflicts] = [0, 0]
    const portal: Stores['portal'] = {
      ...inner.portal,
      addConflict: async (conflict) => {
        await inner.portal.addConflict(conflict)
        conflicts += 1
      },
    }
    const stores = { ...inner, portal }
    const turn = { office, ids, stores, at: clock.now() }
    for (const line of lines) if (await take(turn, line)) taken += 1
    const last = lines.at(-1)
    if (last) await stores.settings.set(portalCursorSetting, last.cursor)
    return ok({ taken, conflicts })
  })
  if (!done.ok) throw new Error('an inbox transaction refused')
  return done.value
}
