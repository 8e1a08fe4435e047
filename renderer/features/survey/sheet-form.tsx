import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApplicationKind } from '#domain/permit-type.ts'
import { numericDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { satisfactionElements, satisfactionScores, type SatisfactionElement } from '#domain/satisfaction.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { saySurveyRefusal, surveyQuestions } from '#domain/wording/satisfaction.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { typeOptions } from '../../lib/type-options.ts'
import { useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { surveyWords as words } from '../../locales/survey.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { PaneForm } from '../../ui/pane-form.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextAreaField } from '../../ui/text-field.tsx'
import { RespondentFields } from './respondent-fields.tsx'
import styles from './survey.module.css'
import { allAnswers, nextElement, nobody, type AnswersSoFar } from './use-survey.ts'

type Field = SatisfactionElement | 'day' | 'type'

/** One sheet out of the box. Its id is made with the first try, so that a repeat counts once. */
export function SheetForm({ onSaved }: { onSaved: () => void }) {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const offers = useQuery(trpc.information.offers.queryOptions()).data ?? []
  const [id] = useState(() => crypto.randomUUID())
  const [day, setDay] = useState(numericDate(today))
  const [code, setCode] = useState<string | null>(null)
  const [kind, setKind] = useState<ApplicationKind>('new')
  const [answers, setAnswers] = useState<AnswersSoFar>({})
  const [respondent, setRespondent] = useState(nobody)
  const [suggestion, setSuggestion] = useState('')
  const [refused, setRefused] = useState<{ field: Field | 'whole'; sentence: string }>()
  const [refusals, setRefusals] = useState(0)
  const refuse = (field: Field | 'whole', sentence: string) => {
    setRefused({ field, sentence })
    setRefusals((count) => count + 1)
  }
  const sentenceOf = (field: Field | 'whole') => (refused?.field === field ? refused.sentence : undefined)
  const saving = useMutation(
    trpc.satisfaction.enterSheet.mutationOptions({
      onSuccess: (answer) => {
        if (answer.ok) return onSaved()
        if (answer.refusal.code === 'type-not-offered') return refuse('type', words.typeMissing)
        return refuse('day', saySurveyRefusal(answer.refusal))
      },
      onError: () => refuse('whole', words.saveFailed),
    }),
  )
  useUnsavedGuard(Object.keys(answers).length === 0 && suggestion === '' ? null : words.unsaved)
  const kinds = offers.find((one) => one.code === code)?.kinds.map((one) => one.kind) ?? ['new' as const]
  const save = () => {
    const read = parseTypedDate(day)
    if (!read.ok) return refuse('day', words.dayMissing)
    if (code === null) return refuse('type', words.typeMissing)
    const scores = allAnswers(answers)
    const missing = nextElement(answers)
    if (scores === undefined || missing !== undefined)
      return refuse(missing ?? 'requirements', words.missing(surveyQuestions[missing ?? 'requirements'].name))
    saving.mutate({ id, day: read.value, permitTypeCode: code, kind, scores, respondent, suggestion })
  }
  return (
    <PaneForm
      title={words.paper}
      action={words.save}
      keyLabel={words.save}
      busy={saving.isPending}
      refusals={refusals}
      whole={sentenceOf('whole')}
      onSave={save}
    >
      <div className={styles.sheetHead}>
        <DateField label={words.day} today={today} value={day} error={sentenceOf('day')} onChange={setDay} />
        <SelectField
          label={words.type}
          value={code}
          options={typeOptions(offers)}
          error={sentenceOf('type')}
          onChange={(chosen) => {
            setCode(chosen)
            const offered = offers.find((one) => one.code === chosen)?.kinds.map((one) => one.kind) ?? []
            if (!offered.includes(kind)) setKind(offered[0] ?? 'new')
          }}
        />
        <SelectField
          label={words.kind}
          value={kind}
          options={kinds.map((value) => ({ value, label: kindLabel(value, null) }))}
          onChange={(chosen) => setKind(kinds.find((one) => one === chosen) ?? 'new')}
        />
      </div>
      <fieldset className={styles.sheetElements}>
        <legend className={styles.legend}>{words.elements}</legend>
        {satisfactionElements.map((element, at) => (
          <div key={element} className={styles.sheetElement}>
            <span>
              {at + 1}. {surveyQuestions[element].name}
            </span>
            <Segmented
              label={surveyQuestions[element].name}
              current={String(answers[element] ?? '')}
              onChange={(chosen) => {
                const score = satisfactionScores.find((one) => String(one) === chosen)
                if (score !== undefined) setAnswers((now) => ({ ...now, [element]: score }))
                setRefused(undefined)
              }}
              tabs={satisfactionScores.map((score) => ({ key: String(score), name: String(score) }))}
            />
            <span className={styles.said}>
              {answers[element] !== undefined && surveyQuestions[element].answers[answers[element] - 1]}
            </span>
            <ElementRefusal sentence={sentenceOf(element)} />
          </div>
        ))}
      </fieldset>
      <fieldset className={styles.sheetElements}>
        <legend className={styles.legend}>{words.respondent}</legend>
        <RespondentFields respondent={respondent} onChange={setRespondent} />
      </fieldset>
      <TextAreaField
        label={words.suggestion}
        rows={2}
        maxLength={500}
        value={suggestion}
        onChange={setSuggestion}
      />
    </PaneForm>
  )
}

function ElementRefusal({ sentence }: { sentence: string | undefined }) {
  if (sentence === undefined) return null
  return (
    <span className={styles.refused} role="alert">
      <FieldSentence>{sentence}</FieldSentence>
    </span>
  )
}
