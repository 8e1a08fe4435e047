import type { ReactNode } from 'react'
import { portalScreenWords as words } from '../../locales/portal.ts'
import styles from './portal.module.css'

/** Names and values, one below the other; what is empty is not shown. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

interface SideProps {
  title: string
  /** Who and when. */
  note?: string
  children: ReactNode
}

/** One side of two. */
export function Side({ title, note, children }: SideProps) {
  return (
    <section className={styles.side} aria-label={title}>
      <h3 className={styles.sideTitle}>{title}</h3>
      <div className={styles.value}>{children}</div>
      {note !== undefined && note !== '' && <p className={styles.quiet}>{note}</p>}
    </section>
  )
}

export function Sides({ children }: { children: ReactNode }) {
  return <div className={styles.sides}>{children}</div>
}

export function Quiet({ children }: { children: ReactNode }) {
  return <p className={styles.quiet}>{children}</p>
}

/** Why an act was refused; nothing while it was not. */
export function Refused({ sentence }: { sentence: string | null }) {
  if (sentence === null) return null
  return (
    <p className={styles.refused} role="alert">
      {sentence}
    </p>
  )
}

/** A value that may be empty. */
export const orNothing = (value: string | null): string =>
  value === null || value === '' ? words.nothing : value
