import { useRef, useState } from 'react'
import type { WithdrawalAsker } from '#domain/withdrawal.ts'
import { sayRepairRefusal } from '#domain/wording/repair.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { useKept } from '../../lib/kept.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { dossierWords } from '../../locales/dossiers.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextAreaField, TextField } from '../../ui/text-field.tsx'
import { ActRefused } from './act-refused.tsx'
import styles from './dossiers.module.css'
import { noteKey, useAct, type ActPartProps } from './use-act.ts'
import { ScanField } from '../../ui/scan-field.tsx'
import { useScanUpload, type KeptScan } from '../../lib/use-scan-upload.ts'

const words = dossierWords.ending

interface EndDraft {
  askedBy: WithdrawalAsker
  name: string
  letter: KeptScan | null
}

/**
 * Ends an application without a product: taken back by its applicant, with who asked and on what paper; or closed by the
 * office, because nobody came back to mend it.
 */
export function WithdrawDialog({ view, order, onDone, onClose, onReload }: ActPartProps) {
  const { action, closes = false } = order
  const { holderName, registrationNumber, id } = view.line
  const { representative } = view.data
  const note = useKept(noteKey(id), '')
  const asker = useKept<EndDraft>(`${id}/withdraw`, {
    askedBy: representative === null ? 'holder' : 'representative',
    name: representative?.name ?? view.applicant.name,
    letter: null,
  })
  const draft = asker.value
  const [tried, setTried] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const fields = useRef<HTMLDivElement>(null)
  useFocusRefused(fields, refusals)
  const act = useAct(view, order, (after) => {
    note.forget()
    asker.forget()
    onDone(after)
  })
  const nameless = !closes && draft.name.trim() === ''
  const confirm = () => {
    if (act.pending) return
    setTried(true)
    if (note.value.trim() === '' || nameless) return setRefusals(refusals + 1)
    act.send({
      note: note.value,
      asks: [],
      closes,
      withdrawal: closes
        ? null
        : { askedBy: draft.askedBy, name: draft.name, letterSha256: draft.letter?.sha256 ?? null },
    })
  }
  const label = closes ? words.close : action.label
  return (
    <ConfirmDialog
      opened
      width={560}
      title={label}
      sentence={
        closes
          ? words.closeSentence(holderName, registrationNumber)
          : dossierWords.sentence.withdraw(holderName, registrationNumber)
      }
      action={label}
      destructive
      busy={act.pending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <DialogKeys
        className={styles.actFields}
        fields={fields}
        shortcuts={[{ keys: 'Ctrl+Enter', label, run: confirm }]}
      >
        <TextAreaField
          label={closes ? words.closeReason : dossierWords.noteLabel.withdraw}
          hint={closes ? words.closeReasonHint : dossierWords.noteHint.withdraw}
          value={note.value}
          rows={3}
          autoFocus
          maxLength={2000}
          error={tried && note.value.trim() === '' ? dossierWords.noteNeeded : undefined}
          onChange={note.set}
        />
        {!closes && <AskedBy view={view} draft={draft} nameless={tried && nameless} onChange={asker.set} />}
        <ActRefused refusal={act.refusal} onReload={onReload} />
      </DialogKeys>
    </ConfirmDialog>
  )
}

interface AskedByProps extends Pick<ActPartProps, 'view'> {
  draft: EndDraft
  /** A name is asked for and none is there. */
  nameless: boolean
  onChange: (draft: EndDraft) => void
}

/** Who took the application back, and the letter that says so. */
function AskedBy({ view, draft, nameless, onChange }: AskedByProps) {
  const { representative } = view.data
  const taking = useScanUpload((letter) => onChange({ ...draft, letter }))
  return (
    <>
      <Segmented
        wide
        label={words.askedBy}
        tabs={[
          { key: 'holder', name: words.holder },
          { key: 'representative', name: words.representative },
        ]}
        current={draft.askedBy}
        onChange={(askedBy) =>
          onChange({
            ...draft,
            askedBy: askedBy as WithdrawalAsker,
            name: askedBy === 'holder' ? view.applicant.name : (representative?.name ?? ''),
          })
        }
      />
      <TextField
        label={words.name}
        value={draft.name}
        maxLength={200}
        error={nameless ? sayRepairRefusal({ code: 'withdrawal-name-needed' }) : undefined}
        onChange={(name) => onChange({ ...draft, name })}
      />
      <ScanField
        label={words.letter}
        drop={words.letterDrop}
        scan={draft.letter}
        taking={taking}
        onClear={() => onChange({ ...draft, letter: null })}
      />
    </>
  )
}
