import type { DossierLineView } from '#contract/dossier.ts'
import type { LineGroup } from './queue-groups.ts'

/** Groups of what a search found: in one's own queue, and elsewhere. */
export const inQueueKey = 'in-queue'
export const elsewhereKey = 'elsewhere'

/** What was found, in the order of the search; what waits for this user comes first. Empty groups are left out. */
export function foundGroups(
  found: readonly DossierLineView[],
  queue: readonly LineGroup[],
): readonly LineGroup[] {
  const mine = new Set(queue.flatMap((group) => group.lines.map((line) => line.id)))
  return [
    { key: inQueueKey, stage: null, lines: found.filter((line) => mine.has(line.id)) },
    { key: elsewhereKey, stage: null, lines: found.filter((line) => !mine.has(line.id)) },
  ].filter((group) => group.lines.length > 0)
}
