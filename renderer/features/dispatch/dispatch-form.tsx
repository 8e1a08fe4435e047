import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DispatchView } from '#contract/dispatch.ts'
import {
  dispatchKinds,
  type DispatchForm as FormValues,
  type EnterDispatchRefusal,
} from '#domain/dispatch.ts'
import { dispatchKindLabel, sayDispatchField, sayDossierUnknown } from '#domain/wording/dispatch.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { dispatchWords as words } from '../../locales/dispatch.ts'
import { PaneForm } from '../../ui/pane-form.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { SuggestField } from '../../ui/suggest-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

const emptyForm: FormValues = {
  kind: 'dossier-copy',
  letterNumber: '',
  subject: '',
  registrationNumber: '',
  recipient: '',
  broughtBy: '',
}

type Sentences = Partial<Record<keyof FormValues | 'whole', string>>

interface DispatchFormProps {
  /** What is known of the dossier that it is about; null: nothing is. */
  initial: FormValues | null
  recipients: readonly string[]
  bringers: readonly string[]
  onSaved: (line: DispatchView) => void
}

const optionsOf = (known: readonly string[]) => known.map((label) => ({ value: label, label }))

/** A new line of the book. Its id is made with the first try, so that a repeat writes no second one. */
export function DispatchForm({ initial, recipients, bringers, onSaved }: DispatchFormProps) {
  const [id] = useState(() => crypto.randomUUID())
  const [before] = useState(initial ?? emptyForm)
  const [form, setForm] = useState(before)
  const [sentences, setSentences] = useState<Sentences>({})
  const [refusals, setRefusals] = useState(0)
  const refuse = (refused: Sentences) => {
    setSentences(refused)
    setRefusals((count) => count + 1)
  }
  const set = (part: Partial<FormValues>) => {
    setForm((now) => ({ ...now, ...part }))
    setSentences({})
  }
  const saving = useMutation(
    useTRPC().dispatch.enter.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return refuse(sentencesOf(answer.refusal))
        setForm(before)
        onSaved(answer.value)
      },
      onError: () => refuse({ whole: words.saveFailed }),
    }),
  )
  useUnsavedGuard(JSON.stringify(form) === JSON.stringify(before) ? null : words.unsaved)
  const text = (key: Exclude<keyof FormValues, 'kind'>) => ({
    label: words[key],
    value: form[key],
    error: sentences[key],
    onChange: (value: string) => set({ [key]: value }),
  })
  return (
    <PaneForm
      title={words.new}
      action={words.save}
      keyLabel={words.keys.save}
      busy={saving.isPending}
      refusals={refusals}
      whole={sentences.whole}
      onSave={() => saving.mutate({ id, form })}
    >
      <SelectField
        label={words.kind}
        value={form.kind}
        options={dispatchKinds.map((value) => ({ value, label: dispatchKindLabel(value) }))}
        onChange={(kind) => set({ kind: dispatchKinds.find((one) => one === kind) ?? 'other' })}
      />
      <TextField {...text('letterNumber')} autoFocus hint={words.letterNumberHint} />
      <TextField {...text('subject')} hint={form.kind === 'other' ? undefined : words.subjectHint} />
      <TextField {...text('registrationNumber')} hint={words.registrationHint} />
      <SuggestField {...text('recipient')} options={optionsOf(recipients)} />
      <SuggestField {...text('broughtBy')} options={optionsOf(bringers)} />
    </PaneForm>
  )
}

const sentencesOf = (refusal: EnterDispatchRefusal): Sentences =>
  refusal.code === 'dispatch-dossier-unknown'
    ? { registrationNumber: sayDossierUnknown(refusal) }
    : Object.fromEntries(refusal.fields.map((field) => [field, sayDispatchField(field)]))
