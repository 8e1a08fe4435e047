import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { longDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useKept } from '../../lib/kept.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOfficeWords } from '../../lib/office-words.ts'
import { useOffice } from '../../lib/session.ts'
import { handoverWords } from '../../locales/handover.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './handover.module.css'

const words = handoverWords.settling
const outcomes = ['handed-in', 'lost'] as const
type Outcome = (typeof outcomes)[number]

interface SettlePartProps {
  view: DossierView
  /** Nothing else is to be done with this dossier: the act has the key. */
  alone?: boolean
  onSettled: () => void
}

/** The earlier paper that was still to come: handed in now, or lost with its police letter. */
export function SettlePart({ view, alone = false, onSettled }: SettlePartProps) {
  const { timeZone } = useOffice()
  const say = useOfficeWords()
  const kept = useKept<{ outcome: Outcome; letter: string }>(`${view.line.id}/settling`, {
    outcome: 'handed-in',
    letter: '',
  })
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const { outcome, letter } = kept.value
  const settling = useMutation(
    useTRPC().handover.settleOldPermit.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return setRefusal(sayDossierRefusal(answer.refusal, say))
        kept.forget()
        showToast(words.done)
        onSettled()
      },
      onError: () => setRefusal(handoverWords.actFailed),
    }),
  )
  const owed = view.intake.owedPermit
  const settle = () => {
    setTried(true)
    if (settling.isPending || (outcome === 'lost' && letter.trim() === '')) return
    setRefusal(undefined)
    settling.mutate({
      applicationId: view.line.id,
      answer: outcome === 'lost' ? { outcome, policeLetter: letter.trim() } : { outcome },
    })
  }
  useShortcuts(alone && owed !== null ? [{ keys: 'Ctrl+Enter', label: words.act, run: settle }] : [])
  if (owed === null) return null
  return (
    <section className={styles.part} aria-label={words.name}>
      <h3 className={styles.partTitle}>{words.name}</h3>
      <p className={styles.told}>{owed.number ?? words.unnumbered}</p>
      <p className={styles.quiet}>
        {words.since(owed.reason, owed.by, longDate(officeDateOf(owed.at, timeZone)))}
      </p>
      <SelectField
        label={words.outcome}
        value={outcome}
        options={outcomes.map((value) => ({ value, label: handoverWords.oldPermitOutcomes[value] }))}
        onChange={(value) => {
          const to = outcomes.find((one) => one === value)
          if (to !== undefined) kept.set({ outcome: to, letter })
        }}
      />
      {outcome === 'lost' && (
        <TextField
          label={handoverWords.oldPermitWords.lost}
          value={letter}
          maxLength={100}
          error={tried && letter.trim() === '' ? handoverWords.oldPermitWordsNeeded.lost : undefined}
          onChange={(to) => kept.set({ outcome, letter: to })}
        />
      )}
      {refusal !== undefined && (
        <Banner tone="red" framed>
          {refusal}
        </Banner>
      )}
      <span>
        <Button
          {...(alone && { rank: 'main', kbd: 'Ctrl+Enter' })}
          busy={settling.isPending}
          onPress={settle}
        >
          {words.act}
        </Button>
      </span>
    </section>
  )
}
