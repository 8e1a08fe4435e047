import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { uiWords } from '../locales/ui.ts'
import { Button } from './button.tsx'
import styles from './drawer.module.css'
import { useReturnFocus } from './use-return-focus.ts'

export interface DialogProps {
  opened: boolean
  title: string
  onClose: () => void
  children: ReactNode
  width?: number
}

/** A window over the screen for one short task. */
export function Dialog({ opened, title, onClose, children, width = 480 }: DialogProps) {
  useReturnFocus(opened)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={width}
      centered
      withCloseButton={false}
      // Gone at once: while it fades, it would still swallow the keys of the screen below.
      transitionProps={{ duration: 120, exitDuration: 0, transition: 'fade' }}
      overlayProps={{ className: styles.overlay ?? '', backgroundOpacity: 1 }}
      classNames={{
        content: styles.dialog ?? '',
        header: styles.dialogHead ?? '',
        title: styles.dialogTitle ?? '',
        body: styles.dialogBody ?? '',
      }}
    >
      {children}
    </Modal>
  )
}

export interface ConfirmDialogProps extends Omit<DialogProps, 'children'> {
  /** Names the thing and what will happen to it. */
  sentence: ReactNode
  /** The same words as on the button that opened the dialog. */
  action: string
  onConfirm: () => void
  destructive?: boolean
  busy?: boolean
  /** Fields that the act needs, e.g. its reason. */
  children?: ReactNode
  reason?: ReactNode
  onBlocked?: () => void
}

/** Asks once more before an act that cannot be taken back. The way back is always *Batal*. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog
      opened={props.opened}
      title={props.title}
      onClose={props.onClose}
      {...(props.width === undefined ? {} : { width: props.width })}
    >
      <p className={styles.sentence}>{props.sentence}</p>
      {props.children}
      <div className={styles.buttons}>
        <Button size="main" onPress={props.onClose} kbd="Esc">
          {uiWords.cancel}
        </Button>
        <Button
          rank={props.destructive === true ? 'destructive-main' : 'main'}
          size="main"
          onPress={props.onConfirm}
          {...(props.busy === undefined ? {} : { busy: props.busy })}
          {...(props.onBlocked === undefined ? {} : { onBlocked: props.onBlocked })}
          reason={props.reason}
        >
          {props.action}
        </Button>
      </div>
    </Dialog>
  )
}
