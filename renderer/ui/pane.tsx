import type { ReactNode } from 'react'
import { buttonBar } from './button-bars.ts'
import styles from './pane.module.css'
import { PanelHead } from './panel.tsx'

interface PaneProps {
  title: ReactNode
  /** Beside the title, e.g. its state. */
  note?: ReactNode
  /** Between head and what scrolls: a banner. */
  above?: ReactNode
  /** What can be done with it: an `ActionBar`. */
  foot?: ReactNode
  /** Where nothing in it takes the focus: names what is reached by Tab, so that arrows scroll it. */
  label?: string
  children: ReactNode
}

/** One thing beside its list, told in a few lines: the head stays, the lines scroll, the foot stays. */
export function Pane({ title, note, above, foot, label, children }: PaneProps) {
  return (
    <div className={styles.frame}>
      <PanelHead title={title} note={note} line />
      {above}
      <div
        className={styles.lines}
        {...(label === undefined ? {} : { tabIndex: 0, role: 'group', 'aria-label': label })}
      >
        {children}
      </div>
      {foot}
    </div>
  )
}

/** A line of small type in a pane. */
export function PaneNote({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>
}

/** Two short fields side by side. */
export function PanePair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>
}

/** Buttons in the midst of a pane; they wrap. */
export function PaneButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>
}

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
