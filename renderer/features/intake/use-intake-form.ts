import type { FieldRefusal, IntakeField, IntakeRules } from '#domain/intake.ts'
import { readIntake } from '#domain/intake.ts'
import type { OldBookForm } from '#domain/old-book-form.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { isBlank } from '#domain/intake-minimum.ts'
import { sayFieldRefusal } from '#domain/wording/intake.ts'
import { useState } from 'react'
import type { FormApi } from './form-api.ts'

interface Mending {
  readonly form: IntakeForm
  /** Fields that say what is wrong with them: left, or asked for by saving. */
  readonly left: ReadonlySet<IntakeField>
  /** After the first try to save, empty fields are told too. */
  readonly tried: boolean
  /** Sentences of the service, until their field is changed. */
  readonly answered: ReadonlyMap<IntakeField, string>
}

export interface IntakeFormState extends FormApi {
  /** Everything that keeps the form from being saved, in the order of the screen. */
  readonly refusals: readonly FieldRefusal[]
  /** How many fields of those say so on the screen now. */
  readonly shown: readonly FieldRefusal[]
}

/** Fields that a change touches: both times and the days of a changed schedule, else the keys themselves. */
function fieldsOf(patch: Partial<IntakeForm>, before: IntakeForm): IntakeField[] {
  return Object.keys(patch).flatMap((key): IntakeField[] => {
    if (key === 'schedule' && patch.schedule !== undefined)
      return patch.schedule.flatMap((row, index) =>
        row === before.schedule[index] ? [] : [`schedule.${index}` as const],
      )
    if (key === 'documents' && patch.documents !== undefined)
      return patch.documents.map((one) => `documents.${one.requirementCode}` as const)
    if (key === 'oldBook') return oldBookTouched(patch.oldBook ?? null, before.oldBook)
    if (key === 'answers') return answersTouched(patch.answers ?? {}, before.answers)
    if (key === 'papers') return papersTouched(patch.papers ?? [], before.papers)
    if (key === 'otherPermits') return othersTouched(patch.otherPermits ?? [], before.otherPermits)
    return [key as keyof IntakeForm]
  })
}

const oldBookTouched = (after: IntakeForm['oldBook'], before: IntakeForm['oldBook']): IntakeField[] => [
  ...(Object.keys(after ?? {}) as (keyof OldBookForm)[])
    .filter((key) => after?.[key] !== before?.[key])
    .map((key) => `oldBook.${key}` as const),
  ...(after?.outputs ?? [])
    .filter((one) => !before?.outputs.includes(one))
    .map(({ stage, kind }) => `oldBook.outputs.${stage}.${kind}` as const),
]

const answersTouched = (after: IntakeForm['answers'], before: IntakeForm['answers']): IntakeField[] =>
  Object.keys(after).flatMap((code) => (after[code] === before[code] ? [] : [`answers.${code}` as const]))

const papersTouched = (after: IntakeForm['papers'], before: IntakeForm['papers']): IntakeField[] =>
  after.flatMap((paper) => {
    const old = before.find(({ requirementCode }) => requirementCode === paper.requirementCode)
    return (['number', 'date', 'issuer', 'validUntil', 'form', 'count'] as const).flatMap((fact) =>
      paper[fact] === (old?.[fact] ?? '') ? [] : [`papers.${paper.requirementCode}.${fact}` as const],
    )
  })

const othersTouched = (
  after: IntakeForm['otherPermits'],
  before: IntakeForm['otherPermits'],
): IntakeField[] =>
  after.flatMap((one, row) =>
    (['number', 'place', 'city', 'validUntil', 'schedule'] as const).flatMap((fact) =>
      one[fact] === before[row]?.[fact] ? [] : [`otherPermits.${row}.${fact}` as const],
    ),
  )

/** The form as it is typed, before any rule is asked. */
export interface TypedForm extends Pick<FormApi, 'form' | 'change' | 'leave'> {
  readonly mending: Mending
  /** These fields say what is wrong, blank ones too. */
  tell(fields: readonly IntakeField[]): void
  /** The service refused these fields. */
  answer(sentences: ReadonlyMap<IntakeField, string>): void
}

/** Keeps what is typed, and which fields may already say what is wrong with them. */
export function useTypedForm(initial: IntakeForm): TypedForm {
  const [mending, setMending] = useState<Mending>({
    form: initial,
    left: new Set(),
    tried: false,
    answered: new Map(),
  })
  return {
    form: mending.form,
    mending,
    change: (change) =>
      setMending((before) => {
        const patch = typeof change === 'function' ? change(before.form) : change
        const touched = fieldsOf(patch, before.form)
        const left = new Set(before.left)
        const answered = new Map(before.answered)
        touched.forEach((field) => {
          left.delete(field)
          answered.delete(field)
        })
        return { ...before, form: { ...before.form, ...patch }, left, answered }
      }),
    leave: (field) => setMending((before) => ({ ...before, left: new Set(before.left).add(field) })),
    tell: (fields) =>
      setMending((before) => ({ ...before, tried: true, left: new Set([...before.left, ...fields]) })),
    answer: (sentences) =>
      setMending((before) => ({
        ...before,
        tried: true,
        answered: new Map([...before.answered, ...sentences]),
      })),
  }
}

/**
 * What the rules say of the form: the same rules as on the server, told field by field.
 *
 * @param local  what only this screen knows, e.g. a representative without a name
 */
export function readTypedForm(
  typed: TypedForm,
  rules: IntakeRules,
  local: readonly FieldRefusal[],
): IntakeFormState {
  const { form, mending } = typed
  const reading = readIntake(form, rules)
  const refusals = [...local, ...(reading.ok ? [] : reading.refusal)]
  const shown = refusals.filter((one) => mending.left.has(one.field) && (mending.tried || !isBlank(one)))
  return {
    form,
    change: typed.change,
    leave: typed.leave,
    refusals,
    shown,
    sentence: (field) => {
      const answer = mending.answered.get(field)
      if (answer !== undefined) return answer
      const own = shown.find((one) => one.field === field)
      return own === undefined ? undefined : sayFieldRefusal(own.refusal)
    },
  }
}
