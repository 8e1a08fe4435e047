import { longDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { lateWords as words } from '../../locales/late-entry.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField, TimeField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Field, FieldPanel } from './field.tsx'
import { textField } from './form-api.ts'
import type { FormApi } from './form-api.ts'

interface LateSectionProps {
  api: FormApi
  /** null: the station has not said yet. */
  earliest: OfficeDate | null
  /** The real day of today. */
  today: OfficeDate
}

/** When the application was really taken in, and why it comes later. */
export function LateSection({ api, earliest, today }: LateSectionProps) {
  return (
    <FieldPanel
      title={words.panel}
      note={earliest === null ? words.panelNoteBare : words.panelNote(longDate(earliest))}
    >
      <Field name="lateDay" size="w6">
        <DateField
          label={words.day}
          {...textField(api, 'lateDay')}
          {...(earliest === null ? {} : { earliest })}
          latest={today}
          today={today}
        />
      </Field>
      <Field name="lateTime" size="w4">
        <TimeField label={words.time} {...textField(api, 'lateTime')} />
      </Field>
      <Field name="lateReason" size="w14">
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          {...textField(api, 'lateReason')}
          maxLength={300}
        />
      </Field>
      <Field name="formNumber" size="w10">
        <TextField
          label={words.formNumber}
          hint={words.formNumberHint}
          {...textField(api, 'formNumber')}
          maxLength={200}
          scan
        />
      </Field>
      <Field name="lateComplete" size="w14">
        <CheckboxField
          label={words.complete}
          note={words.completeNote}
          checked={api.form.lateComplete}
          onChange={(lateComplete) => api.change({ lateComplete })}
        />
      </Field>
    </FieldPanel>
  )
}
