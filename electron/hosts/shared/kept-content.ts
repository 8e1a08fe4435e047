import { contentBrought } from '#domain/resting-content.ts'
import type { FileCabinet } from '#ports/files.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'

/**
 * A unit of work that stores no dossier or slip whose content has been erased since it was looked at: another counter
 * may take out the file of another person at that very moment. Such work is a fault and leaves nothing behind; sent
 * again, it is refused in words, because the file is not there.
 */
export function withKeptContent(work: UnitOfWork, cabinet: Pick<FileCabinet, 'has'>): UnitOfWork {
  return {
    run: (task) =>
      work.run(async (stores) => {
        const brought = new Set<string>()
        const outcome = await task(noting(stores, (sha256) => brought.add(sha256)))
        if (!outcome.ok || brought.size === 0) return outcome
        await stores.contents.rest()
        for (const sha256 of brought) {
          if (await cabinet.has(sha256)) continue
          // What the portal has comes when it is first needed.
          const coming = await stores.portal.findFile('fetch', sha256)
          if (coming === undefined || coming.state === 'done')
            throw new Error(`content ${sha256} was erased while it was being stored`)
        }
        return outcome
      }),
  }
}

function noting(stores: Stores, bring: (sha256: string) => void): Stores {
  const { applications, dispatches } = stores
  return {
    ...stores,
    applications: {
      ...applications,
      save: async (state, events) => {
        await applications.save(state, events)
        contentBrought(state, events).forEach(bring)
      },
    },
    dispatches: {
      ...dispatches,
      settle: async (dispatch) => {
        await dispatches.settle(dispatch)
        if (dispatch.received?.slipSha256) bring(dispatch.received.slipSha256)
      },
    },
  }
}
