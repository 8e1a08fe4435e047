import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppointableView, AppointmentView } from '#contract/appointments.ts'
import type { AppointmentForm } from '#domain/appointment-form.ts'
import { numericDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { AppointmentKind } from '#domain/stage-table.ts'
import { appointmentLabel } from '#domain/wording/application.ts'
import { appointmentTimeText } from '#domain/wording/appointments.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useStoredKept } from '../../lib/stored-kept.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { agendaWords as words } from '../../locales/agenda.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './agenda.module.css'
import { TeamFields } from './team-fields.tsx'
import { AppointmentTimeFields } from './time-fields.tsx'
import { useAppointmentRefusal } from './use-appointment-refusal.ts'
import { Warnings } from './warnings.tsx'

interface MakeDrawerProps {
  kinds: readonly AppointmentKind[]
  kind: AppointmentKind
  day: OfficeDate
  /** The dossier from which it was asked for; null: none is chosen yet. */
  applicationId: string | null
  onClose: () => void
  onMade: (view: AppointmentView) => void
}

interface Draft extends AppointmentForm {
  /** The same for every try to send it. */
  readonly id: string
  readonly kind: AppointmentKind
  readonly applicationIds: readonly string[]
}

/** A new appointment: dossiers, day and hours, place, purpose and team; saving prints its *Surat Tugas*. */
export function MakeDrawer({ kinds, kind, day, applicationId, onClose, onMade }: MakeDrawerProps) {
  const trpc = useTRPC()
  const [first] = useState((): Draft => ({
    id: crypto.randomUUID(),
    kind,
    date: numericDate(day),
    from: '09.00',
    until: '11.00',
    place: '',
    purpose: '',
    team: [],
    applicationIds: applicationId === null ? [] : [applicationId],
  }))
  const kept = useStoredKept<Draft>(`agenda/new/${applicationId ?? ''}`, first)
  const draft = kept.value
  const answer = useAppointmentRefusal()
  const team = useQuery(trpc.appointments.team.queryOptions())
  const dossiers = useQuery(trpc.appointments.dossiers.queryOptions({ kind: draft.kind }))
  const sending = useMutation(
    trpc.appointments.make.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return answer.refuse(result.refusal)
        kept.forget()
        const { kindLabel, time, letter } = result.value
        showToast(words.saved(kindLabel, appointmentTimeText(time), letter.number))
        onMade(result.value)
      },
      onError: answer.fail,
    }),
  )
  const change = (next: Partial<Draft>) => {
    answer.forget()
    kept.set({ ...draft, ...next })
  }
  const send = () => {
    if (sending.isPending) return
    const { id, kind: chosen, applicationIds, team: members, ...form } = draft
    sending.mutate({
      id,
      kind: chosen,
      form: { ...form, team: [...members] },
      applicationIds: [...applicationIds],
      seen: answer.seen,
      printerId: null,
    })
  }
  const label = answer.warnings.length > 0 ? words.saveAnyway : words.save
  return (
    <Drawer
      opened
      width={720}
      title={words.makeOf(appointmentLabel(draft.kind))}
      onClose={onClose}
      foot={
        <Button rank="main" wide kbd="Ctrl+Enter" busy={sending.isPending} onPress={send}>
          {label}
        </Button>
      }
    >
      <DialogKeys
        className={styles.form}
        fields={answer.holder}
        shortcuts={[{ keys: 'Ctrl+Enter', label, run: send }]}
      >
        {kinds.length > 1 && (
          <Segmented
            label={words.kind}
            current={draft.kind}
            onChange={(key) =>
              change({
                kind: kinds.find((one) => one === key) ?? draft.kind,
                applicationIds: applicationId === null ? [] : [applicationId],
              })
            }
            tabs={kinds.map((key) => ({ key, name: appointmentLabel(key) }))}
          />
        )}
        <AppointmentTimeFields form={draft} errorOf={answer.errorOf} onChange={change} />
        <DossierPicks
          dossiers={dossiers.data}
          chosen={draft.applicationIds}
          onChange={(applicationIds) => {
            const only = dossiers.data?.find((one) => one.applicationId === applicationIds[0])
            const fills = draft.kind === 'site-inspection' && draft.place === '' && only !== undefined
            change({ applicationIds, ...(fills ? { place: only.place.slice(0, 200) } : {}) })
          }}
        />
        <TextField
          label={words.place}
          hint={words.placeHint}
          value={draft.place}
          maxLength={200}
          error={answer.errorOf('place')}
          onChange={(place) => change({ place })}
        />
        <TextField
          label={words.purpose}
          hint={words.purposeHint}
          value={draft.purpose}
          maxLength={500}
          error={answer.errorOf('purpose')}
          onChange={(purpose) => change({ purpose })}
        />
        <TeamFields
          team={draft.team}
          choices={team.data ?? []}
          refusals={answer.fields}
          onChange={(members) => change({ team: members })}
        />
        <Warnings warnings={answer.warnings} />
        {answer.sentence !== null && (
          <p className={styles.refused} role="alert">
            {answer.sentence}
          </p>
        )}
      </DialogKeys>
    </Drawer>
  )
}

interface DossierPicksProps {
  /** undefined: still asked for. */
  dossiers: readonly AppointableView[] | undefined
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

function DossierPicks({ dossiers, chosen, onChange }: DossierPicksProps) {
  const [filter, setFilter] = useState('')
  const sought = filter.trim().toLowerCase()
  const shown = (dossiers ?? []).filter(
    (one) =>
      chosen.includes(one.applicationId) ||
      sought === '' ||
      `${one.registrationNumber} ${one.holderName} ${one.permitTypeCode} ${one.place}`
        .toLowerCase()
        .includes(sought),
  )
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>
        {words.dossiers} ({words.chosen(chosen.length)})
      </legend>
      {(dossiers?.length ?? 0) > 8 && (
        <TextField label={words.dossierFilter} value={filter} onChange={setFilter} width={320} />
      )}
      {dossiers?.length === 0 && <p className={styles.quiet}>{words.dossiersNone}</p>}
      {shown.length > 0 && (
        <div className={styles.dossiers} role="group" aria-label={words.dossiers}>
          {shown.map((one) => (
            <CheckboxField
              key={one.applicationId}
              label={`${one.registrationNumber} ${one.holderName}, ${one.permitTypeCode}`}
              note={one.place}
              checked={chosen.includes(one.applicationId)}
              onChange={(checked) =>
                onChange(
                  checked
                    ? [...chosen, one.applicationId]
                    : chosen.filter((other) => other !== one.applicationId),
                )
              }
            />
          ))}
        </div>
      )}
    </fieldset>
  )
}
