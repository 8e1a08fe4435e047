import styles from './next-number.module.css'

interface NextNumberProps {
  /** A number around its serial, which has at least `width` digits. */
  looks: { readonly before: string; readonly after: string; readonly width: number }
  /** null: what was typed is no number. */
  serial: number | null
  label: string
}

/** The next number of a series as it will look, the serial set apart. */
export function NextNumber({ looks, serial, label }: NextNumberProps) {
  return (
    <span className={styles.next}>
      <span className={styles.label}>{label}</span>
      {serial === null ? (
        <span>–</span>
      ) : (
        <span className={styles.number}>
          {looks.before}
          <b>{String(serial).padStart(looks.width, '0')}</b>
          {looks.after}
        </span>
      )}
    </span>
  )
}
