import { useState } from 'react'
import type { IntakeForm, IntakePaper } from '#domain/intake-form.ts'
import { requirementForms } from '#domain/permit-type.ts'
import type { PaperFact } from '#domain/permit-type.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { TextLink } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './documents.module.css'
import type { FormApi } from './form-api.ts'
import type { Requirement } from './use-papers.ts'

type TypedFact = 'number' | 'date' | 'issuer' | 'validUntil'

const keys: Readonly<Record<PaperFact, TypedFact>> = {
  number: 'number',
  date: 'date',
  issuer: 'issuer',
  'valid-until': 'validUntil',
}

/** What is written down of a requirement's paper; a paper that may only be so old always tells its day. */
export function factsAsked({ asks, maxAgeDays }: Requirement): readonly TypedFact[] {
  const asked = asks.map((fact) => keys[fact])
  return maxAgeDays === null || asked.includes('date') ? asked : [...asked, 'date']
}

const blank = (requirementCode: string): IntakePaper => ({
  requirementCode,
  number: '',
  date: '',
  issuer: '',
  validUntil: '',
  form: '',
  count: '',
})

const paperFactsOf = (form: IntakeForm, code: string): IntakePaper =>
  form.papers.find(({ requirementCode }) => requirementCode === code) ?? blank(code)

/** The second line of a requirement whose paper is there: its number, day, issuer, end; and how it was brought. */
export function PaperFacts({ api, requirement }: { api: FormApi; requirement: Requirement }) {
  const { code, label } = requirement
  const typed = paperFactsOf(api.form, code)
  const [asksForm, setAsksForm] = useState(false)
  const change = (patch: Partial<IntakePaper>) =>
    api.change((form) => ({
      papers: [
        ...form.papers.filter(({ requirementCode }) => requirementCode !== code),
        { ...paperFactsOf(form, code), ...patch },
      ],
    }))
  const field = (key: Exclude<keyof IntakePaper, 'requirementCode' | 'kept'>) => {
    const name = `papers.${code}.${key}` as const
    return {
      labelAt: 'left' as const,
      value: typed[key],
      error: api.sentence(name),
      onChange: (text: string) => change({ [key]: text }),
      onLeave: () => api.leave(name),
    }
  }
  const facts = factsAsked(requirement)
  return (
    <div className={styles.facts} role="group" aria-label={words.paperFacts(label)}>
      {facts.map((key) => (
        <div key={key} className={styles[key]} data-field={`papers.${code}.${key}`}>
          {key === 'date' || key === 'validUntil' ? (
            <DateField label={words.paperFactNames[key]} {...field(key)} />
          ) : (
            <TextField
              label={words.paperFactNames[key]}
              {...field(key)}
              maxLength={key === 'number' ? 100 : 200}
            />
          )}
        </div>
      ))}
      {asksForm || facts.length === 0 || typed.form !== '' || typed.count !== '' ? (
        <>
          <div className={styles.broughtForm} data-field={`papers.${code}.form`}>
            <SelectField
              label={words.broughtForm}
              labelAt="left"
              value={typed.form === '' ? requirement.form : typed.form}
              options={requirementForms.map((value) => ({ value, label: words.forms[value] }))}
              error={api.sentence(`papers.${code}.form`)}
              onChange={(value) => {
                change({ form: requirementForms.find((one) => one === value) ?? '' })
                api.leave(`papers.${code}.form`)
              }}
            />
          </div>
          <div className={styles.broughtCount} data-field={`papers.${code}.count`}>
            <TextField label={words.broughtCount} {...field('count')} inputMode="numeric" maxLength={3} />
          </div>
        </>
      ) : (
        <TextLink onPress={() => setAsksForm(true)}>{words.otherForm}</TextLink>
      )}
      <CheckboxField
        label={words.originalKept}
        checked={typed.kept === true}
        onChange={(kept) => change({ kept })}
      />
    </div>
  )
}
