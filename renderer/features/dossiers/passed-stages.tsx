import styles from './dossiers.module.css'

/** Levels of the chain that a dossier has passed because nobody held them: whoever works on it reads why. */
export function PassedStages({ passed }: { passed: readonly string[] }) {
  return passed.map((one) => (
    <p key={one} className={styles.passed}>
      {one}.
    </p>
  ))
}
