/** One way of doing a task, beside its peers. */
export interface Contender {
  readonly name: string
  run(): Promise<unknown>
}

export interface Measured {
  readonly name: string
  readonly runs: number
  readonly p50Ms: number
  readonly p95Ms: number
}

export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN

/**
 * Times contenders in turn, round by round, so that whatever else the machine does falls on all of them alike.
 *
 * @param warmUp  rounds that are not counted
 */
export async function interleave(
  contenders: readonly Contender[],
  rounds: number,
  warmUp: number,
): Promise<readonly Measured[]> {
  const times = new Map<string, number[]>(contenders.map((one) => [one.name, []]))
  for (let round = -warmUp; round < rounds; round += 1)
    for (const contender of contenders) {
      const from = performance.now()
      await contender.run()
      if (round >= 0) times.get(contender.name)?.push(performance.now() - from)
    }
  return contenders.map(({ name }) => summary(name, times.get(name) ?? []))
}

export function summary(name: string, times: readonly number[]): Measured {
  const sorted = [...times].sort((a, b) => a - b)
  return { name, runs: sorted.length, p50Ms: quantile(sorted, 0.5), p95Ms: quantile(sorted, 0.95) }
}

/** A figure that the project holds itself to: ours divided by the peer's, both of this run. */
export interface Ratio {
  readonly name: string
  readonly value: number
  /** null: told, not judged. */
  readonly target: number | null
  /** The target is what it must reach, not what it must keep below. */
  readonly atLeast?: boolean
}

export interface BenchResult {
  readonly bench: string
  readonly measured: readonly Measured[]
  readonly ratios: readonly Ratio[]
}

export const ratio = (
  name: string,
  ours: Measured | undefined,
  peer: Measured | undefined,
  target: number | null,
): Ratio => ({
  name,
  value: (ours?.p50Ms ?? Number.NaN) / (peer?.p50Ms ?? Number.NaN),
  target,
})
