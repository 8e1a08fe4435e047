import { addMs, type Instant } from '#domain/instant.ts'
import { waitBeforeNextTry, type PortalIllness, type PortalSaid } from '#domain/portal-link.ts'
import type { Clock } from '#ports/clock.ts'
import type { PortalPage } from '#ports/portal-intake.ts'
import type { Schedule } from '#ports/schedule.ts'

/** How fast the feed is asked again. */
export interface FeedPace {
  /**
   * Rests as long as an answer demands: not at all after one that brought something or was held; longer each time after a
   * refusal or an illness; and after one that brought nothing new although it was to be held or said that there is more, so that
   * a portal that holds nothing, says the same again, or whose feed never moves, is not asked without a pause.
   */
  rest(said: PortalSaid<PortalPage>, isToBeHeld: boolean, heldMs: number): Promise<void>
  /** Why the feed cannot be read although the line is open; null: it can. */
  trouble(): { readonly why: PortalIllness; readonly until: Instant | null } | null
  /** Something happened here: a rest that was only for the portal's sake ends. */
  hurry(): void
  /** The line is another one, or somebody wants it now: the rest ends, and what failed before no longer counts. */
  forget(): void
}

/** An answer that came sooner was not held. */
const heldAtLeastMs = 1_000
const longestPauseMs = 5_000
/** One or two may be chance; of more a clerk is told. */
const toldAfter = 3

export function createFeedPace(parts: {
  readonly clock: Clock
  readonly schedule: Schedule
  readonly chance: () => number
}): FeedPace {
  const { clock, schedule, chance } = parts
  let failures = 0
  /** Answers in a row that brought nothing new and came at once. */
  let vain = 0
  /** How often the feed started over without coming to its end. */
  let starts = 0
  let ill: { readonly why: PortalIllness; readonly until: Instant } | null = null
  let endRest: () => void = () => undefined

  const pause = (ms: number): Promise<void> =>
    ms <= 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          const halt = schedule(ms, resolve)
          endRest = () => {
            halt()
            resolve()
          }
        })

  return {
    rest(said, isToBeHeld, heldMs) {
      if (said.kind === 'done') {
        failures = 0
        ill = null
        const { lines, pulled, more } = said.value
        const isNothing = pulled === 0 && (lines === 0 ? isToBeHeld || more : lines !== null && isToBeHeld)
        const isVain = isNothing && heldMs < heldAtLeastMs
        vain = isVain ? vain + 1 : 0
        starts = lines === null ? starts + 1 : more ? starts : 0
        const times = Math.max(vain, lines === null ? starts : 0)
        return pause(times <= 1 ? 0 : Math.min(longestPauseMs, 500 * 2 ** Math.min(times - 2, 10)))
      }
      // The gate is shut, and says why.
      if (said.kind === 'stopped') return Promise.resolve()
      failures += 1
      // Nothing of the contract refuses a reading: what does so is no portal of it.
      const [why, askedMs] =
        said.kind === 'later' ? [said.why, said.waitMs] : ['not-the-portal' as const, null]
      const ms = waitBeforeNextTry(failures, askedMs, chance())
      ill = { why, until: addMs(clock.now(), ms) }
      return pause(ms)
    },
    trouble: () => (failures >= toldAfter ? ill : null),
    hurry() {
      if (failures === 0) endRest()
    },
    forget() {
      failures = 0
      vain = 0
      starts = 0
      ill = null
      endRest()
    },
  }
}
