import { LineChart } from '@mantine/charts'
import { chartTicks } from './chart-scale.ts'
import { ChartTick } from './chart-tick.tsx'
import { LineMark } from './chart-marks.tsx'
import type { ChartLine, LinePoint } from './chart-marks.tsx'
import './chart-sheets.ts'
import styles from './charts.module.css'

interface DrawnLinesProps {
  lines: readonly ChartLine[]
  points: readonly LinePoint[]
  height: number
  format: (value: number) => string
}

const dashes = { solid: '0', dashed: '6 4', dotted: '2 3' } as const
const colours = {
  solid: 'var(--color-text)',
  dashed: 'var(--color-text-2)',
  dotted: 'var(--color-edge)',
} as const

/** More marks than these would hide the line. */
const mostMarks = 40

interface Dot {
  cx?: number | null | undefined
  cy?: number | null | undefined
  index?: number | undefined
}

/** The drawing of `LineChart` alone. */
export function DrawnLines({ lines, points, height, format }: DrawnLinesProps) {
  const known = points.flatMap(({ values }) => values.filter((value) => value !== null))
  const ticks = [...chartTicks(known)]
  const data = points.map(({ label, values }) => ({
    label,
    ...Object.fromEntries(lines.map(({ key }, index) => [key, values[index] ?? null])),
  }))
  return (
    <div className={styles.drawn} aria-hidden>
      <LineChart
        h={height}
        data={data}
        dataKey="label"
        series={lines.map(({ key, look }) => ({
          name: key,
          color: colours[look],
          strokeDasharray: dashes[look],
        }))}
        lineProps={(series) => {
          const line = lines.find(({ key }) => key === series.name)
          return {
            dot: ({ cx, cy, index = 0 }: Dot) => {
              const point = points[index]
              const value = line && point?.values[lines.indexOf(line)]
              if (
                !line ||
                !point ||
                typeof cx !== 'number' ||
                typeof cy !== 'number' ||
                typeof value !== 'number'
              )
                return <g key={index} />
              return (
                <g key={point.key}>
                  {points.length <= mostMarks && <LineMark look={line.look} x={cx} y={cy} />}
                  <circle className={styles.room} cx={cx} cy={cy} r={10}>
                    <title>{`${point.label}, ${line.name}: ${format(value)}`}</title>
                  </circle>
                </g>
              )
            },
            activeDot: false,
          }
        }}
        curveType="linear"
        connectNulls={false}
        withTooltip={false}
        accessibilityLayer={false}
        strokeDasharray="0"
        gridColor="var(--color-border)"
        tickLine="none"
        valueFormatter={format}
        lineChartProps={{ margin: { top: 8, right: 8, bottom: 0, left: 0 } }}
        xAxisProps={{
          tick: <ChartTick strong={new Set()} atLeft={null} />,
          height: 22,
          padding: { left: 16, right: 16 },
        }}
        yAxisProps={{ type: 'number', ticks, domain: [0, ticks.at(-1) ?? 1], interval: 0, width: 44 }}
      />
    </div>
  )
}
