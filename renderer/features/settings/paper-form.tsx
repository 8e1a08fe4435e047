import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OfficePaperView, TypedPaper } from '#contract/papers.ts'
import { joinWords } from '#domain/indonesian.ts'
import type { PaperMeasure } from '#domain/office-paper-form.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import { documentLabel } from '#domain/wording/application.ts'
import { sayPaperFormRefusal, sayPapersRefusal } from '#domain/wording/office-papers.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOffice } from '../../lib/session.ts'
import { paperWords as words } from '../../locales/papers.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ChangeRecord } from './change-record.tsx'
import { MeasuringSheet } from './measuring-sheet.tsx'
import { CheckList, SettingsForm } from './settings-form.tsx'
import styles from './settings.module.css'
import type { SettingsPartProps } from './settings-parts.ts'
import { useSettingsForm } from './use-settings-form.ts'

interface PaperFormProps {
  /** null: a new one. */
  paper: OfficePaperView | null
  papers: readonly OfficePaperView[]
  onSaved: SettingsPartProps['onSaved']
}

type Form = TypedPaper & { documents: readonly DocumentKind[] }

const written = (mm: number): string => String(mm).replace('.', ',')

/** A new paper begins with the margins of that of the permits. */
function formOf(paper: OfficePaperView | null, papers: readonly OfficePaperView[]): Form {
  const like = paper ?? papers.find(({ documents }) => documents.includes('permit')) ?? papers[0]
  const margin = (side: keyof OfficePaperView['margins']): string =>
    like === undefined ? '' : written(like.margins[side])
  return {
    name: paper?.name ?? '',
    widthMm: paper === null ? '' : written(paper.widthMm),
    heightMm: paper === null ? '' : written(paper.heightMm),
    top: margin('top'),
    topNext: margin('topNext'),
    right: margin('right'),
    bottom: margin('bottom'),
    left: margin('left'),
    footMm: like === undefined ? '' : written(like.footMm),
    documents: [],
  }
}

/** In pairs as they stand on the sheet. */
const pairs: readonly (readonly PaperMeasure[])[] = [
  ['widthMm', 'heightMm'],
  ['left', 'right'],
  ['top', 'bottom'],
  ['topNext', 'footMm'],
]

/** One paper: its millimetres, what is printed on it, a sheet to measure it by, and who changed it. */
export function PaperForm({ paper, papers, onSaved }: PaperFormProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { timeZone } = useOffice()
  const state = useSettingsForm(() => formOf(paper, papers))
  const { form, sentences, set } = state
  /** Why it was not removed. */
  const [kept, setKept] = useState<string>()
  const readAgain = () => void queries.invalidateQueries(trpc.papers.pathFilter())
  const saving = useMutation(
    trpc.papers.save.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok)
          return state.refuse(
            answer.refusal.code === 'paper-form-wrong'
              ? Object.fromEntries(
                  answer.refusal.fields.map(({ field, refusal }) => [field, sayPaperFormRefusal(refusal)]),
                )
              : { whole: sayPapersRefusal(answer.refusal, timeZone) },
          )
        state.keep({ ...form, documents: [] })
        readAgain()
        onSaved({ id: answer.value.id })
      },
      onError: () => state.refuse({ whole: settingsWords.saveFailed }),
    }),
  )
  const removing = useMutation(
    trpc.papers.remove.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return setKept(sayPapersRefusal(answer.refusal, timeZone))
        showToast(words.removed(paper?.name ?? ''))
        readAgain()
        onSaved(null)
      },
      onError: () => setKept(words.removeFailed),
    }),
  )
  const save = () => {
    if (saving.isPending) return
    state.forget()
    const { documents, ...typed } = form
    saving.mutate({
      id: paper?.id ?? null,
      typed,
      documents: [...documents],
      seenAt: paper?.changedAt ?? null,
    })
  }
  const elsewhere = papers.flatMap((one) =>
    one.id === paper?.id
      ? []
      : one.documents.map((kind) => ({ value: kind, label: words.from(documentLabel(kind), one.name) })),
  )
  return (
    <SettingsForm title={paper?.name ?? words.new} state={state} busy={saving.isPending} onSave={save}>
      <TextField
        label={words.name}
        hint={words.nameHint}
        autoFocus={paper === null}
        value={form.name}
        error={sentences.name}
        onChange={(name) => set({ name })}
      />
      {pairs.map((pair) => (
        <div key={pair[0]} className={styles.pairs2}>
          {pair.map((field) => (
            <TextField
              key={field}
              label={words.measures[field]}
              inputMode="decimal"
              {...(field === 'footMm' && { hint: words.footHint })}
              value={form[field]}
              error={sentences[field]}
              onChange={(typed) => set({ [field]: typed })}
            />
          ))}
        </div>
      ))}
      {paper !== null && (
        <div className={styles.group}>
          <span className={styles.label}>{words.documents}</span>
          <p className={styles.note}>
            {paper.documents.length === 0
              ? words.noDocuments
              : `${joinWords(paper.documents.map(documentLabel))}.`}
          </p>
        </div>
      )}
      <CheckList
        label={words.move}
        note={words.moveNote}
        options={elsewhere}
        chosen={form.documents}
        error={sentences.documents}
        onChange={(documents) => set({ documents })}
      />
      {paper !== null && (
        <>
          <MeasuringSheet paperId={paper.id} dirty={state.dirty} />
          <ChangeRecord record={paper.record} />
          <span>
            <Button
              icon={IconTrash}
              busy={removing.isPending}
              onPress={() => {
                setKept(undefined)
                if (!removing.isPending) removing.mutate({ paperId: paper.id })
              }}
            >
              {words.remove}
            </Button>
          </span>
          {kept !== undefined && (
            <p className={styles.refused} role="alert">
              {kept}
            </p>
          )}
        </>
      )}
    </SettingsForm>
  )
}
