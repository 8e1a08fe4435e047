import { useEffect, useId, useRef } from 'react'
import { longDate } from '#domain/indonesian.ts'
import type { EarlierPermitView } from '#contract/intake.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { Button, TextLink } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Field } from './field.tsx'
import { textField } from './form-api.ts'
import type { FormApi } from './form-api.ts'
import styles from './permit.module.css'
import type { EarlierPermits } from './use-earlier-permits.ts'
import type { OfferedKind } from './use-offers.ts'

export interface EarlierPermitFieldsProps {
  api: FormApi
  kind: OfferedKind
  earlier: EarlierPermits
}

/** Which permit is renewed, changed, replaced or revoked: chosen from the person's own, found by its number, or seen on paper. */
export function EarlierPermitFields({ api, kind, earlier }: EarlierPermitFieldsProps) {
  const { form } = api
  const { permits, chosen } = earlier
  const effect = kind.effectText
  const place = useRef<HTMLFieldSetElement>(null)
  // The field in which the number was typed gives way to the permit that was found, and the other way round.
  useEffect(() => {
    if (document.activeElement !== document.body) return
    const next = chosen === undefined ? 'input[data-scan]' : 'input:checked'
    place.current?.querySelector<HTMLElement>(next)?.focus()
  }, [chosen])
  return (
    <Field name="targetPermitId" size="whole">
      <fieldset className={styles.earlier} ref={place}>
        <legend className={permits.length === 0 ? 'visually-hidden' : undefined}>
          {words.earlierPermit}
        </legend>
        {permits.length > 0 && (
          <div className={styles.permits}>
            {permits.map((permit) => (
              <PermitChoice
                key={permit.permitId}
                permit={permit}
                chosen={permit.permitId === form.targetPermitId}
                onChoose={() => earlier.choose(permit)}
              />
            ))}
          </div>
        )}
        {chosen === undefined ? (
          <NumberRow api={api} earlier={earlier} />
        ) : (
          <p className={styles.effect} role="status">
            {effect}{' '}
            <TextLink onPress={() => api.change({ targetPermitId: null, targetPermitNumber: '' })}>
              {words.anotherPermit}
            </TextLink>
          </p>
        )}
      </fieldset>
    </Field>
  )
}

interface PermitChoiceProps {
  permit: EarlierPermitView
  chosen: boolean
  onChoose: () => void
}

function PermitChoice({ permit, chosen, onChoose }: PermitChoiceProps) {
  const reasonId = useId()
  const refused = permit.reason !== null
  return (
    <label className={styles.permit} data-refused={refused ? true : undefined}>
      <input
        type="radio"
        name="earlier-permit"
        checked={chosen}
        disabled={refused}
        aria-describedby={refused ? reasonId : undefined}
        onChange={onChoose}
      />
      <span className={styles.permitNumber}>{permit.number}</span>
      <span className={styles.permitPlace} title={permit.facilityName ?? permit.typeName}>
        {permit.facilityName ?? permit.typeName}
      </span>
      <span className={styles.permitUntil}>
        {words.permitUntil(
          permit.statusLabel,
          permit.validUntil === null ? null : longDate(permit.validUntil),
        )}
      </span>
      {refused && (
        <span className={styles.permitReason} id={reasonId}>
          {permit.reason}
        </span>
      )}
    </label>
  )
}

/** The number of a permit that is not in the list; one that this register does not know is told from its paper. */
function NumberRow({ api, earlier }: { api: FormApi; earlier: EarlierPermits }) {
  const { form } = api
  const number = textField(api, 'targetPermitNumber')
  return (
    <>
      <div className={styles.numberRow} data-field="targetPermitNumber">
        <TextField
          label={words.targetNumber}
          {...number}
          error={number.error ?? earlier.sentence}
          placeholder={words.targetNumberHint}
          maxLength={100}
          scan
          onChange={(text) => api.change({ targetPermitNumber: text, targetPermitId: null })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey) return
            event.preventDefault()
            earlier.find(form.targetPermitNumber)
          }}
        />
        <Button busy={earlier.asking} kbd="Enter" onPress={() => earlier.find(form.targetPermitNumber)}>
          {words.findPermit}
        </Button>
      </div>
      {form.targetPermitId === null && form.targetPermitNumber.trim() !== '' && (
        <div className={styles.numberRow} data-field="targetPermitOnPaper">
          <CheckboxField
            label={words.onPaper}
            note={words.onPaperNote}
            checked={form.targetPermitOnPaper}
            onChange={(targetPermitOnPaper) => api.change({ targetPermitOnPaper })}
          />
        </div>
      )}
      {form.targetPermitOnPaper && (
        <div className={styles.numberRow} data-field="targetPermitValidUntil">
          <DateField
            label={words.targetValidUntil}
            {...textField(api, 'targetPermitValidUntil')}
            hint={words.lifetimeIfEmpty}
          />
        </div>
      )}
    </>
  )
}
