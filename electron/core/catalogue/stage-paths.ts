import type { Stage, StageAction, StageTable } from '#domain/stage-table.ts'

/** One way through a stage table: the stages in order, and the side tracks that were open at once. */
export interface StagePath {
  readonly name: string
  readonly stages: readonly string[]
  /** Stages that this way leaves out: their condition was not met. */
  readonly skipped: readonly string[]
}

const forwardOf = (stage: Stage | undefined): readonly StageAction[] =>
  (stage?.actions ?? []).filter((one) => one.kind === 'forward')

const find = (table: StageTable, code: string): Stage | undefined =>
  table.stages.find((one) => one.code === code)

/** Stages that can be reached from one, over every action. */
export function reachable(table: StageTable, start: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const walk = (code: string): void => {
    if (seen.has(code)) return
    seen.add(code)
    find(table, code)?.actions.forEach((action) => action.to.forEach(walk))
  }
  walk(start)
  return seen
}

/** Whether a permit or a refusal can come out from a stage on: an end that is not a withdrawal. */
export function canEnd(table: StageTable, code: string): boolean {
  return [...reachable(table, code)].some((reached) =>
    find(table, reached)?.actions.some(
      (one) => (one.kind === 'forward' || one.kind === 'refuse') && one.to.length === 0,
    ),
  )
}

/** Ways are counted, not listed without end: no office has more than a handful of conditions. */
const mostPaths = 64

/**
 * Every way forward from a stage to the end, once with and once without each stage that has a condition. Stages open at
 * once stand one behind the other, since all of them must be left before the next one opens.
 */
export function forwardPaths(table: StageTable, from: readonly string[], name: string): readonly StagePath[] {
  const paths: StagePath[] = []
  const walk = (waiting: readonly string[], done: readonly string[], skipped: readonly string[]): void => {
    if (paths.length >= mostPaths) return
    const next = waiting.find(
      (code) => !waiting.some((other) => other !== code && leadsTo(table, other, code)),
    )
    if (next === undefined) {
      paths.push({ name, stages: done, skipped })
      return
    }
    const rest = waiting.filter((one) => one !== next)
    const stage = find(table, next)
    const onward = (to: readonly string[]): readonly string[] => [
      ...rest,
      ...to.filter((one) => !rest.includes(one) && !done.includes(one)),
    ]
    if (!stage) return
    for (const action of forwardOf(stage)) walk(onward(action.to), [...done, next], skipped)
    if (stage.condition.when !== 'always')
      walk(onward(forwardOf(stage)[0]?.to ?? []), done, [...skipped, next])
  }
  walk(from, [], [])
  return paths
}

function leadsTo(table: StageTable, from: string, target: string): boolean {
  const seen = new Set<string>()
  const walk = (code: string): boolean => {
    if (seen.has(code)) return false
    seen.add(code)
    return forwardOf(find(table, code)).some((one) => one.to.some((to) => to === target || walk(to)))
  }
  return walk(from)
}

/** The ways of a table that end: to the permit, and to a refusal from each stage that may refuse. */
export function allPaths(table: StageTable): readonly StagePath[] {
  const permit = forwardPaths(table, [table.start], 'izin').filter((one) => meetsAsks(table, one))
  const refusals = table.stages.flatMap((stage) =>
    stage.actions
      .filter((one) => one.kind === 'refuse')
      .flatMap((one) => forwardPaths(table, one.to, `penolakan dari ${stage.code}`)),
  )
  return [...permit, ...refusals]
}

// *dan/atau*: a way on which fewer optional stages stand than the officer must ask for does not exist.
function meetsAsks(table: StageTable, path: StagePath): boolean {
  return table.stages.every((stage) =>
    stage.actions.every((action) => {
      if (action.asksAtLeast === 0 || !path.stages.includes(stage.code)) return true
      return action.to.filter((one) => path.stages.includes(one)).length >= action.asksAtLeast
    }),
  )
}
