import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ScheduleView } from '#contract/schedules.ts'
import { bookFormats, bookKinds, type BookFormat, type BookKind } from '#domain/documents/book-kinds.ts'
import { clockTime, dayRange } from '#domain/indonesian.ts'
import { schedulePaces, type SchedulePace } from '#domain/report-schedule.ts'
import { timeOfDay } from '#domain/time-of-day.ts'
import { bookLabel, formatLabel } from '#domain/wording/report-books.ts'
import { paceLabel, sayScheduleRefusal, type ScheduleRefusal } from '#domain/wording/report-schedules.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { scheduleWords as words } from '../../locales/schedules.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextAreaField, TextField } from '../../ui/text-field.tsx'
import { CheckList, SettingsForm } from './settings-form.tsx'
import styles from './settings.module.css'
import { useSettingsForm } from './use-settings-form.ts'

export const runMeanings: Readonly<Record<ScheduleView['runs'][number]['state'], Meaning>> = {
  making: 'working',
  done: 'done',
  failed: 'fault',
}

const formOf = (schedule: ScheduleView | null) => ({
  report: schedule?.report ?? ('daily' as BookKind),
  pace: schedule?.pace ?? ('day' as SchedulePace),
  at: clockTime(timeOfDay(schedule?.at ?? '16:30')),
  formats: schedule?.formats ?? (['pdf'] as BookFormat[]),
  target: schedule?.target ?? ('folder' as const),
  // Each on its own: who looks at the other way for a moment finds what was typed.
  folder: schedule?.target === 'folder' ? schedule.where : '',
  addresses: schedule?.target === 'mail' ? schedule.where : '',
})
type Form = ReturnType<typeof formOf>

function fieldOf(refusal: ScheduleRefusal): keyof Form | 'whole' {
  switch (refusal.code) {
    case 'schedule-folder-wrong':
      return 'folder'
    case 'schedule-address-wrong':
    case 'schedule-addresses-many':
      return 'addresses'
    case 'schedule-time-wrong':
      return 'at'
    case 'schedule-formats-none':
      return 'formats'
    case 'schedule-unknown':
      return 'whole'
  }
}

interface ScheduleFormProps {
  /** null: a new one. */
  schedule: ScheduleView | null
  /** null: it was taken away. */
  onSaved: (id: string | null) => void
}

/** One report that is made by itself: which, when, in which forms, where to, and how its periods fared. */
export function ScheduleForm({ schedule, onSaved }: ScheduleFormProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [id] = useState(() => schedule?.id ?? crypto.randomUUID())
  const state = useSettingsForm(() => formOf(schedule))
  const { form, sentences, set } = state
  const saving = useMutation(
    trpc.schedules.save.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return state.refuse({ [fieldOf(answer.refusal)]: sayScheduleRefusal(answer.refusal) })
        state.keep(formOf(answer.value))
        void queries.invalidateQueries(trpc.schedules.list.queryFilter())
        onSaved(answer.value.id)
      },
      onError: () => state.refuse({ whole: settingsWords.saveFailed }),
    }),
  )
  const save = () => {
    if (saving.isPending) return
    state.forget()
    const { target, folder, addresses, ...rest } = form
    const typed = target === 'folder' ? folder : addresses
    saving.mutate({ ...rest, formats: [...form.formats], id, target: { kind: target, typed } })
  }
  const title = schedule === null ? words.new : bookLabel(schedule.report)
  return (
    <SettingsForm title={title} state={state} busy={saving.isPending} onSave={save}>
      <SelectField
        label={words.report}
        value={form.report}
        options={bookKinds.map((value) => ({ value, label: bookLabel(value) }))}
        onChange={(value) => set({ report: bookKinds.find((one) => one === value) ?? 'daily' })}
      />
      <div className={styles.group}>
        <span className={styles.label} aria-hidden>
          {words.pace}
        </span>
        <Segmented
          label={words.pace}
          current={form.pace}
          tabs={schedulePaces.map((key) => ({ key, name: paceLabel(key) }))}
          onChange={(key) => set({ pace: schedulePaces.find((one) => one === key) ?? 'day' })}
        />
      </div>
      <TextField
        label={words.at}
        hint={words.atHint}
        width={120}
        value={form.at}
        error={sentences.at}
        onChange={(at) => set({ at })}
      />
      <CheckList
        label={words.formats}
        options={bookFormats.map((value) => ({ value, label: formatLabel(value) }))}
        chosen={form.formats}
        error={sentences.formats}
        onChange={(formats) => set({ formats })}
      />
      <div className={styles.group}>
        <span className={styles.label} aria-hidden>
          {words.target}
        </span>
        <Segmented
          label={words.target}
          current={form.target}
          tabs={(['folder', 'mail'] as const).map((key) => ({ key, name: words.targets[key] }))}
          onChange={(key) => set({ target: key === 'mail' ? 'mail' : 'folder' })}
        />
      </div>
      {form.target === 'folder' ? (
        <TextField
          label={words.folder}
          hint={schedule?.station ? words.folderOf(schedule.station) : words.folderHint}
          value={form.folder}
          error={sentences.folder}
          onChange={(folder) => set({ folder })}
        />
      ) : (
        <TextAreaField
          label={words.addresses}
          hint={words.addressesHint}
          value={form.addresses}
          error={sentences.addresses}
          onChange={(addresses) => set({ addresses })}
        />
      )}
      {schedule !== null && <Runs runs={schedule.runs} />}
      {schedule !== null && <Removal id={schedule.id} onRemoved={() => onSaved(null)} />}
    </SettingsForm>
  )
}

function Runs({ runs }: Pick<ScheduleView, 'runs'>) {
  const { timeZone } = useOffice()
  return (
    <fieldset className={styles.group}>
      <legend>{words.runs}</legend>
      {runs.length === 0 && <p className={styles.note}>{words.runsNone}</p>}
      {runs.map((run) => (
        <div key={run.from}>
          <StatusMark meaning={runMeanings[run.state]}>{words.states[run.state]}</StatusMark>{' '}
          {words.run(dayRange(run.from, run.through), fullMomentOf(run.triedAt, timeZone))}
          {run.sentence !== null && (
            <p className={styles.note}>
              {run.sentence} {run.detail !== null && `(${run.detail})`}{' '}
              {run.nextTryAt !== null && words.next(fullMomentOf(run.nextTryAt, timeZone))}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  )
}

function Removal({ id, onRemoved }: { id: string; onRemoved: () => void }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [isSure, setIsSure] = useState(false)
  const removing = useMutation(
    trpc.schedules.remove.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries(trpc.schedules.list.queryFilter())
        onRemoved()
      },
    }),
  )
  return (
    <div className={styles.group}>
      <span>
        <Button
          busy={removing.isPending}
          onPress={() => (isSure ? removing.mutate({ id }) : setIsSure(true))}
        >
          {words.remove}
        </Button>
      </span>
      {(isSure || removing.isError) && (
        <p className={styles.note} role="alert">
          {removing.isError ? words.removeFailed : words.removeSure}
        </p>
      )}
    </div>
  )
}
