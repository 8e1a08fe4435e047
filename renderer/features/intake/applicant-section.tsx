import { IconUserCheck } from '@tabler/icons-react'
import { longDate } from '#domain/indonesian.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import type { ReactNode } from 'react'
import { figure } from '../../lib/format.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { NikField, PhoneField } from '../../ui/masked-field.tsx'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Badge } from '../../ui/status.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Field } from './field.tsx'
import { textField } from './form-api.ts'
import type { FormApi } from './form-api.ts'
import styles from './intake.module.css'
import type { Identity } from './use-identity.ts'
import { VillageFields } from './village-fields.tsx'

export interface ApplicantSectionProps {
  api: FormApi
  identity: Identity
  /** The office's day, for the calendar. */
  today: string
  /** A known person is shown in three fields and a sentence, until something in it must be changed. */
  folded: boolean
  onUnfold: () => void
}

/** Who asks: the NIK first, since it finds the person or tells birth date and sex. */
export function ApplicantSection({ api, identity, today, folded, onUnfold }: ApplicantSectionProps) {
  return (
    <Panel label={words.applicant}>
      <PanelHead
        title={
          <>
            {words.applicant} {identity.known && <KnownBadge />}
          </>
        }
        note={identityNote(identity)}
        right={
          folded && (
            <Button rank="tertiary" size="row" onPress={onUnfold}>
              {words.changeData}
            </Button>
          )
        }
      />
      <div className={styles.fields}>
        <Field name="nik" size="w7">
          <NikField
            label={words.nik}
            {...textField(api, 'nik')}
            onChange={identity.typeNik}
            error={identity.sentence ?? api.sentence('nik')}
            certain={identity.known}
            autoFocus
          />
        </Field>
        {!folded && (
          <Field name="name" size="w8">
            <TextField label={words.name} {...textField(api, 'name')} maxLength={200} />
          </Field>
        )}
        <Field name="nameOnPermit" size={folded ? 'w11' : 'w9'}>
          <TextField
            label={words.nameOnPermit}
            {...textField(api, 'nameOnPermit')}
            placeholder={api.form.name}
            maxLength={200}
          />
        </Field>
        {!folded && <Details api={api} today={today} />}
        <Field name="phone" size="w6">
          <PhoneField label={words.phone} {...textField(api, 'phone')} />
        </Field>
        {!folded && <Contact api={api} />}
        {folded && <p className={styles.summary}>{summaryOf(api)}</p>}
      </div>
    </Panel>
  )
}

const KnownBadge = () => (
  <Badge meaning="done" icon={IconUserCheck}>
    {words.known}
  </Badge>
)

function identityNote({ known, asked, failed, dossiers }: Identity): ReactNode {
  if (failed) return words.lookupFailed
  if (!known) return asked ? words.unknown : undefined
  return dossiers === 0 ? words.knownNote : words.knownDossiers(figure(dossiers))
}

function Details({ api, today }: { api: FormApi; today: string }) {
  const { form } = api
  return (
    <>
      <Field name="birthPlace" size="w6">
        <TextField label={words.birthPlace} {...textField(api, 'birthPlace')} maxLength={100} />
      </Field>
      <Field name="birthDate" size="w6">
        <DateField label={words.birthDate} {...textField(api, 'birthDate')} latest={today} />
      </Field>
      <Field name="sex" size="w6">
        <SelectField
          label={words.sex}
          value={form.sex === '' ? null : form.sex}
          options={Object.entries(words.sexes).map(([value, label]) => ({ value, label }))}
          error={api.sentence('sex')}
          onChange={(value) => {
            if (value === 'male' || value === 'female') api.change({ sex: value })
            api.leave('sex')
          }}
        />
      </Field>
    </>
  )
}

function Contact({ api }: { api: FormApi }) {
  return (
    <>
      <Field name="addressKtp" size="w10">
        <TextField label={words.address} {...textField(api, 'addressKtp')} maxLength={300} />
      </Field>
      <Field name="rtRw" size="w4">
        <TextField label={words.rtRw} {...textField(api, 'rtRw')} placeholder="003/012" maxLength={20} />
      </Field>
      <VillageFields api={api} village="village" district="district" />
      <Field name="email" size="w10">
        <TextField label={words.email} {...textField(api, 'email')} inputMode="email" maxLength={254} />
      </Field>
      <Field name="addressDomicile" size="w14">
        <TextField label={words.addressDomicile} {...textField(api, 'addressDomicile')} maxLength={300} />
      </Field>
    </>
  )
}

/** `Perempuan, lahir Pontianak, 7 Agustus 1994 · Jl. Khatulistiwa …`: what is folded away. */
function summaryOf({ form }: FormApi): string {
  const born = parseTypedDate(form.birthDate)
  const sex = form.sex === '' ? '–' : words.sexes[form.sex]
  const place = [form.addressKtp, form.village].filter((part) => part.trim() !== '').join(', ')
  return [words.born(sex, form.birthPlace || '–', born.ok ? longDate(born.value) : '–'), place, form.email]
    .filter((part) => part.trim() !== '')
    .join(' · ')
}
