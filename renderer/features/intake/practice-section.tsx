import { IconTrash } from '@tabler/icons-react'
import { facilityKinds } from '#domain/permit-type.ts'
import type { TypedSession } from '#domain/schedule.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { TimeField } from '../../ui/date-field.tsx'
import { DayPicker } from '../../ui/day-picker.tsx'
import type { Weekday } from '../../ui/day-picker.tsx'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Field } from './field.tsx'
import { textField } from './form-api.ts'
import type { FormApi } from './form-api.ts'
import styles from './intake.module.css'
import { VillageFields } from './village-fields.tsx'

/** Where and when. */
export function PracticeSection({ api, onAddSession }: { api: FormApi; onAddSession: () => void }) {
  const { form } = api
  return (
    <Panel label={words.practice}>
      <PanelHead
        title={words.practice}
        right={
          <Button rank="tertiary" size="row" kbd="Ctrl+J" onPress={onAddSession}>
            {words.addSchedule}
          </Button>
        }
      />
      <div className={styles.fields}>
        <Field name="facilityName" size="w16">
          <TextField label={words.facilityName} {...textField(api, 'facilityName')} maxLength={200} />
        </Field>
        <Field name="facilityKind" size="w8">
          <SelectField
            label={words.facilityKind}
            value={form.facilityKind}
            options={facilityKinds.map((value) => ({ value, label: words.facilityKinds[value] }))}
            onChange={(value) =>
              api.change({ facilityKind: facilityKinds.find((one) => one === value) ?? 'facility' })
            }
          />
        </Field>
        <Field name="facilityAddress" size="w14">
          <TextField label={words.facilityAddress} {...textField(api, 'facilityAddress')} maxLength={300} />
        </Field>
        <VillageFields api={api} village="facilityVillage" district="facilityDistrict" />
        <div className={`${styles.whole} ${styles.sessions}`}>
          {form.schedule.map((session, row) => (
            <SessionRow key={row} api={api} session={session} row={row} />
          ))}
        </div>
      </div>
    </Panel>
  )
}

function SessionRow({ api, session, row }: { api: FormApi; session: TypedSession; row: number }) {
  const { schedule } = api.form
  const field = `schedule.${row}` as const
  const change = (patch: Partial<TypedSession>) =>
    api.change({
      schedule: schedule.map((other, index) => (index === row ? { ...other, ...patch } : other)),
    })
  // A row that is only half typed is not told about: its times come last.
  const leave = () => {
    if (session.until.trim() !== '') api.leave(field)
  }
  return (
    <div className={styles.session} data-field={field}>
      <DayPicker
        label={words.days(row)}
        value={session.days as readonly Weekday[]}
        onChange={(days) => {
          change({ days })
          leave()
        }}
      />
      <div className={styles.time}>
        <TimeField
          label={words.from}
          value={session.from}
          onChange={(from) => change({ from })}
          onLeave={leave}
        />
      </div>
      <div className={styles.until}>
        <TimeField
          label={words.until}
          value={session.until}
          errorAt="right"
          error={api.sentence(field)}
          onChange={(until) => change({ until })}
          onLeave={() => api.leave(field)}
        />
      </div>
      {schedule.length > 1 && (
        <div className={styles.remove}>
          <IconButton
            icon={IconTrash}
            label={words.removeSchedule(row)}
            onPress={() => api.change({ schedule: schedule.filter((_, index) => index !== row) })}
          />
        </div>
      )}
    </div>
  )
}
