import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { helpPages, helpTitles, helpWords, isDoor } from '../../locales/help.ts'
import type { HelpKey } from '../../locales/help.ts'
import { shellWords } from '../../locales/shell.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { KeyHints } from '../../ui/key-strip.tsx'
import type { KeyHint } from '../../ui/key-strip.tsx'
import styles from './help.module.css'

interface HelpDrawerProps {
  /** null: closed. */
  opened: { screen: HelpKey; hints: readonly KeyHint[] } | null
  onClose: () => void
}

/** F1: what this screen is for, the work in its order, what to do when something is not as usual, and its keys. */
export function HelpDrawer({ opened, onClose }: HelpDrawerProps) {
  return (
    <Drawer
      opened={opened !== null}
      title={helpWords.title(opened === null ? helpWords.unknownScreen : helpTitles[opened.screen])}
      onClose={onClose}
    >
      {opened !== null && <HelpPage {...opened} onClose={onClose} />}
    </Drawer>
  )
}

function HelpPage({
  screen,
  hints,
  onClose,
}: NonNullable<HelpDrawerProps['opened']> & { onClose: () => void }) {
  const page = helpPages[screen]
  // F1 once more puts the help away.
  const ref = useShortcuts([{ keys: 'F1', label: shellWords.help, run: onClose, inStrip: false }])
  return (
    <div className={styles.page} ref={ref} tabIndex={0} data-autofocus>
      <p className={styles.purpose}>{page.purpose}</p>
      <section>
        <h3 className={styles.head}>{helpWords.steps}</h3>
        <ol className={styles.steps}>
          {page.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <section>
        <h3 className={styles.head}>{helpWords.cases}</h3>
        <dl className={styles.cases}>
          {page.cases.map(({ when, then }) => (
            <div key={when}>
              <dt className={styles.when}>{when}</dt>
              <dd className={styles.then}>{then}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3 className={styles.head}>{helpWords.keys}</h3>
        <KeyHints hints={hints} />
      </section>
      {!isDoor(screen) && <p className={styles.everywhere}>{helpWords.everywhere}</p>}
    </div>
  )
}
