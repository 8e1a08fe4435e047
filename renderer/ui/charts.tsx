import { lazy, Suspense, useId, useState } from 'react'
import type { ReactNode } from 'react'
import { uiWords } from '../locales/ui.ts'
import { TextLink } from './button.tsx'
import { HatchPattern, LineMark } from './chart-marks.tsx'
import type { Bar, ChartLine, LinePoint } from './chart-marks.tsx'
import { Panel, PanelHead } from './panel.tsx'
import styles from './charts.module.css'

// The library comes with the first chart that is on a screen, never with the page.
const DrawnBars = lazy(async () => ({ default: (await import('./drawn-bars.tsx')).DrawnBars }))
const DrawnLines = lazy(async () => ({ default: (await import('./drawn-lines.tsx')).DrawnLines }))

interface ChartFrameProps {
  /** What is drawn: the name of the figure and of its table. */
  label: string
  height?: number
  /** Formats a figure, e.g. with a point for thousands. */
  format: (value: number) => string
  /** true: the table stands in the place of the drawing; else only a screen reader finds it. */
  asTable?: boolean
}

export interface BarChartProps extends ChartFrameProps {
  bars: readonly Bar[]
  /** What is counted, where nothing has a limit: the head of the only column of figures. */
  counted?: string
  /** Lies on its side: for names longer than a day's, with the height of its rows. */
  sideways?: boolean
  /** Each bar that is not empty becomes a button, with the arrows between them. */
  onOpen?: (key: string) => void
}

/** Bars from zero, the late part hatched on top, the sum on each; screen readers get the same figures as a table. */
export function BarChart({ bars, counted, sideways = false, onOpen, ...frame }: BarChartProps) {
  const { label, format } = frame
  const height = frame.height ?? (sideways ? bars.length * 28 + 34 : 150)
  return (
    <ChartFrame
      {...frame}
      height={height}
      heads={counted === undefined ? [uiWords.withinLimit, uiWords.beyondLimit] : [counted]}
      rows={bars.map(({ key, label: short, name, within, beyond }) => ({
        key,
        label: name ?? short,
        values: counted === undefined ? [within, beyond] : [within],
      }))}
    >
      <DrawnBars
        bars={bars}
        height={height}
        format={format}
        sideways={sideways}
        name={label}
        {...(onOpen === undefined ? {} : { onOpen })}
      />
    </ChartFrame>
  )
}

export interface LineChartProps extends ChartFrameProps {
  lines: readonly ChartLine[]
  points: readonly LinePoint[]
}

/** Lines from zero, told apart by stroke and mark; screen readers get the same figures as a table. */
export function LineChart({ lines, points, height = 180, ...frame }: LineChartProps) {
  return (
    <ChartFrame {...frame} height={height} heads={lines.map(({ name }) => name)} rows={points}>
      <DrawnLines lines={lines} points={points} height={height} format={frame.format} />
    </ChartFrame>
  )
}

function ChartFrame(
  props: ChartFrameProps & {
    height: number
    heads: readonly string[]
    rows: readonly LinePoint[]
    children: ReactNode
  },
) {
  const { label, height, heads, rows, format, asTable = false } = props
  return (
    <figure className={styles.figure} aria-label={label}>
      {!asTable && (
        // Its room is kept while the library comes: nothing below moves.
        <div style={{ height }}>
          <Suspense fallback={null}>{props.children}</Suspense>
        </div>
      )}
      <div
        className={asTable ? styles.tableScroll : 'visually-hidden'}
        style={asTable ? { maxHeight: Math.max(height, 200) } : {}}
      >
        <table className={styles.table}>
          <caption className="visually-hidden">
            {uiWords.chartTable}: {label}
          </caption>
          <thead>
            <tr>
              <td />
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {row.values.map((value, index) => (
                  <td key={heads[index]}>{value === null ? '–' : format(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}

interface ChartPanelProps {
  title: string
  note?: string
  legend?: ReactNode
  children: (asTable: boolean) => ReactNode
}

/** A chart with its head; its figures stand in its place as a table as long as that is wanted. */
export function ChartPanel({ title, note, legend, children }: ChartPanelProps) {
  const [asTable, setAsTable] = useState(false)
  return (
    <Panel label={title}>
      <PanelHead
        title={title}
        note={note}
        dense
        right={
          <span className={styles.legend}>
            {!asTable && legend}
            <TextLink onPress={() => setAsTable(!asTable)}>
              {asTable ? uiWords.asChart : uiWords.asTable}
            </TextLink>
          </span>
        }
      />
      <div className={styles.panel}>{children(asTable)}</div>
    </Panel>
  )
}

/** What the two fills mean; stands at the right of the chart's head. */
export function BarLegend({ within, beyond }: { within?: string; beyond?: string }) {
  const hatch = useId()
  return (
    <span className={styles.legend}>
      <span className={styles.key}>
        <svg width={12} height={12} aria-hidden>
          <rect className={styles.within} width={12} height={12} />
        </svg>
        {within ?? uiWords.withinLimit}
      </span>
      <span className={styles.key}>
        <svg width={12} height={12} aria-hidden>
          <defs>
            <HatchPattern id={hatch} />
          </defs>
          <rect className={styles.beyond} fill={`url(#${hatch})`} x={0.5} y={0.5} width={11} height={11} />
        </svg>
        {beyond ?? uiWords.beyondLimit}
      </span>
    </span>
  )
}

/** Which line is which. */
export function LineLegend({ lines }: { lines: readonly ChartLine[] }) {
  return (
    <span className={styles.legend}>
      {lines.map(({ key, name, look }) => (
        <span key={key} className={styles.key}>
          <svg width={24} height={12} aria-hidden>
            <line className={styles.line} data-look={look} x1={0} x2={24} y1={6} y2={6} />
            <LineMark look={look} x={12} y={6} />
          </svg>
          {name}
        </span>
      ))}
    </span>
  )
}
