import type { Starter } from '#domain/permit-type.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { DateField } from '../../ui/date-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Field } from './field.tsx'
import { textField } from './form-api.ts'
import type { FormApi } from './form-api.ts'
import type { OfferedKind } from './use-offers.ts'

/** Who asks for a revocation, and why; the office may do so without the holder. */
export function RevocationFields({ api, kind, today }: { api: FormApi; kind: OfferedKind; today: string }) {
  const { form } = api
  const reasons = kind.reasons.filter(({ startedBy }) => startedBy === form.startedBy)
  return (
    <>
      <Field name="startedBy" size="w8">
        <SelectField
          label={words.startedBy}
          value={form.startedBy}
          options={kind.startedBy.map((value) => ({ value, label: words.starters[value] }))}
          error={api.sentence('startedBy')}
          onChange={(value) => {
            const startedBy: Starter = kind.startedBy.find((one) => one === value) ?? 'holder'
            const only = kind.reasons.filter((one) => one.startedBy === startedBy)
            // A reason belongs to whoever may give it; where there is only one, it is that one.
            api.change({ startedBy, reasonCode: only.length === 1 ? (only[0]?.code ?? '') : '' })
            api.leave('startedBy')
          }}
        />
      </Field>
      <Field name="reasonCode" size="w10">
        <SelectField
          label={words.reason}
          placeholder={words.choose}
          value={form.reasonCode === '' ? null : form.reasonCode}
          options={reasons.map(({ code, label }) => ({ value: code, label }))}
          error={api.sentence('reasonCode')}
          onChange={(reasonCode) => {
            api.change({ reasonCode })
            api.leave('reasonCode')
          }}
        />
      </Field>
      <Field name="effectiveOn" size="w6">
        <DateField
          label={words.effectiveOn}
          {...textField(api, 'effectiveOn')}
          hint={words.effectiveOnHint}
          today={today}
        />
      </Field>
    </>
  )
}
