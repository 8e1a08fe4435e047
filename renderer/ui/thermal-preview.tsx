import { uiWords } from '../locales/ui.ts'
import styles from './thermal-preview.module.css'

/** A line of the strip as the printer will print it, already laid out to its columns. */
export type StripLine =
  | { kind: 'text'; text: string; style: 'normal' | 'bold' | 'double' | 'inverse' }
  | { kind: 'qr'; modules: readonly (readonly boolean[])[] }
  | { kind: 'cut' }

/** The receipt on paper of 58 or 80 mm, white in dark mode too. */
export function ThermalPreview({ lines, label }: { lines: readonly StripLine[]; label?: string }) {
  return (
    <div className={styles.desk} tabIndex={0} role="region" aria-label={label ?? uiWords.receiptPreview}>
      <div className={styles.strip}>
        {lines.map((line, index) => (
          <Line key={index} line={line} />
        ))}
      </div>
    </div>
  )
}

function Line({ line }: { line: StripLine }) {
  switch (line.kind) {
    case 'text':
      return (
        <span className={`${styles.line} ${line.style === 'normal' ? '' : styles[line.style]}`}>
          {line.text}
        </span>
      )
    case 'qr':
      return <QrSquares modules={line.modules} />
    case 'cut':
      return <div className={styles.cut} />
  }
}

function QrSquares({ modules }: { modules: readonly (readonly boolean[])[] }) {
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter((square) => square !== '')
    .join('')
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      shapeRendering="crispEdges"
      aria-hidden
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}
