import { shellWords } from '../locales/shell.ts'
import { EmptyState } from '../ui/states.tsx'
import styles from './app.module.css'

/** The host does not know this window's key: an old address, or one from another start. */
export function KeyRefused() {
  return (
    <main className={styles.whole}>
      <EmptyState title={shellWords.keyRefused}>{shellWords.keyRefusedAction}</EmptyState>
    </main>
  )
}
