import type { Instant } from '#domain/instant.ts'
import type { VacantStage } from '#domain/vacant-stage.ts'

export const vacantStagesKey = 'office.vacantStages'

/** What was kept; none: every level is held. */
export const vacantStagesOf = (setting: unknown): readonly VacantStage[] =>
  Array.isArray(setting) ? (setting as readonly VacantStage[]) : []

/** The list with one level said to be vacant, or held again (`reason` null). */
export const withVacancy = (
  kept: readonly VacantStage[],
  stage: string,
  vacancy: { readonly reason: string; readonly since: Instant; readonly by: string } | null,
): readonly VacantStage[] => [
  ...kept.filter((one) => one.stage !== stage),
  ...(vacancy === null ? [] : [{ stage, ...vacancy }]),
]
