import { useMutation } from '@tanstack/react-query'
import type { AppointmentView } from '#contract/appointments.ts'
import { clockTime, numericDate } from '#domain/indonesian.ts'
import { appointmentTimeText } from '#domain/wording/appointments.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useStoredKept } from '../../lib/stored-kept.ts'
import { agendaWords as words } from '../../locales/agenda.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { TextAreaField, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './agenda.module.css'
import { ChangeDialog } from './change-dialog.tsx'
import { AppointmentTimeFields } from './time-fields.tsx'
import { useAppointmentRefusal } from './use-appointment-refusal.ts'
import { Warnings } from './warnings.tsx'

interface ChangeProps {
  view: AppointmentView
  onClose: () => void
}

export function PostponeDialog({ view, onClose }: ChangeProps) {
  const { time } = view
  const draft = useStoredKept(`${view.id}/postpone`, {
    date: numericDate(time.date),
    from: clockTime(time.from),
    until: clockTime(time.until),
    place: time.place,
    reason: '',
  })
  const { reason, ...form } = draft.value
  const answer = useAppointmentRefusal(['appointment-reason-needed'])
  const sending = useMutation(
    useTRPC().appointments.postpone.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return answer.refuse(result.refusal)
        draft.forget()
        showToast(words.postponedToast(appointmentTimeText(result.value.time)))
        onClose()
      },
      onError: answer.fail,
    }),
  )
  const change = (next: Partial<typeof draft.value>) => {
    answer.forget()
    draft.set({ ...draft.value, ...next })
  }
  return (
    <ChangeDialog
      title={words.postponeTitle(view.kindLabel)}
      sentence={words.postponeSentence(appointmentTimeText(time))}
      action={answer.warnings.length > 0 ? words.postponeAnyway : words.postpone}
      busy={sending.isPending}
      onSend={() =>
        sending.mutate({ id: view.id, from: time, form, reason, seen: answer.seen, printerId: null })
      }
      onClose={onClose}
      holder={answer.holder}
      refused={answer.sentence}
    >
      <AppointmentTimeFields form={form} errorOf={answer.errorOf} onChange={change} />
      <TextField
        label={words.place}
        value={form.place}
        maxLength={200}
        error={answer.errorOf('place')}
        onChange={(place) => change({ place })}
      />
      <TextAreaField
        label={words.reason}
        hint={words.reasonHint}
        rows={2}
        maxLength={500}
        value={reason}
        error={answer.sentenceOf('appointment-reason-needed')}
        onChange={(text) => change({ reason: text })}
      />
      <Warnings warnings={answer.warnings} />
    </ChangeDialog>
  )
}

export function HoldDialog({ view, onClose }: ChangeProps) {
  const draft = useStoredKept(`${view.id}/hold`, {
    present: view.team.map((one) => one.name),
    others: '',
    result: '',
  })
  const form = draft.value
  const answer = useAppointmentRefusal(['appointment-present-needed', 'appointment-result-needed'])
  const sending = useMutation(
    useTRPC().appointments.hold.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return answer.refuse(result.refusal)
        draft.forget()
        showToast(words.heldToast)
        onClose()
      },
      onError: answer.fail,
    }),
  )
  const change = (next: Partial<typeof form>) => {
    answer.forget()
    draft.set({ ...form, ...next })
  }
  const nobody = answer.sentenceOf('appointment-present-needed')
  return (
    <ChangeDialog
      title={words.holdTitle(view.kindLabel)}
      sentence={words.holdSentence(appointmentTimeText(view.time), view.dossiers)}
      action={words.hold}
      busy={sending.isPending}
      onSend={() =>
        sending.mutate({
          id: view.id,
          present: [...form.present, ...form.others.split(';')],
          result: form.result,
        })
      }
      onClose={onClose}
      holder={answer.holder}
      refused={answer.sentence}
    >
      <fieldset className={styles.group} data-refused={nobody === undefined ? undefined : true}>
        <legend className={styles.label}>{words.present}</legend>
        {view.team.map(({ name, post }) => (
          <CheckboxField
            key={name}
            label={name}
            note={post}
            checked={form.present.includes(name)}
            onChange={(checked) =>
              change({
                present: checked ? [...form.present, name] : form.present.filter((one) => one !== name),
              })
            }
          />
        ))}
        {nobody !== undefined && (
          <p className={styles.refused} role="alert">
            <FieldSentence>{nobody}</FieldSentence>
          </p>
        )}
      </fieldset>
      <TextField
        label={words.othersPresent}
        hint={words.othersHint}
        value={form.others}
        maxLength={600}
        onChange={(others) => change({ others })}
      />
      <TextAreaField
        label={words.result}
        hint={words.resultHint}
        rows={3}
        maxLength={2000}
        value={form.result}
        error={answer.sentenceOf('appointment-result-needed')}
        onChange={(result) => change({ result })}
      />
    </ChangeDialog>
  )
}

export function CancelDialog({ view, onClose }: ChangeProps) {
  const reason = useStoredKept(`${view.id}/cancel`, '')
  const answer = useAppointmentRefusal(['appointment-reason-needed'])
  const sending = useMutation(
    useTRPC().appointments.cancel.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return answer.refuse(result.refusal)
        reason.forget()
        showToast(words.cancelledToast)
        onClose()
      },
      onError: answer.fail,
    }),
  )
  return (
    <ChangeDialog
      title={words.cancel}
      sentence={words.cancelSentence(view.kindLabel, appointmentTimeText(view.time), view.letter.number)}
      action={words.cancel}
      destructive
      busy={sending.isPending}
      onSend={() => sending.mutate({ id: view.id, reason: reason.value })}
      onClose={onClose}
      holder={answer.holder}
      refused={answer.sentence}
    >
      <TextAreaField
        label={words.reason}
        hint={words.reasonHint}
        rows={2}
        autoFocus
        maxLength={500}
        value={reason.value}
        error={answer.sentenceOf('appointment-reason-needed')}
        onChange={(text) => {
          answer.forget()
          reason.set(text)
        }}
      />
    </ChangeDialog>
  )
}
