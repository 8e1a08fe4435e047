import type { DossierLineView } from '#contract/dossier.ts'

export interface QueueStage {
  code: string
  label: string
  handsOver: boolean
}

export interface LineGroup {
  key: string
  /** null: the clock stands still or nobody mends it, whatever the stage. */
  stage: string | null
  lines: readonly DossierLineView[]
}

/** Groups that are no stage, at the end. */
export const pausedKey = 'paused'
export const longKey = 'long-unrepaired'
const placeOfOwn: Readonly<Record<string, number>> = {
  [pausedKey]: Number.MAX_SAFE_INTEGER - 1,
  [longKey]: Number.MAX_SAFE_INTEGER,
}

const urgencyOf = { late: 0, left: 1, age: 2, paused: 3, done: 4 } as const

/** Most urgent first: longest past its limit, then least time left, then the oldest where no limit is published. */
export function byUrgency(a: DossierLineView, b: DossierLineView): number {
  const kind = urgencyOf[a.timeLeft.kind] - urgencyOf[b.timeLeft.kind]
  if (kind !== 0) return kind
  const days =
    a.timeLeft.kind === 'left' ? a.timeLeft.days - b.timeLeft.days : b.timeLeft.days - a.timeLeft.days
  return days !== 0 ? days : a.submittedAt.localeCompare(b.submittedAt)
}

/**
 * The queue as it is worked through: by stage in the order of the procedure, stopped clocks last.
 * What only waits for its holder belongs to another screen and is left out.
 */
export function groupQueue(
  lines: readonly DossierLineView[],
  stages: readonly QueueStage[],
): readonly LineGroup[] {
  const place = new Map(stages.map((stage, index) => [stage.code, index]))
  const groups = new Map<string, DossierLineView[]>()
  for (const line of lines) {
    const paused = line.timeLeft.kind === 'paused'
    const here = line.stages.find(
      (one) => !stages.some((stage) => stage.code === one.code && stage.handsOver),
    )
    if (here === undefined) continue
    const key = line.repair?.long === true ? longKey : paused ? pausedKey : here.code
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  const rank = (key: string) => placeOfOwn[key] ?? place.get(key) ?? 0
  return [...groups.entries()]
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([key, found]) => ({
      key,
      stage: key in placeOfOwn ? null : (stages.find((stage) => stage.code === key)?.label ?? key),
      lines: found.toSorted(byUrgency),
    }))
}
