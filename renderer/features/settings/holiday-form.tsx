import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CalendarDayView } from '#contract/calendar.ts'
import type { CalendarOrderRefusal } from '#domain/calendar-book.ts'
import { holidayTypes, type HolidayType } from '#domain/calendar.ts'
import { numericDate } from '#domain/indonesian.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { holidayTypeWords, sayCalendarRefusal } from '#domain/wording/calendar.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { SettingsForm } from './settings-form.tsx'
import styles from './settings.module.css'
import { useSettingsForm } from './use-settings-form.ts'

const words = settingsWords.calendar

interface Form {
  date: string
  type: HolidayType
  name: string
  estimated: boolean
  source: string
}

const formOf = (day: CalendarDayView | null): Form => ({
  date: day === null ? '' : numericDate(day.date),
  type: day?.type ?? 'office-closed',
  name: day?.name ?? '',
  estimated: day?.estimated ?? false,
  source: '',
})

interface HolidayFormProps {
  /** null: a new one. */
  day: CalendarDayView | null
  /** Its year; null: the day is no holiday any more. */
  onSaved: (date: string | null) => void
}

/** One day off: what it is, and on what ground it is changed. Saving recounts what was promised. */
export function HolidayForm({ day, onSaved }: HolidayFormProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const state = useSettingsForm(() => formOf(day))
  const { form, sentences, set } = state
  const saving = useMutation(
    trpc.calendar.changeDay.mutationOptions({
      onSuccess: (answer, sent) => {
        if (!answer.ok) return state.refuse({ [fieldOf(answer.refusal)]: sayCalendarRefusal(answer.refusal) })
        state.keep({ ...form, source: '' })
        if (answer.value.promises > 0) showToast(words.promisesMoved(answer.value.promises))
        void queries.invalidateQueries()
        onSaved(sent.holiday === null ? null : String(sent.date))
      },
      onError: () => state.refuse({ whole: settingsWords.saveFailed }),
    }),
  )
  const send = (holiday: { type: HolidayType; name: string; estimated: boolean } | null) => {
    if (saving.isPending) return
    const date = parseTypedDate(form.date)
    if (!date.ok) return state.refuse({ date: sayRefusal(date.refusal) })
    state.forget()
    saving.mutate({ date: date.value, holiday, source: form.source })
  }
  const { type, name, estimated } = form
  return (
    <SettingsForm
      title={day?.name ?? words.new}
      state={state}
      busy={saving.isPending}
      onSave={() => send({ type, name, estimated })}
    >
      {day === null ? (
        <DateField
          label={words.date}
          autoFocus
          value={form.date}
          error={sentences.date}
          onChange={(date) => set({ date })}
        />
      ) : (
        <p className={styles.note}>{day.label}</p>
      )}
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={name}
        error={sentences.name}
        onChange={(typed) => set({ name: typed })}
      />
      <SelectField
        label={words.type}
        width={220}
        value={type}
        options={holidayTypes.map((value) => ({ value, label: holidayTypeWords[value] }))}
        onChange={(value) => set({ type: holidayTypes.find((one) => one === value) ?? 'office-closed' })}
      />
      <CheckboxField
        label={words.estimated}
        note={words.estimatedNote}
        checked={estimated}
        onChange={(checked) => set({ estimated: checked })}
      />
      <TextField
        label={words.source}
        hint={words.sourceHint}
        value={form.source}
        error={sentences.source}
        onChange={(source) => set({ source })}
      />
      {day !== null && (
        <div className={styles.group}>
          <Button rank="destructive" busy={saving.isPending} onPress={() => send(null)}>
            {words.remove}
          </Button>
          <p className={styles.note}>{words.removeNote}</p>
          {day.changed !== null && (
            <p className={styles.note}>{words.changedBy(day.changed.by, day.changed.source)}</p>
          )}
        </div>
      )}
    </SettingsForm>
  )
}

/** The field beside which a refusal is said. */
function fieldOf(refusal: CalendarOrderRefusal): keyof Form | 'whole' {
  switch (refusal.code) {
    case 'calendar-name-needed':
      return 'name'
    case 'calendar-source-needed':
      return 'source'
    case 'calendar-day-far':
      return 'date'
    case 'calendar-day-unchanged':
    case 'calendar-no-holiday':
    case 'calendar-year-not-shipped':
    case 'calendar-year-unchanged':
      return 'whole'
  }
}
