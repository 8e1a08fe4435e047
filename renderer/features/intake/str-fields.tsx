import { parseNik } from '#domain/nik.ts'
import { parseStrNumber, strWarnings } from '#domain/str.ts'
import { sayWarning } from '#domain/wording/warnings.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Field } from './field.tsx'
import { textField } from './form-api.ts'
import type { FormApi } from './form-api.ts'
import styles from './intake.module.css'

/** The registration that the permit rests on: for life, or to a day. */
export function StrFields({ api, profession, today }: { api: FormApi; profession: string; today: string }) {
  const { form } = api
  const number = parseStrNumber(form.strNumber)
  const nik = parseNik(form.nik)
  const [warning] = number.ok
    ? strWarnings(number.value, profession === '' ? null : profession, nik.ok ? nik.value : null)
    : []
  return (
    <>
      <Field name="strNumber" size="w8">
        <TextField
          label={words.strNumber}
          {...textField(api, 'strNumber')}
          {...(warning?.code === 'str-looks-like-nik' ? { hint: sayWarning(warning) } : {})}
          maxLength={80}
        />
      </Field>
      <Field name="strLifetime" size="w7">
        <div className={styles.middle} data-under-label>
          <CheckboxField
            label={words.strLifetime}
            checked={form.strLifetime}
            onChange={(strLifetime) => api.change({ strLifetime })}
          />
        </div>
      </Field>
      {!form.strLifetime && (
        <Field name="strValidUntil" size="w9">
          <DateField label={words.strValidUntil} {...textField(api, 'strValidUntil')} earliest={today} />
        </Field>
      )}
      {(form.kind === 'new' || form.kind === 'renewal') && (
        <Field name="practisedMoreThanFiveYearsAgo" size={form.strLifetime ? 'w9' : 'whole'}>
          <div className={styles.middle} data-under-label={form.strLifetime ? true : undefined}>
            <CheckboxField
              label={words.fiveYears}
              checked={form.practisedMoreThanFiveYearsAgo}
              onChange={(practisedMoreThanFiveYearsAgo) => api.change({ practisedMoreThanFiveYearsAgo })}
            />
          </div>
        </Field>
      )}
    </>
  )
}
