import type { Instant } from '#domain/instant.ts'
import { handsOver, isNewPaper } from '#domain/portal-plan.ts'
import type { PortalCall } from '#domain/portal-sync.ts'
import type { Stores } from '#ports/stores.ts'

/**
 * The portal does not get these papers now: a handover that waits and names one of them gives way. It is planned again behind the
 * paper, and nothing else of the dossier waits for it.
 */
export async function holdBackHandovers(
  { portal }: Pick<Stores, 'portal'>,
  held: readonly PortalCall[],
  at: Instant,
): Promise<void> {
  const papers = held.filter(isNewPaper)
  if (papers.length === 0) return
  const lanes = [...new Set(papers.map((one) => one.lane))]
  for (const one of await portal.listCallsIn(lanes, ['waiting']))
    if (papers.some((paper) => handsOver(one, paper)))
      await portal.saveCall({ ...one, state: 'replaced', stateAt: at })
}
