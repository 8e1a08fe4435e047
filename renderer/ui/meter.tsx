import styles from './meter.module.css'

export interface MeterProps {
  name: string
  used: number
  limit: number
  /** `4`, already formatted. */
  usedLabel: string
  /** `dari 2 hari`. */
  limitLabel: string
}

/** How much of a limit a part took; red as soon as it took more. */
export function Meter({ name, used, limit, usedLabel, limitLabel }: MeterProps) {
  const share = limit <= 0 ? 100 : Math.min(100, (used / limit) * 100)
  return (
    <div className={styles.row} data-late={used > limit ? true : undefined}>
      <span className={styles.name}>{name}</span>
      <span className={styles.track} aria-hidden>
        <span className={styles.fill} style={{ width: `${share}%`, display: 'block' }} />
      </span>
      <span className={styles.figure}>
        <b>{usedLabel}</b> {limitLabel}
      </span>
    </div>
  )
}
