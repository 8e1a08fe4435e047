import type { OldBookForm } from '#domain/old-book-form.ts'
import type { OldBookStage } from '#domain/old-book-stages.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { outputLabel } from '#domain/wording/application.ts'
import { oldBookWords as words } from '../../locales/late-entry.ts'
import { DateField } from '../../ui/date-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Field, FieldPanel } from './field.tsx'
import type { FormApi } from './form-api.ts'

type TextKey = Exclude<keyof OldBookForm, 'outputs'>

interface OldBookSectionProps {
  api: FormApi
  book: OldBookForm
  /** Empty: the station has not said yet. */
  stages: readonly OldBookStage[]
  today: OfficeDate
}

/** What the old book says of a dossier that was under way: asked as its present stage makes it known. */
export function OldBookSection({ api, book, stages, today }: OldBookSectionProps) {
  const set = (part: Partial<OldBookForm>) =>
    api.change(({ oldBook }) => ({ oldBook: { ...(oldBook ?? book), ...part } }))
  const field = (key: TextKey) => ({
    value: book[key],
    error: api.sentence(`oldBook.${key}`),
    onChange: (value: string) => set({ [key]: value }),
    onLeave: () => api.leave(`oldBook.${key}`),
  })
  const stage = stages.find(({ code }) => code === book.stage)
  const day = (key: TextKey, hint?: string) => (
    <Field name={`oldBook.${key}`} size="w6">
      <DateField
        label={words[key]}
        {...field(key)}
        {...(key === 'dueOn' ? {} : { latest: today })}
        {...(hint === undefined ? {} : { hint })}
        today={today}
      />
    </Field>
  )
  return (
    <FieldPanel title={words.panel} note={words.panelNote}>
      <Field name="oldBook.number" size="w8">
        <TextField label={words.number} {...field('number')} maxLength={120} />
      </Field>
      {day('filedOn')}
      <Field name="oldBook.stage" size="w10">
        <SelectField
          label={words.stage}
          hint={words.stageHint}
          value={book.stage || null}
          error={api.sentence('oldBook.stage')}
          options={stages.map(({ code, label }) => ({ value: code, label }))}
          onChange={(code) => set({ stage: code })}
        />
      </Field>
      {stage && day('acceptedOn')}
      {stage && book.acceptedOn.trim() !== '' && day('dueOn', words.dueOnHint)}
      {stage && stage.number !== 'no' && (
        <>
          <Field name="oldBook.productNumber" size="w10">
            <TextField label={words.productNumber} {...field('productNumber')} maxLength={120} />
          </Field>
          {day('issuedOn')}
          <Field name="oldBook.validUntil" size="w8">
            <TextField label={words.validUntil} hint={words.validUntilHint} {...field('validUntil')} />
          </Field>
        </>
      )}
      {stage && stage.signature !== 'no' && day('signedOn')}
      {(stage?.outputs ?? []).map(({ stage: at, kind }) => (
        <OutputFields
          key={`${at} ${kind}`}
          at={at}
          kind={kind}
          api={api}
          book={book}
          today={today}
          set={set}
        />
      ))}
    </FieldPanel>
  )
}

interface OutputFieldsProps {
  at: string
  kind: string
  api: FormApi
  book: OldBookForm
  today: OfficeDate
  set: (part: Partial<OldBookForm>) => void
}

/** Number and day of a letter that a stage passed has left behind; both may stay empty. */
function OutputFields({ at, kind, api, book, today, set }: OutputFieldsProps) {
  const isThis = (one: { stage: string; kind: string }) => one.stage === at && one.kind === kind
  const typed = book.outputs.find(isThis) ?? { stage: at, kind, number: '', date: '' }
  const change = (part: { number?: string; date?: string }) =>
    set({ outputs: [...book.outputs.filter((one) => !isThis(one)), { ...typed, ...part }] })
  const name = `oldBook.outputs.${at}.${kind}` as const
  return (
    <>
      <Field name={`${name}.number`} size="w10">
        <TextField
          label={words.output(outputLabel(kind))}
          value={typed.number}
          onChange={(number) => change({ number })}
          maxLength={120}
        />
      </Field>
      <Field name={name} size="w8">
        <DateField
          label={words.outputDate(outputLabel(kind))}
          value={typed.date}
          error={api.sentence(name)}
          onChange={(date) => change({ date })}
          onLeave={() => api.leave(name)}
          latest={today}
          today={today}
        />
      </Field>
    </>
  )
}
