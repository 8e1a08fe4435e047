import styles from './meter.module.css'

export interface MeterProps {
  name: string
  /** Of its limit, or of the longest beside it where there is none; from 0 to 1, more is drawn as 1. */
  share: number
  /** Drawn in red. */
  late: boolean
  /** `4`, already formatted. */
  usedLabel: string
  /** `dari 2 hari`; empty: there is no limit. */
  limitLabel: string
}

/** How much of a time a part took. */
export function Meter({ name, share, late, usedLabel, limitLabel }: MeterProps) {
  return (
    <div className={styles.row} data-late={late ? true : undefined}>
      <span className={styles.name} title={name}>
        {name}
      </span>
      <span className={styles.track} aria-hidden>
        <span className={styles.fill} style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
      </span>
      <span className={styles.figure}>
        <b>{usedLabel}</b> {limitLabel}
      </span>
    </div>
  )
}
