import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { AppointmentView } from '#contract/appointments.ts'
import type { AppointmentFieldRefusal } from '#domain/appointment-form.ts'
import { warningKey, type AppointmentWarning } from '#domain/appointment-rules.ts'
import { clockTime, numericDate } from '#domain/indonesian.ts'
import { appointmentTimeText, sayAppointmentField } from '#domain/wording/appointments.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { useKept } from '../../lib/kept.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { agendaWords as words } from '../../locales/agenda.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField, TimeField } from '../../ui/date-field.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { TextAreaField, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './agenda.module.css'
import { useAgendaRefusal } from './use-agenda-words.ts'
import { Warnings } from './warnings.tsx'

interface ChangeProps {
  view: AppointmentView
  onClose: () => void
}

export function PostponeDialog({ view, onClose }: ChangeProps) {
  const trpc = useTRPC()
  const say = useAgendaRefusal()
  const { time } = view
  const draft = useKept(`${view.id}/postpone`, {
    date: numericDate(time.date),
    from: clockTime(time.from),
    until: clockTime(time.until),
    place: time.place,
    reason: '',
  })
  const form = draft.value
  const [fields, setFields] = useState<readonly AppointmentFieldRefusal[]>([])
  const [warnings, setWarnings] = useState<readonly AppointmentWarning[]>([])
  const [refused, setRefused] = useState<string | null>(null)
  const [refusals, setRefusals] = useState(0)
  const holder = useRef<HTMLDivElement>(null)
  useFocusRefused(holder, refusals)
  const sending = useMutation(
    trpc.appointments.postpone.mutationOptions({
      onSuccess: (answer) => {
        if (answer.ok) {
          draft.forget()
          showToast(words.postponedToast(appointmentTimeText(answer.value.time)))
          return onClose()
        }
        const { refusal } = answer
        setFields(refusal.code === 'appointment-unfit' ? refusal.fields : [])
        setWarnings(refusal.code === 'appointment-warned' ? refusal.warnings : [])
        setRefused(
          refusal.code === 'appointment-unfit' || refusal.code === 'appointment-warned' ? null : say(refusal),
        )
        setRefusals((count) => count + 1)
      },
      onError: () => setRefused(words.actFailed),
    }),
  )
  const change = (next: Partial<typeof form>) => {
    setFields([])
    setWarnings([])
    draft.set({ ...form, ...next })
  }
  const errorOf = (field: AppointmentFieldRefusal['field']) => {
    const found = fields.find((one) => one.field === field)
    return found && sayAppointmentField(found)
  }
  const send = () => {
    if (sending.isPending) return
    const { reason, ...typed } = form
    sending.mutate({
      id: view.id,
      from: time,
      form: typed,
      reason,
      seen: warnings.map(warningKey),
      printerId: null,
    })
  }
  const label = warnings.length > 0 ? words.postponeAnyway : words.postpone
  return (
    <ConfirmDialog
      opened
      width={560}
      title={words.postponeTitle(view.kindLabel)}
      sentence={words.postponeSentence(appointmentTimeText(time))}
      action={label}
      busy={sending.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <DialogKeys
        className={styles.group}
        fields={holder}
        shortcuts={[{ keys: 'Ctrl+Enter', label, run: send }]}
      >
        <div className={styles.row}>
          <DateField
            label={words.date}
            width={150}
            autoFocus
            value={form.date}
            error={errorOf('date')}
            onChange={(date) => change({ date })}
          />
          <TimeField
            label={words.from}
            width={84}
            value={form.from}
            error={errorOf('from')}
            onChange={(from) => change({ from })}
          />
          <TimeField
            label={words.until}
            width={84}
            value={form.until}
            error={errorOf('until')}
            onChange={(until) => change({ until })}
          />
        </div>
        <TextField
          label={words.place}
          value={form.place}
          maxLength={200}
          error={errorOf('place')}
          onChange={(place) => change({ place })}
        />
        <TextAreaField
          label={words.reason}
          hint={words.reasonHint}
          rows={2}
          maxLength={500}
          value={form.reason}
          onChange={(reason) => change({ reason })}
        />
        <Warnings warnings={warnings} />
        {refused !== null && (
          <p className={styles.refused} role="alert">
            {refused}
          </p>
        )}
      </DialogKeys>
    </ConfirmDialog>
  )
}

export function HoldDialog({ view, onClose }: ChangeProps) {
  const trpc = useTRPC()
  const say = useAgendaRefusal()
  const draft = useKept(`${view.id}/hold`, {
    present: view.team.map((one) => one.name),
    others: '',
    result: '',
  })
  const form = draft.value
  const [refused, setRefused] = useState<string | null>(null)
  const sending = useMutation(
    trpc.appointments.hold.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return setRefused(say(answer.refusal))
        draft.forget()
        showToast(words.heldToast)
        onClose()
      },
      onError: () => setRefused(words.actFailed),
    }),
  )
  const send = () => {
    if (sending.isPending) return
    const present = [...form.present, ...form.others.split(';')]
    sending.mutate({ id: view.id, present, result: form.result })
  }
  return (
    <ConfirmDialog
      opened
      width={560}
      title={words.holdTitle(view.kindLabel)}
      sentence={words.holdSentence(appointmentTimeText(view.time), view.dossiers)}
      action={words.hold}
      busy={sending.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <DialogKeys className={styles.group} shortcuts={[{ keys: 'Ctrl+Enter', label: words.hold, run: send }]}>
        <fieldset className={styles.group}>
          <legend className={styles.label}>{words.present}</legend>
          {view.team.map(({ name, post }) => (
            <CheckboxField
              key={name}
              label={name}
              note={post}
              checked={form.present.includes(name)}
              onChange={(checked) =>
                draft.set({
                  ...form,
                  present: checked ? [...form.present, name] : form.present.filter((one) => one !== name),
                })
              }
            />
          ))}
        </fieldset>
        <TextField
          label={words.othersPresent}
          hint={words.othersHint}
          value={form.others}
          maxLength={600}
          onChange={(others) => draft.set({ ...form, others })}
        />
        <TextAreaField
          label={words.result}
          hint={words.resultHint}
          rows={3}
          maxLength={2000}
          value={form.result}
          onChange={(result) => draft.set({ ...form, result })}
        />
        {refused !== null && (
          <p className={styles.refused} role="alert">
            {refused}
          </p>
        )}
      </DialogKeys>
    </ConfirmDialog>
  )
}

export function CancelDialog({ view, onClose }: ChangeProps) {
  const trpc = useTRPC()
  const say = useAgendaRefusal()
  const reason = useKept(`${view.id}/cancel`, '')
  const [refused, setRefused] = useState<string | null>(null)
  const sending = useMutation(
    trpc.appointments.cancel.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return setRefused(say(answer.refusal))
        reason.forget()
        showToast(words.cancelledToast)
        onClose()
      },
      onError: () => setRefused(words.actFailed),
    }),
  )
  const send = () => {
    if (!sending.isPending) sending.mutate({ id: view.id, reason: reason.value })
  }
  return (
    <ConfirmDialog
      opened
      title={words.cancel}
      sentence={words.cancelSentence(view.kindLabel, appointmentTimeText(view.time), view.letter.number)}
      action={words.cancel}
      destructive
      busy={sending.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      <DialogKeys
        className={styles.group}
        shortcuts={[{ keys: 'Ctrl+Enter', label: words.cancel, run: send }]}
      >
        <TextAreaField
          label={words.reason}
          hint={words.reasonHint}
          rows={2}
          autoFocus
          maxLength={500}
          value={reason.value}
          onChange={reason.set}
        />
        {refused !== null && (
          <p className={styles.refused} role="alert">
            {refused}
          </p>
        )}
      </DialogKeys>
    </ConfirmDialog>
  )
}
