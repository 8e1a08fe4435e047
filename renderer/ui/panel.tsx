import type { ReactNode } from 'react'
import { buttonBar } from './button-bars.ts'
import styles from './panel.module.css'

/** A card: one deep, never a card in a card. `plain` drops edge and radius where it fills a pane. */
export function Panel(props: { children: ReactNode; label?: string; plain?: boolean }) {
  return (
    <section
      className={styles.panel}
      aria-label={props.label}
      data-plain={props.plain === true ? true : undefined}
    >
      {props.children}
    </section>
  )
}

/** The padded inside of a panel. */
export function PanelBody({ children }: { children: ReactNode }) {
  return <div className={styles.body}>{children}</div>
}

export interface PanelHeadProps {
  title: ReactNode
  note?: ReactNode
  right?: ReactNode
  /** 36 px instead of 40. */
  dense?: boolean
  /** A line below; left out where fields follow at once. */
  line?: boolean
  level?: 2 | 3
}

/** The head of a panel: what it is, a word about it, and at the right what can be done with the whole. */
export function PanelHead({ title, note, right, dense, line, level = 2 }: PanelHeadProps) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <div
      className={styles.head}
      data-dense={dense === true ? true : undefined}
      data-line={line === true ? true : undefined}
    >
      <Title className={styles.title}>{title}</Title>
      <div className={styles.note}>{note}</div>
      {right !== undefined && <div className={styles.right}>{right}</div>}
    </div>
  )
}

/** The name of the screen, as in the rail, with a sentence on its present state and its actions at the right. */
export function ScreenTitle({
  title,
  note,
  right,
}: {
  title: ReactNode
  note?: ReactNode
  right?: ReactNode
}) {
  return (
    <div className={styles.screenTitle}>
      <h1>{title}</h1>
      <div className={styles.screenNote}>{note}</div>
      {right !== undefined && <div className={styles.right}>{right}</div>}
    </div>
  )
}

/** The fixed bar at the bottom of a screen: ways back at the left, the main action at the lower right. */
export function ActionBar({ start, children }: { start?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.actionBar} ref={buttonBar}>
      {start}
      <div className={styles.actionEnd}>{children}</div>
    </div>
  )
}
