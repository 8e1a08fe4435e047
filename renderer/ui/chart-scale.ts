/** 1, 2 or 5 times a power of ten, so that two to four lines stand behind the columns. */
function niceStep(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(highest))
  const wanted = highest / 3
  return (
    [0.1, 0.2, 0.5, 1, 2, 5].map((factor) => factor * power).find((step) => step >= wanted && step >= 1) ??
    power
  )
}

/** The figures at the lines of a chart, from zero to the first of them that no value exceeds. */
export function chartTicks(values: readonly number[]): readonly number[] {
  const highest = values.reduce((most, value) => Math.max(most, value), 1)
  const step = niceStep(highest)
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => index * step)
}
