import { identityKinds } from '#domain/application.ts'
import type { IdentityKind } from '#domain/application.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { DateField } from '../../ui/date-field.tsx'
import { ComboboxField, SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { countries } from '../../lib/countries.ts'
import { Field } from './field.tsx'
import { textField } from './form-api.ts'
import type { FormApi } from './form-api.ts'

/** Whether the form says anything else than an Indonesian with a KTP. */
export const isUnusual = ({ citizenship, identityKind }: IntakeForm): boolean =>
  citizenship !== 'ID' || identityKind !== 'ktp'

/** Kinds whose own number is written down; the others bear the NIK. */
const numbered: readonly IdentityKind[] = ['passport', 'kitas', 'kipem', 'suket']

/** KITAS is a foreigner's; a surat keterangan or a KIPEM is an Indonesian's. */
const kindsOf = (citizenship: string): readonly IdentityKind[] =>
  identityKinds.filter((kind) =>
    citizenship === 'ID'
      ? kind !== 'kitas' && kind !== 'none'
      : kind === 'passport' || kind === 'kitas' || kind === 'ktp',
  )

interface IdentityFieldsProps {
  api: FormApi
  today: string
  /** What to say when the number is somebody else's. */
  stranger: string | undefined
}

/** Which document says who it is: for a foreigner, or somebody without a KTP at hand. */
export function IdentityFields({ api, today, stranger }: IdentityFieldsProps) {
  const { form } = api
  const kinds = kindsOf(form.citizenship)
  const hasNumber = numbered.includes(form.identityKind)
  return (
    <>
      <Field name="citizenship" size="w7">
        <ComboboxField
          label={words.citizenship}
          value={form.citizenship}
          options={countries()}
          error={api.sentence('citizenship')}
          onChange={(citizenship) => {
            const fits = kindsOf(citizenship).includes(form.identityKind)
            const usual = citizenship === 'ID' ? 'ktp' : 'passport'
            const foreignNow = citizenship !== 'ID' && form.citizenship === 'ID'
            api.change({ citizenship, identityKind: fits && !foreignNow ? form.identityKind : usual })
            api.leave('citizenship')
          }}
        />
      </Field>
      <Field name="identityKind" size="w5">
        <SelectField
          label={words.identityKind}
          value={form.identityKind}
          options={kinds.map((value) => ({ value, label: words.identityKinds[value] }))}
          error={api.sentence('identityKind')}
          onChange={(value) => {
            const identityKind = kinds.find((one) => one === value) ?? 'ktp'
            api.change({ identityKind })
            api.leave('identityKind')
          }}
        />
      </Field>
      {hasNumber && (
        <>
          <Field name="identityNumber" size="w6">
            <TextField
              label={words.identityNumber(words.identityKinds[form.identityKind])}
              {...textField(api, 'identityNumber')}
              error={stranger ?? api.sentence('identityNumber')}
              maxLength={40}
            />
          </Field>
          <Field name="identityValidUntil" size="w6">
            <DateField
              label={words.identityValidUntil}
              {...textField(api, 'identityValidUntil')}
              earliest={today}
              today={today}
            />
          </Field>
        </>
      )}
    </>
  )
}
