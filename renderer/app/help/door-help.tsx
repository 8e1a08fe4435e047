import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { listenToKeys, useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { doorKeys } from '../../locales/help.ts'
import { shellWords } from '../../locales/shell.ts'
import { Button } from '../../ui/button.tsx'
import { HelpDrawer } from './help-drawer.tsx'
import styles from './help.module.css'

interface DoorHelpProps {
  page: keyof typeof doorKeys
  children: ReactNode
}

/** F1 where nobody is signed in yet: the frame around the screens, which answers it later, is not drawn there. */
export function DoorHelp({ page, children }: DoorHelpProps) {
  const [opened, setOpened] = useState(false)
  useShortcuts([{ keys: 'F1', label: shellWords.help, run: () => setOpened(true) }])
  useEffect(() => listenToKeys(), [])
  return (
    <>
      {children}
      <div className={styles.atDoor}>
        <Button rank="tertiary" size="row" kbd="F1" onPress={() => setOpened(true)}>
          {shellWords.help}
        </Button>
      </div>
      <HelpDrawer
        opened={opened ? { screen: page, hints: doorKeys[page] } : null}
        onClose={() => setOpened(false)}
      />
    </>
  )
}
