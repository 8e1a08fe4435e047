import { notifications } from '@mantine/notifications'
import { IconCircleCheck } from '@tabler/icons-react'
import { uiWords } from '../locales/ui.ts'
import { Button } from './button.tsx'
import styles from './toast.module.css'

/** Where toasts stand. */
export const toastPlace = { root: styles.place ?? '' }

/**
 * Five seconds at the lower right, only for what cannot be seen on the screen itself. It stands above the bar of buttons and
 * lets a press through to what lies under it.
 * `onUndo` draws *Urungkan*.
 */
export function showToast(sentence: string, onUndo?: () => void): void {
  const id = notifications.show({
    withCloseButton: false,
    withBorder: true,
    autoClose: 5000,
    classNames: { root: styles.root ?? '' },
    message: (
      <span className={styles.line}>
        <IconCircleCheck size={16} stroke={2} aria-hidden />
        <span>{sentence}</span>
        {onUndo !== undefined && (
          <Button
            rank="tertiary"
            size="row"
            onPress={() => {
              notifications.hide(id)
              onUndo()
            }}
          >
            {uiWords.undo}
          </Button>
        )}
      </span>
    ),
  })
}
