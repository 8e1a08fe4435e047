import { intakeWords as words } from '../../locales/intake.ts'
import { TextField } from '../../ui/text-field.tsx'
import { Field } from './field.tsx'
import { textField } from './form-api.ts'
import type { FormApi } from './form-api.ts'

/** The business that asks; the person above answers for it. */
export function CompanyFields({ api }: { api: FormApi }) {
  return (
    <>
      <Field name="companyName" size="w12">
        <TextField label={words.companyName} {...textField(api, 'companyName')} maxLength={200} />
      </Field>
      <Field name="companyNib" size="w6">
        <TextField
          label={words.companyNib}
          {...textField(api, 'companyNib')}
          inputMode="numeric"
          maxLength={20}
        />
      </Field>
      <Field name="companyNpwp" size="w6">
        <TextField
          label={words.companyNpwp}
          {...textField(api, 'companyNpwp')}
          inputMode="numeric"
          maxLength={30}
        />
      </Field>
    </>
  )
}
