import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { TeamChoiceView } from '#contract/appointments.ts'
import type { AppointmentFieldRefusal, TeamMemberForm } from '#domain/appointment-form.ts'
import { sayAppointmentField } from '#domain/wording/appointments.ts'
import { agendaWords as words } from '../../locales/agenda.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { SuggestField } from '../../ui/suggest-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './agenda.module.css'

interface TeamFieldsProps {
  team: readonly TeamMemberForm[]
  choices: readonly TeamChoiceView[]
  refusals: readonly AppointmentFieldRefusal[]
  onChange: (team: readonly TeamMemberForm[]) => void
}

const keyOf = (one: TeamChoiceView): string => one.userId ?? one.name

/** Who is sent: users of the office and people of former letters from a list, anybody else by name. */
export function TeamFields({ team, choices, refusals, onChange }: TeamFieldsProps) {
  const [typed, setTyped] = useState('')
  const free = choices.filter(
    (one) =>
      !team.some((member) => (one.userId !== null ? member.userId === one.userId : member.name === one.name)),
  )
  const add = (name: string, choice?: TeamChoiceView) => {
    if (name.trim() === '') return
    setTyped('')
    const known = choice ?? free.find((one) => one.name === name.trim())
    onChange([
      ...team,
      {
        userId: known?.userId ?? null,
        name: known?.name ?? name.trim(),
        nip: known?.nip ?? '',
        post: known?.post ?? '',
        leads: team.length === 0,
      },
    ])
  }
  const change = (index: number, next: Partial<TeamMemberForm>) =>
    onChange(team.map((one, row) => (row === index ? { ...one, ...next } : one)))
  const errorOf = (row: number, codes: (code: string) => boolean) => {
    const found = refusals.find((one) => one.field === 'team' && one.row === row && codes(one.refusal.code))
    return found && sayAppointmentField(found)
  }
  const whole = refusals.find((one) => one.field === 'team' && one.row === null)
  return (
    <fieldset className={styles.group} aria-label={words.team}>
      <legend className={styles.label}>{words.team}</legend>
      {team.map((one, index) => (
        <div key={index} className={styles.member} role="group" aria-label={words.member(index + 1)}>
          <TextField
            label={words.name}
            value={one.name}
            maxLength={150}
            error={errorOf(index, (code) => code === 'member-name-empty' || code === 'team-twice')}
            onChange={(name) => change(index, { name, userId: null })}
          />
          <TextField
            label={words.nip}
            value={one.nip}
            maxLength={40}
            inputMode="numeric"
            error={errorOf(index, (code) => code.startsWith('nip-'))}
            onChange={(nip) => change(index, { nip })}
          />
          <TextField
            label={words.post}
            value={one.post}
            maxLength={150}
            error={errorOf(index, (code) => code === 'member-post-empty')}
            onChange={(post) => change(index, { post })}
          />
          <div className={styles.memberTools}>
            <IconButton
              icon={IconTrash}
              label={words.memberRemove(one.name)}
              onPress={() => onChange(team.filter((_, row) => row !== index))}
            />
            <CheckboxField
              name={words.memberLeads(one.name)}
              label={words.leads}
              checked={one.leads}
              onChange={(leads) =>
                onChange(team.map((other, row) => ({ ...other, leads: row === index ? leads : false })))
              }
            />
          </div>
        </div>
      ))}
      <div className={styles.row}>
        <SuggestField
          label={words.teamAdd}
          hint={words.teamAddHint}
          width={380}
          value={typed}
          maxLength={150}
          options={free.map((one) => ({ value: keyOf(one), label: one.name, note: one.post }))}
          onChange={setTyped}
          onPick={(option) => {
            const choice = free.find((one) => keyOf(one) === option.value)
            if (choice) add(choice.name, choice)
          }}
        />
        <Button onPress={() => add(typed)}>{words.teamAddButton}</Button>
      </div>
      {whole !== undefined && (
        <p className={styles.refused} data-refused>
          <FieldSentence>{sayAppointmentField(whole)}</FieldSentence>
        </p>
      )}
    </fieldset>
  )
}
