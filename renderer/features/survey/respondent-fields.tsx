import {
  respondentAges,
  respondentEducations,
  respondentOccupations,
  respondentSexes,
  type Respondent,
} from '#domain/satisfaction.ts'
import { respondentLabels } from '#domain/wording/satisfaction.ts'
import { surveyWords } from '../../locales/survey.ts'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './survey.module.css'

const unsaid = ''

const values: { readonly [Fact in keyof Respondent]: readonly NonNullable<Respondent[Fact]>[] } = {
  sex: respondentSexes,
  age: respondentAges,
  education: respondentEducations,
  occupation: respondentOccupations,
}

interface RespondentFieldsProps {
  respondent: Respondent
  onChange: (respondent: Respondent) => void
  size?: 'md' | 'lg'
}

/** Who answers, without a name; each of the four may stay unsaid. */
export function RespondentFields({ respondent, onChange, size = 'md' }: RespondentFieldsProps) {
  const field = <Fact extends keyof Respondent>(fact: Fact) => {
    const { label, values: words } = respondentLabels[fact]
    const told: Readonly<Record<string, string>> = words
    const codes: readonly NonNullable<Respondent[Fact]>[] = values[fact]
    return (
      <SelectField
        label={label}
        size={size}
        value={respondent[fact] ?? unsaid}
        options={[
          { value: unsaid, label: surveyWords.notSaid },
          ...codes.map((code) => ({ value: code, label: told[code] ?? code })),
        ]}
        onChange={(chosen) =>
          onChange({ ...respondent, [fact]: codes.find((code) => code === chosen) ?? null })
        }
      />
    )
  }
  return (
    <div className={styles.facts}>
      {field('sex')}
      {field('age')}
      {field('education')}
      {field('occupation')}
    </div>
  )
}
