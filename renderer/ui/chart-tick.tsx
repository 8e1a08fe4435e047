import styles from './charts.module.css'

interface ChartTickProps {
  /** Labels that are drawn strong. */
  strong: ReadonlySet<string>
  /** Names at the left of rows, not under columns. */
  atLeft: boolean
  /** These come from the library. */
  x?: number | string
  y?: number | string
  payload?: { value: unknown }
}

const longest = 24

/** A name on an axis. */
export function ChartTick({ strong, atLeft, x, y, payload }: ChartTickProps) {
  const label = String(payload?.value ?? '')
  return (
    <text
      className={styles.axis}
      data-strong={strong.has(label) ? true : undefined}
      x={x}
      y={y}
      dx={atLeft ? -4 : 0}
      dy={atLeft ? 4 : 12}
      textAnchor={atLeft ? 'end' : 'middle'}
    >
      {label.length > longest ? `${label.slice(0, longest - 1).trimEnd()}…` : label}
      {label.length > longest && <title>{label}</title>}
    </text>
  )
}
