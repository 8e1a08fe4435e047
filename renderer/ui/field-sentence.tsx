import { IconAlertCircle } from '@tabler/icons-react'
import styles from './field.module.css'

/** The sentence under (or right of) a refused field; Mantine ties it to the field by `aria-describedby`. */
export function FieldSentence({ children }: { children: string }) {
  return (
    <span className={styles.sentence}>
      <IconAlertCircle size={16} stroke={2} aria-hidden />
      <span>{children}</span>
    </span>
  )
}

/** What Mantine's `error` property takes: nothing, or the sentence with its icon. */
export const fieldError = (sentence: string | undefined) =>
  sentence === undefined ? undefined : <FieldSentence>{sentence}</FieldSentence>
