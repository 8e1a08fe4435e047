import { useOffice } from '../../lib/session.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { SuggestField } from '../../ui/suggest-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Field } from './field.tsx'
import { textField } from './form-api.ts'
import type { FormApi } from './form-api.ts'
import { villageOf } from './villages.ts'

interface VillageFieldsProps {
  api: FormApi
  village: 'village' | 'facilityVillage'
  district: 'district' | 'facilityDistrict'
}

/** Kelurahan and kecamatan: either spelling finds the place, and the place brings its kecamatan; elsewhere both are typed. */
export function VillageFields({ api, village, district }: VillageFieldsProps) {
  const { villages } = useOffice()
  return (
    <>
      <Field name={village} size="w5">
        <SuggestField
          label={words.village}
          {...textField(api, village)}
          maxLength={100}
          options={villages.map((one) => ({
            value: `${one.name}|${one.district}`,
            label: one.name,
            note: [...one.spellings.filter((other) => other !== one.name), one.district].join(' · '),
          }))}
          onPick={(option) => api.change({ [district]: option.value.split('|')[1] ?? '' })}
          onLeave={(typed) => {
            const found = villageOf(villages, typed)
            if (found !== undefined && api.form[district].trim() === '')
              api.change({ [village]: found.name, [district]: found.district })
            api.leave(village)
          }}
        />
      </Field>
      <Field name={district} size="w5">
        <TextField label={words.district} {...textField(api, district)} maxLength={100} />
      </Field>
    </>
  )
}
