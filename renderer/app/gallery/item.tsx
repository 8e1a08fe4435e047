import type { ReactNode } from 'react'
import styles from './gallery.module.css'

/** One part in its states, with its name. */
export function Item({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={styles.item} aria-label={name}>
      <h2 className={styles.name}>{name}</h2>
      <div className={styles.row}>{children}</div>
    </section>
  )
}
