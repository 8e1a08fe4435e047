import { intakeWords as words } from '../../locales/intake.ts'
import { NikField, PhoneField } from '../../ui/masked-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Field, FieldPanel } from './field.tsx'
import { textField } from './form-api.ts'
import type { FormApi } from './form-api.ts'

/** Who stands at the counter in the applicant's place. */
export function RepresentativeSection({ api }: { api: FormApi }) {
  return (
    <FieldPanel title={words.representative} note={words.representativeNote}>
      <Field name="representativeName" size="w9">
        <TextField
          label={words.representativeName}
          {...textField(api, 'representativeName')}
          maxLength={200}
        />
      </Field>
      <Field name="representativeNik" size="w7">
        <NikField label={words.representativeNik} {...textField(api, 'representativeNik')} />
      </Field>
      <Field name="representativePhone" size="w7">
        <PhoneField label={words.representativePhone} {...textField(api, 'representativePhone')} />
      </Field>
      <Field name="representativeRelation" size="w8">
        <TextField
          label={words.representativeRelation}
          {...textField(api, 'representativeRelation')}
          maxLength={64}
        />
      </Field>
    </FieldPanel>
  )
}
