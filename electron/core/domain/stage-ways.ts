import {
  getStage,
  type Stage,
  type StageAction,
  type StageCondition,
  type StageTable,
} from './stage-table.ts'

const entersByItself = (condition: StageCondition, flags: readonly string[]): boolean =>
  condition.when === 'always' || (condition.when === 'permit-type' && flags.includes(condition.flag))

const mayBeAsked = (condition: StageCondition): boolean =>
  condition.when === 'officer' || (condition.when === 'permit-type' && condition.orAsked)

/**
 * Stages that an officer may ask for with this action: those ahead that are not entered by themselves. Behind a stage
 * that is entered nothing is offered: whoever works there is asked in turn.
 */
export function askableStages(
  table: StageTable,
  action: Pick<StageAction, 'kind' | 'to'>,
  flags: readonly string[],
): readonly Stage[] {
  const found = new Map<string, Stage>()
  const walk = (code: string): void => {
    const stage = getStage(table, code)
    if (found.has(code) || entersByItself(stage.condition, flags)) return
    if (mayBeAsked(stage.condition)) found.set(code, stage)
    stage.actions.find((one) => one.kind === 'forward')?.to.forEach(walk)
  }
  if (action.kind === 'forward') action.to.forEach(walk)
  return [...found.values()]
}

/** Where targets really lead once conditions are weighed: skipped stages pass on to their own way forward. */
export function nextStages(
  table: StageTable,
  targets: readonly string[],
  flags: readonly string[],
  asks: readonly string[],
): { opens: readonly string[]; skipped: readonly string[] } {
  const opens = new Set<string>()
  const skipped: string[] = []
  const walk = (code: string, seen: readonly string[]): void => {
    if (seen.includes(code)) throw new Error(`stage table ${table.code} skips in a circle at ${code}`)
    const { condition, actions } = getStage(table, code)
    if (entersByItself(condition, flags) || (mayBeAsked(condition) && asks.includes(code))) {
      opens.add(code)
      return
    }
    if (condition.when === 'officer') skipped.push(code)
    actions.find((one) => one.kind === 'forward')?.to.forEach((to) => walk(to, [...seen, code]))
  }
  targets.forEach((code) => walk(code, []))
  return { opens: [...opens], skipped }
}

/** Whether the way forward from one stage leads to another, however far. */
export function liesBefore(table: StageTable, from: string, target: string): boolean {
  const seen = new Set<string>()
  const walk = (code: string): boolean =>
    getStage(table, code).actions.some(
      (one) =>
        one.kind === 'forward' &&
        one.to.some((to) => {
          if (to === target) return true
          if (seen.has(to)) return false
          seen.add(to)
          return walk(to)
        }),
    )
  return walk(from)
}
