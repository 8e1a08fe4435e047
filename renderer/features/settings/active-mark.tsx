import { settingsWords as words } from '../../locales/settings.ts'
import styles from './settings.module.css'

/** Whether something is in use; in a table, where what is not stands back. */
export const ActiveMark = ({ active }: { active: boolean }) =>
  active ? words.active : <span className={styles.off}>{words.inactive}</span>
