import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ComplaintRuleView, ComplaintView } from '#contract/complaints.ts'
import type { ComplaintField, ComplaintForm as FormValues } from '#domain/complaint.ts'
import { numericDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { complaintChannelLabel, sayComplaintField } from '#domain/wording/complaint.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { complaintWords as words } from '../../locales/complaints.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { PaneForm } from '../../ui/pane-form.tsx'
import { PaneNote, PanePair } from '../../ui/pane.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextAreaField, TextField } from '../../ui/text-field.tsx'
import { DossierField, type ChosenDossier } from './dossier-field.tsx'

type Values = Omit<FormValues, 'applicationId'> & { readonly dossier: ChosenDossier }
type Sentences = Partial<Record<ComplaintField | 'whole', string>>

/** A new complaint. Its id is made with the first try, so that a repeat takes in no second one. */
export function ComplaintForm({
  rule,
  onSaved,
}: {
  rule: ComplaintRuleView
  onSaved: (complaint: ComplaintView) => void
}) {
  const { timeZone } = useOffice()
  const [id] = useState(() => crypto.randomUUID())
  const [today] = useState(() => officeDateOf(pageMoment(), timeZone))
  const [before] = useState<Values>(() => ({
    channel: rule.channels[0]?.kind ?? 'counter',
    receivedOn: numericDate(today),
    anonymous: false,
    name: '',
    contact: '',
    topic: '',
    text: '',
    dossier: { text: '', applicationId: null },
  }))
  const [form, setForm] = useState(before)
  const [sentences, setSentences] = useState<Sentences>({})
  const [refusals, setRefusals] = useState(0)
  const refuse = (refused: Sentences) => {
    setSentences(refused)
    setRefusals((count) => count + 1)
  }
  const set = (part: Partial<Values>) => {
    setForm((now) => ({ ...now, ...part }))
    setSentences({})
  }
  const saving = useMutation(
    useTRPC().complaints.enter.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok)
          return refuse(
            Object.fromEntries(
              answer.refusal.fields.map(({ field, refusal }) => [field, sayComplaintField(refusal)]),
            ),
          )
        setForm(before)
        onSaved(answer.value)
      },
      onError: () => refuse({ whole: words.saveFailed }),
    }),
  )
  const save = () => {
    const { dossier, ...typed } = form
    if (dossier.text.trim() !== '' && dossier.applicationId === null)
      return refuse({ dossier: words.dossierNone })
    saving.mutate({ id, form: { ...typed, applicationId: dossier.applicationId } })
  }
  useUnsavedGuard(JSON.stringify(form) === JSON.stringify(before) ? null : words.unsaved)
  return (
    <PaneForm
      title={words.new}
      action={words.save}
      keyLabel={words.keys.save}
      busy={saving.isPending}
      refusals={refusals}
      whole={sentences.whole}
      onSave={save}
    >
      <PanePair>
        <SelectField
          label={words.channel}
          value={form.channel}
          error={sentences.channel}
          options={rule.channels.map(({ kind, label }) => ({
            value: kind,
            label: complaintChannelLabel(kind),
            note: label,
          }))}
          onChange={(kind) => {
            const channel = rule.channels.find((one) => one.kind === kind)?.kind
            if (channel !== undefined) set({ channel })
          }}
        />
        <DateField
          label={words.receivedOn}
          value={form.receivedOn}
          today={today}
          error={sentences.receivedOn}
          onChange={(receivedOn) => set({ receivedOn })}
        />
      </PanePair>
      <SelectField
        label={words.topic}
        value={form.topic === '' ? null : form.topic}
        error={sentences.topic}
        autoFocus
        options={rule.topics.map(({ code, label }) => ({ value: code, label }))}
        onChange={(topic) => set({ topic })}
      />
      <TextAreaField
        label={words.text}
        rows={4}
        maxLength={4000}
        value={form.text}
        hint={words.textHint}
        error={sentences.text}
        onChange={(text) => set({ text })}
      />
      <CheckboxField
        label={words.anonymous}
        note={words.anonymousNote}
        checked={form.anonymous}
        onChange={(anonymous) => set({ anonymous })}
      />
      {!form.anonymous && (
        <PanePair>
          <TextField
            label={words.name}
            value={form.name}
            error={sentences.name}
            onChange={(name) => set({ name })}
          />
          <TextField
            label={words.contact}
            value={form.contact}
            hint={words.contactHint}
            onChange={(contact) => set({ contact })}
          />
        </PanePair>
      )}
      <DossierField value={form.dossier} error={sentences.dossier} onChange={(dossier) => set({ dossier })} />
      <PaneNote>{words.dueRule(rule.answerWithin, rule.basis)}</PaneNote>
    </PaneForm>
  )
}
