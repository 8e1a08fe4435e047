import type { PageFault } from '#contract/session.ts'
import type { Log } from '#ports/log.ts'

const hourMs = 3_600_000
/** A page that fails in a loop must not fill the disk, and a reference is logged once. */
const maxPerHour = 100

/**
 * Writes faults of pages into the station's log, so that the code a clerk reads out is found there.
 *
 * @param now  milliseconds since 1970
 */
export function createPageFaults(log: Pick<Log, 'error' | 'warn'>, now: () => number) {
  const seen = new Set<string>()
  let hourBegan = now()
  return (fault: PageFault): void => {
    if (now() - hourBegan >= hourMs) {
      hourBegan = now()
      seen.clear()
    }
    if (seen.has(fault.reference) || seen.size > maxPerHour) return
    seen.add(fault.reference)
    if (seen.size > maxPerHour)
      log.warn({ maxPerHour }, 'the page reports too many faults; the rest is dropped')
    else log.error({ ...fault }, 'a page failed')
  }
}
