import { IconUserCheck } from '@tabler/icons-react'
import { longDate } from '#domain/indonesian.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { figure } from '../../lib/format.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { NikField, PhoneField } from '../../ui/masked-field.tsx'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Badge } from '../../ui/status.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Field } from './field.tsx'
import { textField } from './form-api.ts'
import type { FormApi } from './form-api.ts'
import { countryName } from '../../lib/countries.ts'
import { IdentityFields, isUnusual } from './identity-fields.tsx'
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
  /** A business asks: the person answers for it, and birth and sex are nobody's business. */
  isCompany: boolean
  /** Filed elsewhere: a name for the slip is enough. */
  brief: boolean
}

/** Who asks: the NIK first, since it finds the person or tells birth date and sex. */
export function ApplicantSection(props: ApplicantSectionProps) {
  const { api, identity, today, folded, isCompany, brief } = props
  const { form } = api
  const [asksIdentity, setAsksIdentity] = useState(false)
  const unusual = asksIdentity || isUnusual(form)
  return (
    <Panel label={words.applicant}>
      <PanelHead
        title={
          <>
            {isCompany ? words.responsible : words.applicant} {identity.known && <KnownBadge />}
          </>
        }
        note={identityNote(identity)}
        right={
          <>
            {!unusual && !brief && (
              <Button rank="tertiary" size="row" onPress={() => setAsksIdentity(true)}>
                {words.otherIdentity}
              </Button>
            )}
            {folded && (
              <Button rank="tertiary" size="row" onPress={props.onUnfold}>
                {words.changeData}
              </Button>
            )}
          </>
        }
      />
      <div className={styles.fields}>
        <Field name="nik" size="w7">
          <NikField
            label={form.citizenship === 'ID' && !isCompany ? words.nik : words.nikIfAny}
            {...textField(api, 'nik')}
            onChange={identity.typeNik}
            error={strangerAt(identity, 'nik') ?? api.sentence('nik')}
            certain={identity.known}
            autoFocus
          />
        </Field>
        {!folded && (
          <Field name="name" size="w8">
            <TextField
              label={isUnusual(form) ? words.nameOnIdentity : words.name}
              {...textField(api, 'name')}
              maxLength={200}
            />
          </Field>
        )}
        <Field name="nameOnPermit" size={folded ? 'w11' : 'w9'}>
          <TextField
            label={words.nameOnPermit}
            {...textField(api, 'nameOnPermit')}
            placeholder={form.name}
            maxLength={200}
          />
        </Field>
        {(identity.another || form.nameChanged) && (
          <Field name="nameChanged" size="whole">
            <CheckboxField
              label={words.nameChanged}
              note={words.nameChangedNote}
              checked={form.nameChanged}
              onChange={(nameChanged) => api.change({ nameChanged })}
            />
          </Field>
        )}
        {unusual && !brief && (
          <IdentityFields api={api} today={today} stranger={strangerAt(identity, 'identityNumber')} />
        )}
        {!folded && !isCompany && !brief && <Details api={api} today={today} />}
        {!brief && isCompany && !folded && <Address api={api} wide />}
        {!brief && (
          <Field name="phone" size="w6">
            <PhoneField label={words.phone} {...textField(api, 'phone')} />
          </Field>
        )}
        {!brief && !folded && (isCompany ? <CompanyContact api={api} /> : <Contact api={api} />)}
        {folded && !brief && <p className={styles.summary}>{summaryOf(api)}</p>}
      </div>
    </Panel>
  )
}

const strangerAt = ({ stranger }: Identity, field: 'nik' | 'identityNumber') =>
  stranger?.field === field ? stranger.sentence : undefined

const addressLabel = (form: FormApi['form']): string => {
  if (form.citizenship !== 'ID') return words.addressInIndonesia
  return isUnusual(form) ? words.addressOnIdentity : words.address
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

function Address({ api, wide }: { api: FormApi; wide?: boolean }) {
  return (
    <>
      <Field name="addressKtp" size={wide === true ? 'w14' : 'w10'}>
        <TextField label={addressLabel(api.form)} {...textField(api, 'addressKtp')} maxLength={300} />
      </Field>
      <Field name="rtRw" size="w4">
        <TextField label={words.rtRw} {...textField(api, 'rtRw')} placeholder="003/012" maxLength={20} />
      </Field>
    </>
  )
}

const Email = ({ api, size }: { api: FormApi; size: 'w10' | 'w14' }) => (
  <Field name="email" size={size}>
    <TextField label={words.email} {...textField(api, 'email')} inputMode="email" maxLength={254} />
  </Field>
)

/** Of the one who answers for a business. */
const CompanyContact = ({ api }: { api: FormApi }) => (
  <>
    <VillageFields api={api} village="village" district="district" />
    <Email api={api} size="w14" />
  </>
)

function Contact({ api }: { api: FormApi }) {
  const { form } = api
  return (
    <>
      <Address api={api} />
      <VillageFields api={api} village="village" district="district" />
      <Email api={api} size="w10" />
      <Field name="domicileDiffers" size="w14">
        <div className={styles.middle} data-under-label>
          <CheckboxField
            label={words.domicileDiffers}
            checked={form.domicileDiffers}
            onChange={(domicileDiffers) =>
              api.change({ domicileDiffers, ...(domicileDiffers ? {} : { addressDomicile: '' }) })
            }
          />
        </div>
      </Field>
      {form.domicileDiffers && (
        <Field name="addressDomicile" size="whole">
          <TextField label={words.addressDomicile} {...textField(api, 'addressDomicile')} maxLength={300} />
        </Field>
      )}
    </>
  )
}

/** `Perempuan, lahir Pontianak, 7 Agustus 1994 · Jl. Khatulistiwa …`: what is folded away. */
function summaryOf({ form }: FormApi): string {
  const born = parseTypedDate(form.birthDate)
  const sex = form.sex === '' ? '–' : words.sexes[form.sex]
  const place = [form.addressKtp, form.village].filter((part) => part.trim() !== '').join(', ')
  const citizen = form.citizenship === 'ID' ? '' : countryName(form.citizenship)
  return [
    words.born(sex, form.birthPlace || '–', born.ok ? longDate(born.value) : '–'),
    citizen,
    place,
    form.email,
  ]
    .filter((part) => part.trim() !== '')
    .join(' · ')
}
