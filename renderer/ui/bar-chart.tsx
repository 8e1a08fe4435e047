import { useElementSize } from '@mantine/hooks'
import { useId } from 'react'
import { uiWords } from '../locales/ui.ts'
import styles from './bar-chart.module.css'

export interface Bar {
  key: string
  /** Under the column, e.g. `Kam 19`. */
  label: string
  within: number
  beyond: number
  /** The day shown. */
  strong?: boolean
}

export interface BarChartProps {
  label: string
  bars: readonly Bar[]
  height?: number
  /** Formats a figure, e.g. with a point for thousands. */
  format: (value: number) => string
  /** What is counted, where nothing has a limit: the head of the only column of figures. */
  counted?: string
}

const left = 36
const top = 20
const bottom = 24

/** Columns from zero, the late part hatched on top, the sum on each; screen readers get the same figures as a table. */
export function BarChart({ label, bars, height = 150, format, counted }: BarChartProps) {
  const hatch = useId()
  const { ref, width } = useElementSize()
  const highest = Math.max(1, ...bars.map((bar) => bar.within + bar.beyond))
  const step = niceStep(highest)
  const ceiling = Math.ceil(highest / step) * step
  const drawable = height - top - bottom
  const y = (value: number) => top + drawable - (value / ceiling) * drawable
  const room = Math.max(0, width - left) / Math.max(1, bars.length)
  const thick = Math.min(34, room * 0.6)
  // Nothing is drawn before the width is known: lines of no length would flash.
  const lines = width > 0 ? Array.from({ length: ceiling / step + 1 }, (_, index) => index * step) : []
  return (
    <figure className={styles.figure} ref={ref} aria-label={label}>
      <svg className={styles.chart} height={height} width={width} aria-hidden>
        <defs>
          <pattern
            id={hatch}
            width={6}
            height={6}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width={6} height={6} className={styles.hatchGround} />
            <line x1={3} y1={0} x2={3} y2={6} className={styles.hatchLine} />
          </pattern>
        </defs>
        {lines.map((value) => (
          <g key={value}>
            <line className={styles.grid} x1={left} x2={width} y1={y(value)} y2={y(value)} />
            <text className={styles.axis} x={left - 8} y={y(value) + 4} textAnchor="end">
              {format(value)}
            </text>
          </g>
        ))}
        {width > 0 &&
          bars.map((bar, index) => {
            const middle = left + room * (index + 0.5)
            const x = middle - thick / 2
            const sum = bar.within + bar.beyond
            const strong = bar.strong === true ? true : undefined
            return (
              <g key={bar.key}>
                <rect
                  className={styles.within}
                  data-strong={strong}
                  x={x}
                  width={thick}
                  y={y(bar.within)}
                  height={y(0) - y(bar.within)}
                />
                {bar.beyond > 0 && (
                  <rect
                    className={styles.beyond}
                    fill={`url(#${hatch})`}
                    x={x + 0.5}
                    width={thick - 1}
                    y={y(sum)}
                    height={y(bar.within) - y(sum)}
                  />
                )}
                <text
                  className={styles.value}
                  data-strong={strong}
                  x={middle}
                  y={y(sum) - 5}
                  textAnchor="middle"
                >
                  {format(sum)}
                </text>
                <text
                  className={styles.axis}
                  data-strong={strong}
                  x={middle}
                  y={height - 6}
                  textAnchor="middle"
                >
                  {bar.label}
                </text>
              </g>
            )
          })}
      </svg>
      <ChartTable label={label} bars={bars} format={format} counted={counted} />
    </figure>
  )
}

function ChartTable({
  label,
  bars,
  format,
  counted,
}: Pick<BarChartProps, 'label' | 'bars' | 'format'> & { counted: string | undefined }) {
  return (
    <table className="visually-hidden">
      <caption>
        {uiWords.chartTable}: {label}
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{counted ?? uiWords.withinLimit}</th>
          {counted === undefined && <th scope="col">{uiWords.beyondLimit}</th>}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">{bar.label}</th>
            <td>{format(bar.within)}</td>
            {counted === undefined && <td>{format(bar.beyond)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the two fills mean; stands at the right of the chart's head. */
export function BarLegend() {
  const hatch = useId()
  return (
    <span className={styles.legend}>
      <span className={styles.key}>
        <svg width={12} height={12} aria-hidden>
          <rect className={styles.within} width={12} height={12} />
        </svg>
        {uiWords.withinLimit}
      </span>
      <span className={styles.key}>
        <svg width={12} height={12} aria-hidden>
          <defs>
            <pattern
              id={hatch}
              width={6}
              height={6}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width={6} height={6} className={styles.hatchGround} />
              <line x1={3} y1={0} x2={3} y2={6} className={styles.hatchLine} />
            </pattern>
          </defs>
          <rect className={styles.beyond} fill={`url(#${hatch})`} x={0.5} y={0.5} width={11} height={11} />
        </svg>
        {uiWords.beyondLimit}
      </span>
    </span>
  )
}

/** 1, 2 or 5 times a power of ten, so that two to four lines stand behind the columns. */
function niceStep(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(highest))
  const wanted = highest / 3
  return (
    [0.1, 0.2, 0.5, 1, 2, 5].map((factor) => factor * power).find((step) => step >= wanted && step >= 1) ??
    power
  )
}
