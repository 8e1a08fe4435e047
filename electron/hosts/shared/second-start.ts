import { z } from 'zod'
import { claimStation, type StationClaim, type StationInfo } from './station-lock.ts'
import { StartRefusal } from './start-refusal.ts'
import { startWords } from './start-words.ts'

export type StartPlace =
  | { readonly first: true; readonly claim: StationClaim }
  /** A station already runs on the folder; these addresses open a window on it. */
  | { readonly first: false; readonly readyUrl: string; readonly windowUrl: string }

/**
 * Takes the data folder, or finds the way to a window on the station that has it.
 *
 * A station that just ends is waited for: its lock comes free, and this start becomes the first.
 * Throws `StartRefusal` `already-running` (it does not answer, or has no address), `data-folder-unusable`.
 */
export const takeStartPlace = async (dataDir: string, waitMs = 20_000): Promise<StartPlace> => {
  const deadline = performance.now() + waitMs
  for (;;) {
    const outcome = await claimStation(dataDir, Math.max(0, deadline - performance.now()))
    if (outcome.held) return { first: true, claim: outcome.claim }
    const { running } = outcome
    if (running?.host === 'electron')
      throw new StartRefusal('already-running', startWords.runningInItsWindow(dataDir))
    const windowUrl = running && (await askForWindow(running))
    if (windowUrl) return { first: false, readyUrl: `${running.url}/#key=${running.key}`, windowUrl }
    if (performance.now() >= deadline)
      throw new StartRefusal('already-running', startWords.runningElsewhere(dataDir, running?.pid ?? null))
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** A key for one window from the running station, as an address; undefined when it does not answer. */
const askForWindow = async ({ url, key }: StationInfo): Promise<string | undefined> => {
  if (url === null || key === null) return undefined
  try {
    const response = await fetch(`${url}/ticket`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key }),
      signal: AbortSignal.timeout(3_000),
    })
    const parsed = z.object({ ticket: z.string() }).safeParse(await response.json())
    return parsed.success ? `${url}/#key=${parsed.data.ticket}` : undefined
  } catch {
    // Not listening any more, or somebody else's program on that port: the caller tries again, then says so.
    return undefined
  }
}
