import type { Instant } from './instant.ts'
import { ok, refuse, type Result } from './result.ts'
import { getStage, type Stage, type StageTable } from './stage-table.ts'

/** A level of the chain that nobody holds: by the administrator's word every dossier passes it, and says so. */
export interface VacantStage {
  readonly stage: string
  /** As it stands in each dossier that passes. */
  readonly reason: string
  readonly since: Instant
  /** Who said so. */
  readonly by: string
}

/** A level that a dossier has passed because it was vacant. */
export interface PassedStage {
  readonly stage: string
  readonly reason: string
  readonly at: Instant
}

export type VacantStageRefusal =
  { readonly code: 'stage-not-passable'; readonly stage: string } | { readonly code: 'vacancy-reason-needed' }

/**
 * Whether a stage is a level of the chain that only looks and approves: it leaves nothing behind, numbers, prints and signs
 * nothing, and leads one way forward. Everything else is work that somebody must do, and is never passed.
 */
export function mayBePassed(table: StageTable, stage: Stage): boolean {
  const { code, where, role, condition, outputs, prints, numbers, signs, actions } = stage
  const onward = actions.filter((one) => one.kind === 'forward')
  const [forward] = onward
  return (
    code !== table.start &&
    where === 'counter' &&
    role !== 'system' &&
    role !== 'applicant' &&
    condition.when === 'always' &&
    outputs === null &&
    [prints, numbers, signs, stage.notifies, stage.schedules, stage.holds].every((one) => one.length === 0) &&
    !(stage.activates || stage.handsOver || stage.atIntake || stage.entersData !== null) &&
    onward.length === 1 &&
    actions.every((one) => one === forward || one.kind === 'back') &&
    forward?.to.length === 1 &&
    !(forward.accepts || forward.needsNote) &&
    forward.asksAtLeast === 0
  )
}

/** Reads what the administrator says of a level. Refuses one that does work, and words that are missing. */
export function readVacancy(
  table: StageTable,
  typed: { readonly stage: string; readonly reason: string },
): Result<Pick<VacantStage, 'stage' | 'reason'>, VacantStageRefusal> {
  const known = table.stages.some((one) => one.code === typed.stage)
  if (!known || !mayBePassed(table, getStage(table, typed.stage)))
    return refuse({ code: 'stage-not-passable', stage: typed.stage })
  const reason = typed.reason.trim()
  return reason === '' ? refuse({ code: 'vacancy-reason-needed' }) : ok({ stage: typed.stage, reason })
}

/** Which levels a dossier has passed after one more move; a level that somebody left since is passed no more. */
export const passedAfter = (
  before: readonly PassedStage[] | undefined,
  left: string,
  passed: PassedStage | null,
): readonly PassedStage[] => [
  ...(before ?? []).filter((one) => one.stage !== left),
  ...(passed === null ? [] : [passed]),
]
