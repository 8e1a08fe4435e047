import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { numericDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { decides, type OutputKind } from '#domain/stage-table.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { outputLabel } from '#domain/wording/application.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { pageMoment } from '../../lib/format.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { useOffice } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextAreaField, TextField } from '../../ui/text-field.tsx'
import styles from './dossiers.module.css'
import { useKept } from '../../lib/kept.ts'
import { ScanField } from '../../ui/scan-field.tsx'
import { useScanUpload, type KeptScan } from '../../lib/use-scan-upload.ts'
import { useRefusalWords, useShowDossier } from './use-dossier.ts'

interface OutputDraft {
  kind: OutputKind
  outcome: 'recommended' | 'not-recommended' | ''
  number: string
  date: string
  decidedBy: string
  inspected: boolean
  note: string
  file: KeptScan | null
}

interface OutputDrawerProps {
  view: DossierView
  /** The stage for which it is recorded, as it was when the drawer was opened. */
  stage: string
  kinds: readonly OutputKind[]
  onClose: () => void
}

const nameOf = (kind: OutputKind) =>
  `${outputLabel(kind).slice(0, 1).toUpperCase()}${outputLabel(kind).slice(1)}`

/** The form for a BA or recommendation that came on paper or from outside. Closing it loses nothing. */
export function OutputDrawer({ view, stage, kinds, onClose }: OutputDrawerProps) {
  const form = useOutputForm({ view, stage, kinds, onClose })
  const { draft, set } = form
  const taking = useScanUpload((file) => set({ file }))
  return (
    <Drawer
      opened
      title={dossierWords.record}
      width={440}
      onClose={onClose}
      foot={
        <Button rank="main" wide kbd="Ctrl+Enter" busy={form.saving} onPress={form.save}>
          {dossierWords.saveOutput}
        </Button>
      }
    >
      <DialogKeys
        className={styles.outputForm}
        shortcuts={[{ keys: 'Ctrl+Enter', label: dossierWords.saveOutput, run: form.save }]}
      >
        {kinds.length > 1 && (
          <Segmented
            wide
            label={dossierWords.outputKind}
            tabs={kinds.map((kind) => ({ key: kind, name: nameOf(kind) }))}
            current={draft.kind}
            onChange={(kind) => set({ kind: kind as OutputKind })}
          />
        )}
        {decides(draft.kind) && (
          <div>
            <Segmented
              wide
              label={dossierWords.outcome}
              tabs={[
                { key: 'recommended', name: dossierWords.recommended },
                { key: 'not-recommended', name: dossierWords.notRecommended },
              ]}
              current={draft.outcome}
              onChange={(outcome) => set({ outcome: outcome as OutputDraft['outcome'] })}
            />
            {form.outcomeMissing && (
              <span className={styles.refused} role="alert">
                <FieldSentence>{dossierWords.outcomeNeeded}</FieldSentence>
              </span>
            )}
          </div>
        )}
        <TextField
          label={dossierWords.outputNumber}
          hint={dossierWords.outputNumberHint}
          value={draft.number}
          maxLength={100}
          onChange={(number) => set({ number })}
        />
        <DateField
          label={dossierWords.outputDate}
          value={draft.date}
          width={180}
          onChange={(date) => set({ date })}
          error={form.dateError}
        />
        <TextField
          label={dossierWords.decidedBy}
          hint={dossierWords.decidedByHint}
          value={draft.decidedBy}
          onChange={(decidedBy) => set({ decidedBy })}
        />
        <CheckboxField
          label={dossierWords.inspected}
          checked={draft.inspected}
          onChange={(inspected) => set({ inspected })}
        />
        <TextAreaField
          label={dossierWords.outputNote}
          value={draft.note}
          rows={2}
          maxLength={2000}
          onChange={(note) => set({ note })}
        />
        <ScanField
          label={dossierWords.outputFile}
          drop={dossierWords.outputFileDrop}
          scan={draft.file}
          taking={taking}
          onClear={() => set({ file: null })}
        />
        {form.refusal !== undefined && (
          <p className={styles.refused} role="alert">
            <FieldSentence>{form.refusal}</FieldSentence>
          </p>
        )}
      </DialogKeys>
    </Drawer>
  )
}

function useOutputForm({ view, stage, kinds, onClose }: OutputDrawerProps) {
  const trpc = useTRPC()
  const office = useOffice()
  const say = useRefusalWords(view)
  const show = useShowDossier()
  const today = officeDateOf(pageMoment(), office.timeZone)
  const kept = useKept<OutputDraft>(`${view.line.id}/output/${stage}`, {
    kind: kinds[0] ?? 'inspection-report',
    outcome: '',
    number: '',
    date: numericDate(today),
    decidedBy: '',
    inspected: false,
    note: '',
    file: null,
  })
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const draft = kept.value
  const set = (change: Partial<OutputDraft>) => kept.set({ ...draft, ...change })
  const date = parseTypedDate(draft.date)
  const saving = useMutation(
    trpc.dossiers.recordOutput.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return setRefusal(say(answer.refusal))
        kept.forget()
        show(answer.value)
        onClose()
      },
      onError: () => setRefusal(dossierWords.actFailed),
    }),
  )
  const save = () => {
    setTried(true)
    setRefusal(undefined)
    const outcome = decides(draft.kind) ? draft.outcome : null
    if (!date.ok || outcome === '' || saving.isPending) return
    saving.mutate({
      applicationId: view.line.id,
      stage,
      kind: draft.kind,
      outcome,
      number: draft.number.trim() === '' ? null : draft.number,
      date: date.value,
      decidedBy: draft.decidedBy.trim() === '' ? null : draft.decidedBy,
      inspected: draft.inspected,
      note: draft.note.trim() === '' ? null : draft.note,
      fileSha256: draft.file?.sha256 ?? null,
    })
  }
  const dateSentence = draft.date.trim() === '' ? dossierWords.dateNeeded : undefined
  return {
    draft,
    set,
    save,
    saving: saving.isPending,
    outcomeMissing: tried && draft.outcome === '',
    dateError: tried && !date.ok ? (dateSentence ?? sayRefusal(date.refusal)) : undefined,
    refusal,
  }
}
