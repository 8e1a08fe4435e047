import { IconInfoCircle } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { ApplicationKind } from '#domain/permit-type.ts'
import { typeOptions } from '../../lib/type-options.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import { ComboboxField, SelectField } from '../../ui/select-field.tsx'
import { CompanyFields } from './company-fields.tsx'
import { EarlierPermitFields } from './earlier-permit-fields.tsx'
import { Field } from './field.tsx'
import type { FormApi } from './form-api.ts'
import styles from './intake.module.css'
import { OwnFields } from './own-fields.tsx'
import { RevocationFields } from './revocation-fields.tsx'
import { RouteNotice } from './route-notice.tsx'
import { StrFields } from './str-fields.tsx'
import type { EarlierPermits } from './use-earlier-permits.ts'
import { asksOrdinal, choiceOf, kindChoice } from './use-offers.ts'
import type { Offers } from './use-offers.ts'
import type { Outlook } from './use-outlook.ts'

export interface PermitSectionProps {
  api: FormApi
  offers: Offers
  outlook: Outlook
  earlier: EarlierPermits
  today: string
}

/** What is asked for, on which earlier permit and registration it rests, and what only this type asks. */
export function PermitSection({ api, offers, outlook, earlier, today }: PermitSectionProps) {
  const { form } = api
  const { kind, offer, elsewhere } = offers
  return (
    <Panel label={words.permit}>
      <PanelHead
        title={words.permit}
        note={offers.failed ? words.offersFailed : undefined}
        right={
          offer !== undefined && (
            <Link href={`~/informasi/${offer.code}/${form.kind}`} className={styles.information}>
              <IconInfoCircle size={16} stroke={1.75} aria-hidden />
              {words.information}
            </Link>
          )
        }
      />
      <div className={styles.fields}>
        <Field name="permitTypeCode" size="w16">
          <ComboboxField
            label={words.permit}
            placeholder={words.permitPlaceholder}
            value={form.permitTypeCode === '' ? null : form.permitTypeCode}
            options={typeOptions(offers.all)}
            error={api.sentence('permitTypeCode')}
            onChange={(code) => {
              const next = offers.all.find((one) => one.code === code)
              if (code !== form.permitTypeCode) api.change({ permitTypeCode: code, ...choiceOf(next, form) })
              api.leave('permitTypeCode')
            }}
          />
        </Field>
        <Field name="kind" size="w8">
          <KindField api={api} offers={offers} />
        </Field>
        {elsewhere === null && (
          <>
            {kind?.needsEarlierPermit === true && (
              <EarlierPermitFields api={api} kind={kind} earlier={earlier} />
            )}
            {kind?.kind === 'revocation' && <RevocationFields api={api} kind={kind} today={today} />}
            {offer?.holder === 'company' && <CompanyFields api={api} />}
            {outlook.needsStr && !isEnded(api, earlier) && (
              <StrFields api={api} profession={outlook.profession} today={today} />
            )}
            {kind?.kind !== 'revocation' && <OwnFields api={api} fields={outlook.fields} today={today} />}
          </>
        )}
      </div>
      {elsewhere !== null && <RouteNotice route={elsewhere} />}
    </Panel>
  )
}

/** Whoever ends a permit of this register is not asked for its STR: the permit tells it. */
const isEnded = ({ form }: FormApi, { chosen }: EarlierPermits): boolean =>
  form.kind === 'revocation' && chosen?.form.strNumber !== undefined

const ordinals = [1, 2, 3] as const

/** Kind and ordinal are one choice, as the clerks say it: *Baru, SIP ke-2*. */
function KindField({ api, offers }: { api: FormApi; offers: Offers }) {
  const { form } = api
  const { offer } = offers
  const limit = offer?.placeLimit ?? ordinals.length
  const counted = (kind: ApplicationKind) => asksOrdinal(offers, kind)
  const choices = (offer?.kinds ?? []).flatMap((one) =>
    ordinals
      .filter((ordinal) => ordinal === 1 || (counted(one.kind) && ordinal <= limit))
      .map((ordinal) => ({
        kind: one,
        ordinal,
        value: `${one.kind} ${ordinal}`,
        label: counted(one.kind) ? words.withOrdinal(one.label, ordinal) : one.label,
      })),
  )
  return (
    <SelectField
      label={words.kind}
      value={offer === undefined ? null : `${form.kind} ${counted(form.kind) ? form.practiceOrdinal : 1}`}
      placeholder={words.chooseTypeBefore}
      options={choices.map(({ value, label }) => ({ value, label }))}
      error={api.sentence('kind')}
      onChange={(value) => {
        const choice = choices.find((one) => one.value === value)
        if (choice === undefined) return
        api.change({
          ...(choice.kind.kind === form.kind ? {} : kindChoice(choice.kind)),
          practiceOrdinal: choice.ordinal,
        })
        api.leave('kind')
      }}
    />
  )
}
