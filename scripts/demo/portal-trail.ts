import { msBetween } from '#domain/instant.ts'
import { sayPortalWhy } from '#domain/wording/portal.ts'
import type { DemoStation } from './station.ts'
import { demoWords } from './words.ts'

/** What went to the portal and came from it. */
export interface PortalTrail {
  readonly pushed: number
  readonly pulled: number
  readonly setAside: number
  readonly conflicts: number
  /** Everything is out and in. */
  readonly drained: boolean
}

const longestMs = 300_000
const lookEveryMs = 100

const aWhile = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, lookEveryMs))

/** Waits until everything is out and in, or nothing goes on, and says what became of it. null: no portal was given. */
export async function portalTrail(
  station: DemoStation,
  tell: (line: string) => void,
): Promise<PortalTrail | null> {
  if (!station.hasPortal) return null
  const { queries } = station.tools.database
  const { clock } = station.tools
  const began = clock.now()
  tell(demoWords.portalWaits)
  for (;;) {
    const { portal } = station.office()
    const figures = await queries.portalFigures()
    const left = figures.unplanned + figures.waiting + figures.filesWaiting + figures.fetchesWaiting
    const totals = portal.totals()
    const drained = left === 0 && totals.isReadThrough
    // What waits behind something that was set aside cannot go before a clerk has mended it.
    const canGo =
      (await queries.nextPortalTry()) !== null ||
      (await queries.listPortalPlans(1)).length > 0 ||
      !totals.isReadThrough
    const isStuck = portal.condition().state === 'stopped' || !canGo
    const isOver = drained || isStuck || msBetween(began, clock.now()) > longestMs
    if (!isOver) {
      portal.wake()
      await aWhile()
      continue
    }
    const trail: PortalTrail = {
      pushed: totals.pushed,
      pulled: totals.pulled,
      setAside: figures.aside,
      conflicts: figures.conflicts,
      drained,
    }
    tell(demoWords.portalDone(trail))
    const { why } = portal.condition()
    if (!drained && why !== null) tell(sayPortalWhy(why))
    if (!drained) tell(demoWords.portalLeft)
    return trail
  }
}
