import { intakeWords as words } from '../../locales/intake.ts'
import { Button } from '../../ui/button.tsx'
import { ActionBar } from '../../ui/panel.tsx'
import styles from './intake.module.css'
import type { Referral } from './use-referral.ts'

/** In place of saving: the slip that says where to go. */
export function ReferBar({ referral }: { referral: Referral }) {
  return (
    <ActionBar>
      {referral.refused === null ? (
        <p className={styles.noNumber}>{words.noNumber}</p>
      ) : (
        <p className={styles.refused} role="alert">
          {referral.refused}
        </p>
      )}
      <Button rank="main" kbd="Ctrl+Enter" busy={referral.busy} onPress={referral.print}>
        {words.printReferral}
      </Button>
    </ActionBar>
  )
}
