import { Drawer as MantineDrawer } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { uiWords } from '../locales/ui.ts'
import { IconButton } from './button.tsx'
import { buttonBar } from './button-bars.ts'
import styles from './drawer.module.css'
import { Kbd } from './kbd.tsx'
import { useReturnFocus } from './use-return-focus.ts'

interface DrawerHeadProps {
  title: string
  onClose: () => void
}

function DrawerHead({ title, onClose }: DrawerHeadProps) {
  return (
    <div className={styles.head}>
      <h2 className={styles.title} title={title}>
        {title}
      </h2>
      <Kbd keys="Esc" />
      <IconButton icon={IconX} label={uiWords.close} onPress={onClose} />
    </div>
  )
}

export interface DrawerProps extends DrawerHeadProps {
  opened: boolean
  children: ReactNode
  /** Between the list and the foot, always in sight: what is known of the chosen one. */
  detail?: ReactNode
  foot?: ReactNode
  width?: number
}

/** Details over the screen, at the right, for windows too narrow to show them beside it. Esc closes without loss. */
export function Drawer({ opened, title, onClose, children, detail, foot, width = 404 }: DrawerProps) {
  useReturnFocus(opened)
  return (
    <MantineDrawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={width}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': title } }}
      transitionProps={{ duration: 160, exitDuration: 0 }}
      overlayProps={{ className: styles.overlay ?? '', backgroundOpacity: 1 }}
      classNames={{ content: styles.content ?? '', body: styles.body ?? '' }}
    >
      <DrawerHead title={title} onClose={onClose} />
      <div className={styles.scroll}>{children}</div>
      {detail !== undefined && <div className={styles.detail}>{detail}</div>}
      {foot !== undefined && (
        <div className={styles.foot} ref={buttonBar}>
          {foot}
        </div>
      )}
    </MantineDrawer>
  )
}

/** The same details beside the table, so that what was asked about stays visible. */
export function SidePane({
  title,
  onClose,
  children,
  detail,
  foot,
  width = 404,
}: Omit<DrawerProps, 'opened'>) {
  return (
    <aside className={styles.pane} style={{ width }} aria-label={title}>
      <DrawerHead title={title} onClose={onClose} />
      <div className={styles.scroll}>{children}</div>
      {detail !== undefined && <div className={styles.detail}>{detail}</div>}
      {foot !== undefined && (
        <div className={styles.foot} ref={buttonBar}>
          {foot}
        </div>
      )}
    </aside>
  )
}
