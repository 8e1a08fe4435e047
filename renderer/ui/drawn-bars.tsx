import { BarChart } from '@mantine/charts'
import { useId, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { uiWords } from '../locales/ui.ts'
import { chartTicks } from './chart-scale.ts'
import { HatchPattern } from './chart-marks.tsx'
import type { Bar } from './chart-marks.tsx'
import { ChartTick } from './chart-tick.tsx'
import './chart-sheets.ts'
import styles from './charts.module.css'

interface DrawnBarsProps {
  bars: readonly Bar[]
  height: number
  format: (value: number) => string
  sideways: boolean
  name: string
  onOpen?: (key: string) => void
}

/** The room that the library gives to a bar, and to the whole stack of which it is a part. */
interface Room {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
type GivenRoom = { readonly [Side in keyof Room]?: number | null | undefined }
type Shape = GivenRoom & { readonly payload?: unknown; readonly background?: GivenRoom | null | undefined }

const roomOf = (given: GivenRoom): Room => ({
  x: given.x ?? 0,
  y: given.y ?? 0,
  width: given.width ?? 0,
  height: given.height ?? 0,
})

/** Narrower than this, figures above neighbouring bars would touch. */
const roomForFigure = 11

/** A name in front of a row: longer ones end with an ellipsis; the widest letters of one size still have room. */
const longestName = 36
const letterPx = 7
const nameGapPx = 16

/** The drawing of `BarChart` alone. */
export function DrawnBars({ bars, height, format, sideways, name, onOpen }: DrawnBarsProps) {
  const hatch = useId()
  const keys = useBarKeys(bars, sideways, onOpen)
  const ticks = [...chartTicks(bars.map(({ within, beyond }) => within + beyond))]
  const figures = { type: 'number', ticks, domain: [0, ticks.at(-1) ?? 1], interval: 0 } as const
  const strong = new Set(bars.flatMap((bar) => (bar.strong === true ? [bar.label] : [])))
  const longest = Math.min(longestName, Math.max(0, ...bars.map(({ label }) => label.length)))
  const names = {
    tick: <ChartTick strong={strong} atLeft={sideways ? longest : null} />,
    tickLine: false,
  } as const
  const barOf = ({ payload }: Shape) => bars.find(({ key }) => key === (payload as Bar | undefined)?.key)
  const within = (shape: Shape) => (
    <rect
      className={styles.within}
      data-strong={barOf(shape)?.strong === true ? true : undefined}
      {...roomOf(shape)}
    />
  )
  // Drawn last, so it has the figure and the button of the whole stack.
  const beyond = (shape: Shape) => {
    const bar = barOf(shape)
    if (bar === undefined) return <g />
    const { x, y, width, height: tall } = roomOf(shape)
    const all = roomOf(shape.background ?? shape)
    const sum = bar.within + bar.beyond
    const words = uiWords.bar(bar.name ?? bar.label, format(sum), bar.beyond === 0 ? '' : format(bar.beyond))
    return (
      <g>
        {bar.beyond > 0 && (
          <rect
            className={styles.beyond}
            fill={`url(#${hatch})`}
            {...(sideways ? { x, y: y + 0.5 } : { x: x + 0.5, y })}
            width={Math.max(0, sideways ? width : width - 1)}
            height={Math.max(0, sideways ? tall - 1 : tall)}
          />
        )}
        {(sideways || all.width >= roomForFigure) && (
          <text
            className={styles.value}
            data-strong={bar.strong === true ? true : undefined}
            x={sideways ? x + width + 6 : x + width / 2}
            y={sideways ? y + tall / 2 + 4 : y - 5}
            textAnchor={sideways ? 'start' : 'middle'}
          >
            {format(sum)}
          </text>
        )}
        <rect className={styles.room} rx={4} {...all} {...keys(bar, words)}>
          <title>{words}</title>
        </rect>
      </g>
    )
  }
  return (
    <div
      className={styles.drawn}
      {...(onOpen === undefined ? { 'aria-hidden': true } : { role: 'group', 'aria-label': name })}
    >
      <BarChart
        h={height}
        data={bars.map((bar) => ({ ...bar }))}
        dataKey="label"
        type="stacked"
        orientation={sideways ? 'vertical' : 'horizontal'}
        series={[{ name: 'within' }, { name: 'beyond' }].map((one) => ({
          ...one,
          color: 'var(--color-edge)',
        }))}
        barProps={(series) => ({ shape: series.name === 'within' ? within : beyond })}
        maxBarWidth={sideways ? 16 : 34}
        withTooltip={false}
        accessibilityLayer={false}
        strokeDasharray="0"
        gridColor="var(--color-border)"
        gridAxis={sideways ? 'y' : 'x'}
        tickLine="none"
        valueFormatter={format}
        barChartProps={{
          margin: { top: sideways ? 0 : 18, right: sideways ? 40 : 0, bottom: 0, left: 0 },
          barCategoryGap: '20%',
        }}
        xAxisProps={sideways ? { ...figures, height: 30 } : { ...names, height: 22 }}
        yAxisProps={
          sideways ? { ...names, width: longest * letterPx + nameGapPx } : { ...figures, width: 44 }
        }
      >
        <defs>
          <HatchPattern id={hatch} />
        </defs>
      </BarChart>
    </div>
  )
}

/** Bars as buttons: one of them in the order of Tab, the arrows between them. */
function useBarKeys(bars: readonly Bar[], sideways: boolean, onOpen: ((key: string) => void) | undefined) {
  const rooms = useRef(new Map<string, SVGRectElement>())
  const full = bars.filter(({ within, beyond }) => within + beyond > 0).map(({ key }) => key)
  const entry = bars.find((bar) => bar.strong === true && full.includes(bar.key))?.key ?? full[0]
  return ({ key }: Bar, label: string) => {
    if (onOpen === undefined || !full.includes(key)) return { 'aria-hidden': true }
    return {
      role: 'button',
      tabIndex: key === entry ? 0 : -1,
      'aria-label': label,
      onClick: () => onOpen(key),
      ref: (element: SVGRectElement | null) => {
        if (element !== null) rooms.current.set(key, element)
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault()
          return onOpen(key)
        }
        const [back, on] = sideways ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight']
        const step = event.key === on ? 1 : event.key === back ? -1 : 0
        if (step === 0) return
        event.preventDefault()
        rooms.current.get(full[full.indexOf(key) + step] ?? key)?.focus()
      },
    }
  }
}
