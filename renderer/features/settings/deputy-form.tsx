import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeputiesView } from '#contract/deputies.ts'
import type { AppointRefusal } from '#domain/deputyship.ts'
import { joinWords, numericDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { sayAppointRefusal } from '#domain/wording/deputyship.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { deputyWords as words } from '../../locales/deputies.ts'
import { settingsWords } from '../../locales/settings.ts'
import { DateField } from '../../ui/date-field.tsx'
import { ComboboxField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SettingsForm } from './settings-form.tsx'
import styles from './settings.module.css'
import { useSettingsForm } from './use-settings-form.ts'

interface Form {
  absentId: string | null
  deputyId: string | null
  from: string
  until: string
  reason: string
}

interface DeputyFormProps {
  people: DeputiesView['people']
  onSaved: (id: string) => void
}

/** A new deputyship: who is away, who takes the place, from when until when, and why. */
export function DeputyForm({ people, onSaved }: DeputyFormProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const [id] = useState(() => crypto.randomUUID())
  const state = useSettingsForm((): Form => ({
    absentId: null,
    deputyId: null,
    from: numericDate(today),
    until: '',
    reason: '',
  }))
  const { form, sentences, set } = state
  const saving = useMutation(
    trpc.deputies.appoint.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return state.refuse({ [fieldOf(answer.refusal)]: sayAppointRefusal(answer.refusal) })
        state.keep(form)
        void queries.invalidateQueries(trpc.deputies.list.queryFilter())
        onSaved(answer.value.id)
      },
      onError: () => state.refuse({ whole: settingsWords.saveFailed }),
    }),
  )
  const save = () => {
    if (saving.isPending) return
    const from = parseTypedDate(form.from)
    const until = parseTypedDate(form.until)
    const { absentId, deputyId, reason } = form
    if (absentId === null || deputyId === null || !from.ok || !until.ok)
      return state.refuse({
        ...(absentId === null ? { absentId: words.personMissing } : {}),
        ...(deputyId === null ? { deputyId: words.personMissing } : {}),
        ...(from.ok ? {} : { from: sayRefusal(from.refusal) }),
        ...(until.ok ? {} : { until: sayRefusal(until.refusal) }),
      })
    state.forget()
    saving.mutate({ id, absentId, deputyId, from: from.value, until: until.value, reason })
  }
  const options = people.map((one) => ({
    value: one.id,
    label: one.name,
    note: joinWords(one.roleLabels),
  }))
  return (
    <SettingsForm title={words.new} state={state} busy={saving.isPending} onSave={save}>
      <ComboboxField
        label={words.absent}
        autoFocus
        value={form.absentId}
        options={options}
        error={sentences.absentId}
        onChange={(absentId) => set({ absentId })}
      />
      <ComboboxField
        label={words.deputy}
        hint={words.deputyHint}
        value={form.deputyId}
        options={options.filter((one) => one.value !== form.absentId)}
        error={sentences.deputyId}
        onChange={(deputyId) => set({ deputyId })}
      />
      <div className={styles.dayPair}>
        <DateField
          label={words.from}
          earliest={today}
          today={today}
          value={form.from}
          error={sentences.from}
          onChange={(from) => set({ from })}
        />
        <DateField
          label={words.until}
          earliest={today}
          today={today}
          value={form.until}
          error={sentences.until}
          onChange={(until) => set({ until })}
        />
      </div>
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        value={form.reason}
        error={sentences.reason}
        onChange={(reason) => set({ reason })}
      />
    </SettingsForm>
  )
}

/** The field beside which a refusal is said. */
function fieldOf(refusal: AppointRefusal): keyof Form {
  switch (refusal.code) {
    case 'deputy-unknown':
      return refusal.field
    case 'deputy-reason-needed':
      return 'reason'
    case 'deputy-days-reversed':
      return 'until'
    case 'deputy-days-past':
      return 'from'
    case 'deputy-nothing-lent':
    case 'deputy-there':
    case 'absent-stands-in':
      return 'absentId'
    case 'deputy-of-oneself':
    case 'deputy-holds-all':
    case 'deputy-away':
      return 'deputyId'
  }
}
