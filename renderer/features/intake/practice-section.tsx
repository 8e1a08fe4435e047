import { facilityKinds } from '#domain/permit-type.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { Button } from '../../ui/button.tsx'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Field } from './field.tsx'
import { textField } from './form-api.ts'
import type { FormApi } from './form-api.ts'
import styles from './intake.module.css'
import { OtherPermits } from './other-permits.tsx'
import { PlacesHeld } from './places-held.tsx'
import { SessionRow } from './session-row.tsx'
import type { Offers } from './use-offers.ts'
import type { Outlook } from './use-outlook.ts'
import { VillageFields } from './village-fields.tsx'

export interface PracticeSectionProps {
  api: FormApi
  offers: Offers
  outlook: Outlook
  /** The place is that of the earlier permit and stays: it is told in a sentence. */
  folded: boolean
  onAddSession: () => void
  onAddOtherPermit: () => void
}

/** Where and when, and which other places the person has already. */
export function PracticeSection(props: PracticeSectionProps) {
  const { api, offers, outlook, folded } = props
  const { form } = api
  const isBusiness = offers.offer?.holder === 'company'
  const limited = !isBusiness && outlook.placeLimit > 0
  return (
    <Panel label={words.practice}>
      <PanelHead
        title={outlook.needsSchedule ? words.practice : words.place}
        note={
          limited &&
          form.kind !== 'revocation' && <PlacesHeld limit={outlook.placeLimit} taken={outlook.places} />
        }
        right={
          !folded && (
            <>
              {limited && (
                <Button rank="tertiary" size="row" onPress={props.onAddOtherPermit}>
                  {words.addOtherPermit}
                </Button>
              )}
              {outlook.needsSchedule && (
                <Button rank="tertiary" size="row" kbd="Ctrl+J" onPress={props.onAddSession}>
                  {words.addSchedule}
                </Button>
              )}
            </>
          )
        }
      />
      <div className={styles.fields}>
        {folded ? (
          <p className={styles.summary}>{placeOf(api)}</p>
        ) : (
          <>
            <Place api={api} isBusiness={isBusiness} />
            {outlook.needsSchedule && <Sessions api={api} />}
            {form.otherPermits.length > 0 && (
              <div className={styles.whole}>
                <OtherPermits api={api} />
              </div>
            )}
          </>
        )}
      </div>
    </Panel>
  )
}

const placeOf = ({ form }: FormApi): string =>
  [form.facilityName, form.facilityAddress, form.facilityVillage]
    .filter((part) => part.trim() !== '')
    .join(', ')

function Place({ api, isBusiness }: { api: FormApi; isBusiness: boolean }) {
  const { form } = api
  const kinds = facilityKinds.filter((kind) => isBusiness === (kind === 'business'))
  return (
    <>
      <Field name="facilityName" size={isBusiness ? 'whole' : 'w16'}>
        <TextField
          label={isBusiness ? words.businessPlace : words.facilityName}
          {...textField(api, 'facilityName')}
          maxLength={200}
        />
      </Field>
      {!isBusiness && (
        <Field name="facilityKind" size="w8">
          <SelectField
            label={words.facilityKind}
            value={form.facilityKind}
            options={kinds.map((value) => ({ value, label: words.facilityKinds[value] }))}
            onChange={(value) =>
              api.change({ facilityKind: kinds.find((one) => one === value) ?? 'facility' })
            }
          />
        </Field>
      )}
      <Field name="facilityAddress" size="w14">
        <TextField
          label={isBusiness ? words.businessAddress : words.facilityAddress}
          {...textField(api, 'facilityAddress')}
          maxLength={300}
        />
      </Field>
      <VillageFields api={api} village="facilityVillage" district="facilityDistrict" />
    </>
  )
}

function Sessions({ api }: { api: FormApi }) {
  const { schedule } = api.form
  return (
    <div className={`${styles.whole} ${styles.sessions}`}>
      {schedule.map((session, row) => {
        const field = `schedule.${row}` as const
        return (
          <SessionRow
            key={row}
            field={field}
            daysLabel={words.days(row)}
            session={session}
            error={api.sentence(field)}
            onChange={(next) =>
              api.change({ schedule: schedule.map((other, index) => (index === row ? next : other)) })
            }
            onLeave={() => api.leave(field)}
            remove={
              schedule.length > 1
                ? {
                    label: words.removeSchedule(row),
                    run: () => api.change({ schedule: schedule.filter((_, index) => index !== row) }),
                  }
                : null
            }
          />
        )
      })}
    </div>
  )
}
