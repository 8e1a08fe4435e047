import { IconTrash } from '@tabler/icons-react'
import type { IntakeOtherPermit } from '#domain/intake-form.ts'
import type { TypedSession } from '#domain/schedule.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { FormApi } from './form-api.ts'
import styles from './permit.module.css'
import { SessionRow } from './session-row.tsx'

export const emptyOtherPermit: IntakeOtherPermit = {
  number: '',
  place: '',
  city: '',
  validUntil: '',
  schedule: [],
}

const facts = [
  { key: 'number', width: styles.w6, most: 100 },
  { key: 'place', width: styles.w8, most: 200 },
  { key: 'city', width: styles.w5, most: 100 },
] as const

/** Permits that the applicant holds at other places and tells of: each takes one of the places. */
export function OtherPermits({ api }: { api: FormApi }) {
  const { otherPermits } = api.form
  return (
    <div className={styles.others}>
      {otherPermits.map((permit, row) => (
        <OtherPermit key={row} api={api} permit={permit} row={row} />
      ))}
    </div>
  )
}

function OtherPermit({ api, permit, row }: { api: FormApi; permit: IntakeOtherPermit; row: number }) {
  const change = (patch: Partial<IntakeOtherPermit>) =>
    api.change((form) => ({
      otherPermits: form.otherPermits.map((one, index) => (index === row ? { ...one, ...patch } : one)),
    }))
  const field = (key: 'number' | 'place' | 'city' | 'validUntil') => {
    const name = `otherPermits.${row}.${key}` as const
    return {
      value: permit[key],
      error: api.sentence(name),
      onChange: (text: string) => change({ [key]: text }),
      onLeave: () => api.leave(name),
    }
  }
  return (
    <div className={styles.other} role="group" aria-label={words.otherPermit(row + 1)}>
      {facts.map(({ key, width, most }) => (
        <div key={key} className={width} data-field={`otherPermits.${row}.${key}`}>
          <TextField label={words.otherPermitFacts[key]} {...field(key)} maxLength={most} />
        </div>
      ))}
      <div className={styles.w5} data-field={`otherPermits.${row}.validUntil`}>
        <DateField label={words.otherPermitFacts.validUntil} {...field('validUntil')} />
      </div>
      <Hours api={api} permit={permit} row={row} onChange={(schedule) => change({ schedule })} />
      <div className={styles.otherRemove}>
        <IconButton
          icon={IconTrash}
          label={words.removeOtherPermit(row + 1)}
          onPress={() =>
            api.change((form) => ({ otherPermits: form.otherPermits.filter((_, index) => index !== row) }))
          }
        />
      </div>
    </div>
  )
}

interface HoursProps {
  api: FormApi
  permit: IntakeOtherPermit
  row: number
  onChange: (schedule: IntakeOtherPermit['schedule']) => void
}

const emptySession: TypedSession = { days: [], from: '', until: '' }

/** The hours there, where the applicant tells them: they must not meet with those asked for here. */
function Hours({ api, permit, row, onChange }: HoursProps) {
  const { schedule } = permit
  const field = `otherPermits.${row}.schedule` as const
  const sentence = api.sentence(field)
  return (
    <div className={styles.hours} data-field={field}>
      {schedule.map((session, index) => (
        <SessionRow
          key={index}
          field={`${field}.${index}`}
          daysLabel={words.otherPermitDays(row + 1)}
          session={session}
          error={index === schedule.length - 1 ? sentence : undefined}
          onChange={(next) => onChange(schedule.map((one, at) => (at === index ? next : one)))}
          onLeave={() => api.leave(field)}
          remove={{
            label: words.removeOtherHours(row + 1),
            run: () => onChange(schedule.filter((_, at) => at !== index)),
          }}
        />
      ))}
      {schedule.length === 0 && (
        <div>
          <Button rank="tertiary" size="row" onPress={() => onChange([emptySession])}>
            {words.addOtherHours}
          </Button>
        </div>
      )}
    </div>
  )
}
