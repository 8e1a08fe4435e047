import type { ReactNode } from 'react'
import { buttonBar } from './button-bars.ts'
import styles from './pane.module.css'

interface PaneHeadProps {
  title: string
  /** Its state, as a `Badge`. */
  badge?: ReactNode
  /** Lines below the title. */
  children?: ReactNode
}

/** The head of a pane beside a list: what is chosen, and its state. */
export function PaneHead({ title, badge, children }: PaneHeadProps) {
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <h2 className={styles.title}>{title}</h2>
        {badge}
      </div>
      {children}
    </header>
  )
}

/** What scrolls between head and foot, reached by Tab so that arrows scroll it. */
export function PaneScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  )
}

interface PanePartProps {
  label: string
  /** The label stands above it; otherwise only screen readers hear it. */
  titled?: boolean
  children: ReactNode
}

/** One part of what scrolls. */
export function PanePart({ label, titled, children }: PanePartProps) {
  return (
    <section className={styles.part} aria-label={label} data-titled={titled === true ? true : undefined}>
      {titled === true && <h3 className={styles.partTitle}>{label}</h3>}
      {children}
    </section>
  )
}

interface PaneFootProps {
  label: string
  /** Buttons alone stand in one line and wrap; fields stand one below the other. */
  fields?: boolean
  children: ReactNode
}

/** What can be done with it, always in sight. */
export function PaneFoot({ label, fields, children }: PaneFootProps) {
  return (
    <section
      className={styles.foot}
      aria-label={label}
      data-fields={fields === true ? true : undefined}
      ref={buttonBar}
    >
      {children}
    </section>
  )
}
