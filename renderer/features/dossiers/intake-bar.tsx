import { useLocation } from 'wouter'
import type { DossierView } from '#contract/dossier.ts'
import { useUser } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './dossiers.module.css'

/** Above the data: hours that meet with others, which receipt is valid, and the way to mend what was taken in wrongly. */
export function IntakeBar({ view }: { view: DossierView }) {
  const [, navigate] = useLocation()
  const user = useUser()
  const { intake, overlaps, line } = view
  const mayCorrect = user.permissions.includes('intake')
  if (!mayCorrect && overlaps.length === 0 && intake.receipt === 0) return null
  const { lacking } = intake
  const isIncomplete = lacking !== null
  return (
    <div className={styles.intakeBar}>
      {overlaps.length > 0 && (
        <Banner framed tone="amber" title={dossierWords.overlapTitle}>
          {overlaps.map(dossierWords.overlap).join('; ')}. {dossierWords.overlapNote}
        </Banner>
      )}
      <div className={styles.intakeActs}>
        {intake.receipt > 0 && <span>{dossierWords.validReceipt(intake.receipt)}</span>}
        {mayCorrect && (
          <Button
            size="row"
            onPress={() => navigate(`~/terima/perbaiki/${line.id}`)}
            reason={intake.refusal ?? undefined}
          >
            {isIncomplete ? dossierWords.complete : dossierWords.correct}
          </Button>
        )}
      </div>
    </div>
  )
}
