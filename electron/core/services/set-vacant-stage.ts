import { ok, type Result } from '#domain/result.ts'
import { readVacancy, type VacantStage, type VacantStageRefusal } from '#domain/vacant-stage.ts'
import type { Queries } from '#ports/queries.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory } from './history.ts'
import { printedDocuments, throughAutomaticStages } from './move-dossier.ts'
import type { SignedIn } from './office.ts'
import { vacantStagesKey, vacantStagesOf, withVacancy } from './vacant-stages.ts'

export interface VacantStageOrder {
  readonly stage: string
  /** Why nobody holds it; null: somebody does again. */
  readonly reason: string | null
}

interface Deps extends DossierDeps {
  readonly queries: Pick<Queries, 'listAtStages'>
}

/** So many at once; whatever lies there beyond goes on at the next saving. */
const mostPassed = 1000

/**
 * Says that a level of the chain is vacant, or held again. What lies there goes on at once, each dossier in a transaction of its
 * own, and what comes later passes; each of them says so in its history. Repeatable: what an interrupted call left goes on then.
 *
 * @returns how many dossiers went on now
 */
export const setVacantStage =
  ({ office, work, clock, ids, queries }: Deps) =>
  async (order: VacantStageOrder, who: SignedIn): Promise<Result<number, VacantStageRefusal>> => {
    const table = office.profile.stageTable
    const { stage, reason } = order
    const read = reason === null ? null : readVacancy(table, { stage, reason })
    if (read && !read.ok) return read
    const saved = await work.run<readonly VacantStage[], never>(async ({ settings }) => {
      const vacancy = read && { reason: read.value.reason, since: clock.now(), by: who.user.name }
      const after = withVacancy(vacantStagesOf(await settings.get(vacantStagesKey)), stage, vacancy)
      await settings.set(vacantStagesKey, after)
      return ok(after)
    })
    if (!saved.ok || read === null) return ok(0)
    let passed = 0
    for (const { id } of await queries.listAtStages([stage], mostPassed)) {
      const moved = await work.run<boolean, never>(async (stores) => {
        const state = await stores.applications.find(id)
        if (!state?.openStages.some((one) => one.stage === stage)) return ok(false)
        const printed = await printedDocuments(stores, state, table)
        const context = { office, ids, at: clock.now(), printed, vacant: saved.value }
        const pending = throughAutomaticStages(context, { state, events: [] }, who.station)
        // What a level refuses for now stays there, and is seen there.
        if (!pending.ok || pending.value.events.length === 0) return ok(false)
        await commitHistory(stores, pending.value, ids)
        return ok(true)
      })
      if (moved.ok && moved.value) passed += 1
    }
    return ok(passed)
  }
