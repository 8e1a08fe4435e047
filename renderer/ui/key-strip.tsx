import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { uiWords } from '../locales/ui.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Kbd } from './kbd.tsx'
import styles from './key-strip.module.css'

/** A key and what it does; the registry of `lib/keyboard` hands them over. */
export interface KeyHint {
  keys: string | readonly string[]
  label: string
  inStrip?: boolean
}

const keysOf = (hint: KeyHint) => (typeof hint.keys === 'string' ? [hint.keys] : hint.keys)

/** The keys that work now, at most five, those of the part with the focus first; at the right what was saved last. */
export function KeyStrip({ hints, end }: { hints: readonly KeyHint[]; end?: ReactNode }) {
  const shown = hints.filter((hint) => hint.inStrip !== false).slice(0, 5)
  return (
    <footer className={styles.strip}>
      {shown.map((hint) => (
        <span key={hint.label} className={styles.hint}>
          {keysOf(hint).map((keys) => (
            <Kbd key={keys} keys={keys} />
          ))}
          {hint.label}
        </span>
      ))}
      <span className={styles.end}>{end}</span>
    </footer>
  )
}

/** A hint for the right end of the strip. */
export function StripHint({ keys, children }: { keys?: string; children: ReactNode }) {
  return (
    <span className={styles.hint}>
      {keys !== undefined && <Kbd keys={keys} />}
      {children}
    </span>
  )
}

/** Keys and what they do, one under the other. */
export function KeyHints({ hints }: { hints: readonly KeyHint[] }) {
  return (
    <div className={styles.list}>
      {hints.map((hint) => (
        <Fragment key={`${hint.label} ${keysOf(hint).join()}`}>
          <span className={styles.keys}>
            {keysOf(hint).map((keys) => (
              <Kbd key={keys} keys={keys} />
            ))}
          </span>
          <span>{hint.label}</span>
        </Fragment>
      ))}
    </div>
  )
}

/** All keys of this screen (Ctrl+/). */
export function KeyList(props: { opened: boolean; onClose: () => void; hints: readonly KeyHint[] }) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={uiWords.shortcuts}>
      <KeyHints hints={props.hints} />
      <div className={styles.close}>
        <Button size="main" kbd="Esc" onPress={props.onClose}>
          {uiWords.close}
        </Button>
      </div>
    </Dialog>
  )
}
