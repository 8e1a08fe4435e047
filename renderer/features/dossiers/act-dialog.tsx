import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { dossierWords } from '../../locales/dossiers.ts'
import { Button } from '../../ui/button.tsx'
import { Banner } from '../../ui/banner.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { TextAreaField } from '../../ui/text-field.tsx'
import styles from './dossiers.module.css'
import { useKept } from '../../lib/kept.ts'
import { papersOf, wordsOfRefused } from './papers.ts'
import { useRefusalWords } from './use-dossier.ts'
import type { DossierAction } from './use-dossier.ts'

/** An act with its words, of the stage on the screen when it was opened: a stage that was left meanwhile refuses it. */
export interface ActOrder {
  stage: string
  action: DossierAction
}

interface ActDialogProps {
  view: DossierView
  order: ActOrder
  onDone: (view: DossierView) => void
  onClose: () => void
  onReload: () => void
}

/** Where the words of an act are kept until it is done. */
export const noteKey = (applicationId: string) => `${applicationId}/note`

/** Asks once more, names the dossier, and takes the words that the act needs. Nothing typed is lost by a refusal. */
export function ActDialog({ view, order, onDone, onClose, onReload }: ActDialogProps) {
  const { action, stage } = order
  const { holderName, registrationNumber, id } = view.line
  const trpc = useTRPC()
  const say = useRefusalWords(view)
  const prepared = action.kind === 'return-to-applicant' ? wordsOfRefused(papersOf(view.requirements)) : ''
  const note = useKept(noteKey(id), prepared)
  const [asks, setAsks] = useState<readonly string[]>([])
  const [refusal, setRefusal] = useState<{ sentence: string; left: boolean }>()
  const [missing, setMissing] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const fields = useRef<HTMLDivElement>(null)
  useFocusRefused(fields, refusals)
  const acting = useMutation(
    trpc.dossiers.act.mutationOptions({
      onSuccess: (answer) => {
        if (answer.ok) {
          note.forget()
          return onDone(answer.value)
        }
        const { code } = answer.refusal
        const left = code === 'stage-left' || code === 'application-closed' || code === 'action-unknown'
        setRefusal({ sentence: say(answer.refusal), left })
      },
      onError: () => setRefusal({ sentence: dossierWords.actFailed, left: false }),
    }),
  )
  const confirm = () => {
    if (acting.isPending) return
    if (action.needsNote && note.value.trim() === '') {
      setMissing(true)
      return setRefusals(refusals + 1)
    }
    setRefusal(undefined)
    acting.mutate({
      applicationId: id,
      stage,
      action: action.code,
      note: note.value.trim() === '' ? null : note.value,
      asks: [...asks],
    })
  }
  const destructive = action.kind === 'refuse' || action.kind === 'withdraw'
  return (
    <ConfirmDialog
      opened
      width={560}
      title={action.label}
      sentence={dossierWords.sentence[action.kind](holderName, registrationNumber)}
      action={action.label}
      destructive={destructive}
      busy={acting.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <DialogKeys
        className={styles.actFields}
        fields={fields}
        shortcuts={[{ keys: 'Ctrl+Enter', label: action.label, run: confirm }]}
      >
        {action.kind === 'forward' && view.optionalStages.length > 0 && (
          <fieldset className={styles.asks}>
            <legend>{dossierWords.askStages}</legend>
            {view.optionalStages.map(({ code, label }) => (
              <CheckboxField
                key={code}
                label={label}
                checked={asks.includes(code)}
                onChange={(asked) => setAsks(asked ? [...asks, code] : asks.filter((one) => one !== code))}
              />
            ))}
          </fieldset>
        )}
        <TextAreaField
          label={dossierWords.noteLabel[action.kind]}
          hint={dossierWords.noteHint[action.kind]}
          value={note.value}
          rows={4}
          autoFocus
          maxLength={2000}
          error={missing && note.value.trim() === '' ? dossierWords.noteNeeded : undefined}
          onChange={(text) => {
            note.set(text)
            setMissing(false)
          }}
        />
        {refusal !== undefined && (
          <Banner
            tone={refusal.left ? 'amber' : 'red'}
            framed
            actions={
              refusal.left ? (
                <Button size="row" onPress={onReload}>
                  {dossierWords.reload}
                </Button>
              ) : undefined
            }
          >
            {refusal.sentence}
          </Banner>
        )}
      </DialogKeys>
    </ConfirmDialog>
  )
}
