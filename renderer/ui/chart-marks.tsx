import styles from './charts.module.css'

export interface Bar {
  key: string
  /** Under the column, e.g. `Kam 19`; at the left of a row. */
  label: string
  /** In full, where the label is short: for the table and the name of a bar. */
  name?: string
  within: number
  beyond: number
  /** The one that the screen is about, e.g. the day shown. */
  strong?: boolean
}

/** How a line differs from the others without its colour. */
export type LineLook = 'solid' | 'dashed' | 'dotted'

export interface ChartLine {
  key: string
  name: string
  look: LineLook
}

export interface LinePoint {
  key: string
  label: string
  /** In the order of the lines; null: nothing is known, and the line has a gap. */
  values: readonly (number | null)[]
}

/** The fill of what is late. */
export function HatchPattern({ id }: { id: string }) {
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={6} height={6} className={styles.hatchGround} />
      <line x1={3} y1={0} x2={3} y2={6} className={styles.hatchLine} />
    </pattern>
  )
}

/** A circle, a square or a diamond on a line. */
export function LineMark({ look, x, y }: { look: LineLook; x: number; y: number }) {
  if (look === 'solid') return <circle className={styles.mark} data-look={look} cx={x} cy={y} r={3.5} />
  return (
    <rect
      className={styles.mark}
      data-look={look}
      x={x - 3}
      y={y - 3}
      width={6}
      height={6}
      {...(look === 'dotted' ? { transform: `rotate(45 ${x} ${y})` } : {})}
    />
  )
}
