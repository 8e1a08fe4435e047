import styles from './kbd.module.css'

/** A key as it is written on the keyboard of the office; `Ctrl+Enter` is shown as `Ctrl Enter`. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className={styles.kbd}>{keyLabel(keys)}</kbd>
}

const names: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Space: 'Spasi',
  ' ': 'Spasi',
  Delete: 'Del',
}

/** The words on a key hint, e.g. `Ctrl+ArrowUp` → `Ctrl ↑`. */
export function keyLabel(keys: string): string {
  return keys
    .split('+')
    .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' ')
}
