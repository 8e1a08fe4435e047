import { parseNik } from '#domain/nik.ts'
import type { ApplicationKind } from '#domain/permit-type.ts'
import { parseStrNumber, strWarnings } from '#domain/str.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { sayWarning } from '#domain/wording/warnings.ts'
import type { OfficeView } from '#contract/session.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import { ComboboxField, SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Field } from './field.tsx'
import { textField } from './form-api.ts'
import type { FormApi } from './form-api.ts'
import styles from './intake.module.css'
import type { Outlook } from './use-outlook.ts'

/** What is asked for, and the registration it rests on. */
export function PermitSection({ api, outlook, today }: { api: FormApi; outlook: Outlook; today: string }) {
  const { types } = useOffice()
  const { form } = api
  const type = types.find(({ code }) => code === form.permitTypeCode)
  return (
    <Panel label={words.permit}>
      <PanelHead
        title={words.permit}
        note={outlook.placeLimit > 1 ? words.placeLimit(figure(outlook.placeLimit)) : undefined}
      />
      <div className={styles.fields}>
        <Field name="permitTypeCode" size="w16">
          <ComboboxField
            label={words.permit}
            placeholder={words.permitPlaceholder}
            value={form.permitTypeCode === '' ? null : form.permitTypeCode}
            options={types.map(({ code, name, profession }) => ({
              value: code,
              code,
              label: name,
              note: profession,
            }))}
            error={api.sentence('permitTypeCode')}
            onChange={(code) => {
              const next = types.find((one) => one.code === code)
              api.change({
                permitTypeCode: code,
                // Another profession has another STR and other kinds; what still fits stays.
                ...(next?.kinds.includes(form.kind) === true ? {} : { kind: next?.kinds[0] ?? 'new' }),
              })
              api.leave('permitTypeCode')
            }}
          />
        </Field>
        <Field name="kind" size="w8">
          <KindField api={api} type={type} placeLimit={outlook.placeLimit} />
        </Field>
        {outlook.needsStr && <StrFields api={api} profession={outlook.profession} today={today} />}
      </div>
    </Panel>
  )
}

interface KindFieldProps {
  api: FormApi
  type: OfficeView['types'][number] | undefined
  placeLimit: number
}

const ordinals = [1, 2, 3] as const

/** Kind and ordinal are one choice, as the clerks say it: *Baru, SIP ke-2*. */
function KindField({ api, type, placeLimit }: KindFieldProps) {
  const { form } = api
  const counted = placeLimit > 1
  const kinds: readonly ApplicationKind[] = type?.kinds ?? [form.kind]
  const options = kinds.flatMap((kind) =>
    ordinals
      .filter((ordinal) => ordinal === 1 || (counted && ordinal <= placeLimit))
      .map((ordinal) => ({
        value: `${kind} ${ordinal}`,
        label: kindLabel(kind, counted ? ordinal : null),
      })),
  )
  return (
    <SelectField
      label={words.kind}
      value={`${form.kind} ${form.practiceOrdinal}`}
      options={options}
      error={api.sentence('kind')}
      onChange={(value) => {
        const [kind, ordinal] = value.split(' ')
        api.change({
          kind: kinds.find((one) => one === kind) ?? 'new',
          practiceOrdinal: ordinals.find((one) => String(one) === ordinal) ?? 1,
        })
        api.leave('kind')
      }}
    />
  )
}

function StrFields({ api, profession, today }: { api: FormApi; profession: string; today: string }) {
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
      <Field name="practisedMoreThanFiveYearsAgo" size={form.strLifetime ? 'w9' : 'whole'}>
        <div className={styles.middle} data-under-label={form.strLifetime ? true : undefined}>
          <CheckboxField
            label={words.fiveYears}
            checked={form.practisedMoreThanFiveYearsAgo}
            onChange={(practisedMoreThanFiveYearsAgo) => api.change({ practisedMoreThanFiveYearsAgo })}
          />
        </div>
      </Field>
    </>
  )
}
