import type { ReactNode } from 'react'
import styles from './book.module.css'

/** The name of what is shown, over as many lines as it needs. */
export const PaneTitle = ({ children }: { children: ReactNode }) => (
  <h2 className={styles.paneTitle}>{children}</h2>
)

/** A titled part of a pane that is only read. */
export function BookSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.sectionTitle}>{title}</h3>
      {children}
    </section>
  )
}

/** Names and what holds of each. */
export function BookFacts({ facts }: { facts: readonly (readonly [name: string, value: string])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
