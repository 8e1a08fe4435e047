import type { ReactNode } from 'react'
import styles from './two-panes.module.css'

export interface TwoPanesProps {
  /** A `ScreenTitle`. */
  title: ReactNode
  /** What stands above the list: banners. */
  above?: ReactNode
  list: ReactNode
  pane: ReactNode
  /** Names the pane for a screen reader. */
  paneName: string
  /** The pane shows a sheet of paper and takes more of a wide window. */
  sheet?: boolean
}

/** A screen of a list at the left and the one that is chosen at the right; each scrolls by itself. */
export function TwoPanes({ title, above, list, pane, paneName, sheet }: TwoPanesProps) {
  return (
    <div className={styles.screen} data-sheet={sheet === true ? true : undefined}>
      <div className={styles.title}>{title}</div>
      <div className={styles.list}>
        {above}
        <div className={styles.card}>{list}</div>
      </div>
      <aside className={styles.pane} aria-label={paneName}>
        {pane}
      </aside>
    </div>
  )
}
