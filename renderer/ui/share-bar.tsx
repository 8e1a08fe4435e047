import styles from './share-bar.module.css'

/** A bar in a cell of a table, beside the figure that it draws. `share` from 0 to 1. */
export function ShareBar({ share }: { share: number }) {
  return (
    <span className={styles.track} aria-hidden>
      <span className={styles.fill} style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
    </span>
  )
}
