import styles from './button.module.css'
import { Kbd } from './kbd.tsx'

/** The one button of a small form, as wide as its fields; Enter in any of them presses it. */
export function SubmitButton({ children, busy }: { children: string; busy?: boolean }) {
  return (
    <button
      type="submit"
      className={styles.button}
      data-rank="main"
      data-size="tall"
      data-wide
      aria-busy={busy === true ? true : undefined}
    >
      {children}
      <Kbd keys="Enter" />
    </button>
  )
}
