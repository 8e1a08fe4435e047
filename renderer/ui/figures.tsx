import { Link } from 'wouter'
import styles from './figures.module.css'

export interface Figure {
  name: string
  /** Already formatted; `–` for what is not known. */
  value: string
  note?: string
  /** Below the note, and like it. */
  more?: string
  tone?: 'red' | 'amber'
  /** Where what is counted can be seen. */
  to?: string
  /** Told when somebody goes there. */
  onFollow?: () => void
  /** What is behind the figure; left out: nothing opens. */
  onOpen?: () => void
}

/** The few figures of a day, side by side. */
export function Figures({
  label,
  figures,
  dense,
}: {
  label: string
  figures: readonly Figure[]
  dense?: boolean
}) {
  return (
    <dl className={styles.row} aria-label={label} data-dense={dense === true ? true : undefined}>
      {figures.map((figure) => (
        <div key={figure.name} className={styles.cell}>
          <dt className={styles.name}>{figure.name}</dt>
          <dd className={styles.value}>
            {figure.onOpen !== undefined ? (
              <button
                type="button"
                className={styles.open}
                aria-label={`${figure.name}: ${figure.value}`}
                onClick={figure.onOpen}
              >
                {figure.value}
              </button>
            ) : figure.to === undefined ? (
              figure.value
            ) : (
              <Link href={figure.to} className={styles.link} onClick={figure.onFollow}>
                {figure.value}
              </Link>
            )}
          </dd>
          <dd className={styles.note} data-tone={figure.tone}>
            {figure.note}
          </dd>
          {figure.more !== undefined && <dd className={styles.note}>{figure.more}</dd>}
        </div>
      ))}
    </dl>
  )
}
