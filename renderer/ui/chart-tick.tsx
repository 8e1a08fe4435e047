import styles from './charts.module.css'

interface ChartTickProps {
  /** Labels that are drawn strong. */
  strong: ReadonlySet<string>
  /** Names at the left of rows, not under columns: how many characters have room there. */
  atLeft: number | null
  /** These come from the library. */
  x?: number | string
  y?: number | string
  payload?: { value: unknown }
}

const longestBelow = 24

/** A name on an axis. */
export function ChartTick({ strong, atLeft, x, y, payload }: ChartTickProps) {
  const label = String(payload?.value ?? '')
  const isLeft = atLeft !== null
  const longest = atLeft ?? longestBelow
  return (
    <text
      className={styles.axis}
      data-strong={strong.has(label) ? true : undefined}
      x={x}
      y={y}
      dx={isLeft ? -4 : 0}
      dy={isLeft ? 4 : 12}
      textAnchor={isLeft ? 'end' : 'middle'}
    >
      {label.length > longest ? `${label.slice(0, longest - 1).trimEnd()}…` : label}
      {label.length > longest && <title>{label}</title>}
    </text>
  )
}
