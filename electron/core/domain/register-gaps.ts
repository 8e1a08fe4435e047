import { isInRanges, type SerialRange } from './number-start.ts'

/** A line of a register, as far as its number says. */
export interface NumberedLine {
  readonly scope: string
  readonly serial: number
}

export interface RegisterGap {
  readonly scope: string
  readonly serials: readonly number[]
}

/**
 * Serials that lack between the first and the last line of each scope; empty: the lines follow each other. Pure; the order of
 * the lines does not matter, and a void line is a line.
 *
 * @param elsewhere  serials that were used before the program, by scope: they lack nowhere
 */
export function gapsOf(
  lines: readonly NumberedLine[],
  elsewhere: (scope: string) => readonly SerialRange[] = () => [],
): readonly RegisterGap[] {
  const scopes = [...new Set(lines.map(({ scope }) => scope))].sort()
  return scopes.flatMap((scope): RegisterGap[] => {
    const there = new Set(lines.filter((one) => one.scope === scope).map(({ serial }) => serial))
    const first = Math.min(...there)
    const used = elsewhere(scope)
    const serials = Array.from({ length: Math.max(...there) - first }, (_, index) => first + index).filter(
      (serial) => !there.has(serial) && !isInRanges(used, serial),
    )
    return serials.length === 0 ? [] : [{ scope, serials }]
  })
}
