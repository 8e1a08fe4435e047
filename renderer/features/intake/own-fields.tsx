import type { OwnFieldView } from '#contract/intake.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Field } from './field.tsx'
import type { FormApi } from './form-api.ts'
import styles from './permit.module.css'

export interface OwnFieldsProps {
  api: FormApi
  /** Those that are asked under what is typed so far, in the order of the type's file. */
  fields: readonly OwnFieldView[]
  today: string
}

/** The questions that only this type asks, drawn from its file: words, figures with their unit, a day, a choice, yes or no. */
export function OwnFields({ api, fields, today }: OwnFieldsProps) {
  return fields.map((one) => (
    <Field key={one.code} name={`answers.${one.code}`} size={one.kind === 'yes-no' ? 'whole' : 'w8'}>
      <Question api={api} field={one} today={today} />
    </Field>
  ))
}

function Question({ api, field, today }: { api: FormApi; field: OwnFieldView; today: string }) {
  const { code, required, unit } = field
  const name = `answers.${code}` as const
  const named = unit === null ? field.label : words.withUnit(field.label, unit)
  // Left open, a question of yes or no is simply not answered.
  const label = required || field.kind === 'yes-no' ? named : words.optional(named)
  const value = api.form.answers[code] ?? ''
  const common = {
    label,
    value,
    error: api.sentence(name),
    onChange: (answer: string) => api.change((form) => ({ answers: { ...form.answers, [code]: answer } })),
    onLeave: () => api.leave(name),
  }
  switch (field.kind) {
    case 'choice':
      return (
        <SelectField
          {...common}
          value={value === '' ? null : value}
          placeholder={words.choose}
          options={field.choices.map((one) => ({ value: one.code, label: one.label }))}
        />
      )
    case 'yes-no':
      return <YesNo {...common} />
    case 'date':
      return (
        <DateField {...common} today={today} {...(field.check?.rule === 'past' ? { latest: today } : {})} />
      )
    case 'number':
      return <TextField {...common} inputMode="decimal" maxLength={20} />
    case 'text':
      return <TextField {...common} maxLength={field.check?.rule === 'length' ? field.check.max : 200} />
  }
}

interface YesNoProps {
  label: string
  value: string
  error: string | undefined
  onChange: (answer: string) => void
}

/** Not answered is neither: a box that is merely empty would say *tidak* for the clerk. */
function YesNo({ label, value, error, onChange }: YesNoProps) {
  return (
    <div className={styles.yesNo}>
      <span className={styles.question}>{label}</span>
      <Segmented
        label={label}
        tabs={[
          { key: 'yes', name: words.yes },
          { key: 'no', name: words.no },
        ]}
        current={value}
        onChange={onChange}
      />
      {error !== undefined && (
        <div className={styles.sentence}>
          <FieldSentence>{error}</FieldSentence>
        </div>
      )}
    </div>
  )
}
