import { useMutation, useQuery } from '@tanstack/react-query'
import { emptyOldPermitRow, oldPermitWords, type OldPermitColumn } from '#domain/old-permit-columns.ts'
import { sayBeginningRefusal, sayOldPermitRefusal } from '#domain/wording/beginning.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { beginningWords } from '../../locales/beginning.ts'
import { settingsWords } from '../../locales/settings.ts'
import { DateField } from '../../ui/date-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { SettingsForm } from './settings-form.tsx'
import styles from './settings.module.css'
import { useSettingsForm } from './use-settings-form.ts'

const words = beginningWords.form

const days: readonly OldPermitColumn[] = ['issuedOn', 'birthDate', 'revokedOn']
const companyOnly: readonly OldPermitColumn[] = ['companyName', 'companyNib']

const groups: readonly { readonly title: string; readonly columns: readonly OldPermitColumn[] }[] = [
  {
    title: words.permit,
    columns: ['number', 'type', 'issuedOn', 'validUntil', 'registrationNumber', 'ordinal'],
  },
  {
    title: words.holder,
    columns: [
      'companyName',
      'companyNib',
      'nik',
      'name',
      'passport',
      'citizenship',
      'birthPlace',
      'birthDate',
      'address',
      'phone',
    ],
  },
  { title: words.place, columns: ['placeName', 'placeAddress'] },
  { title: words.str, columns: ['strNumber', 'strValidUntil'] },
  { title: words.ended, columns: ['revokedOn', 'revokedBy'] },
]

/** One permit of an old book, as it is printed. */
export function OldPermitForm({ onSaved }: { onSaved: (applicationId: string | null) => void }) {
  const trpc = useTRPC()
  const types = useQuery(trpc.beginning.types.queryOptions())
  const state = useSettingsForm(() => emptyOldPermitRow)
  const { form, sentences, set } = state
  const saving = useMutation(
    trpc.beginning.carryPermits.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return state.refuse({ whole: sayBeginningRefusal(answer.refusal) })
        const [outcome] = answer.value
        if (outcome === undefined) return state.refuse({ whole: settingsWords.saveFailed })
        if (outcome.outcome === 'refused')
          return state.refuse(
            Object.fromEntries(
              // The first of a cell is told; the next one shows when that is mended.
              outcome.problems
                .toReversed()
                .map(({ column, refusal }) => [column, sayOldPermitRefusal(refusal)]),
            ),
          )
        showToast(outcome.outcome === 'known' ? words.known(outcome.number) : words.saved(outcome.number))
        onSaved(outcome.applicationId)
      },
      onError: () => state.refuse({ whole: settingsWords.saveFailed }),
    }),
  )
  const holder = types.data?.find(({ code }) => code === form.type)?.holder ?? 'person'
  const field = (column: OldPermitColumn, first: boolean) => {
    const { label, examples } = oldPermitWords[column]
    const common = {
      key: column,
      label,
      value: form[column],
      error: sentences[column],
      onChange: (typed: string) => set({ [column]: typed }),
    }
    const { key, ...rest } = common
    if (column === 'type')
      return (
        <SelectField
          key={key}
          {...rest}
          value={form.type || null}
          placeholder={words.typePlaceholder}
          options={(types.data ?? []).map(({ code, name }) => ({ value: code, code, label: name }))}
        />
      )
    if (days.includes(column)) return <DateField key={key} {...rest} />
    return (
      <TextField
        key={key}
        {...rest}
        autoFocus={first}
        {...(examples[0] === '' ? {} : { placeholder: examples[0] })}
        inputMode={column === 'nik' ? 'numeric' : undefined}
      />
    )
  }
  return (
    <SettingsForm
      title={words.title}
      state={state}
      busy={saving.isPending}
      onSave={() => {
        if (saving.isPending) return
        state.forget()
        saving.mutate({ rows: [form], importedFrom: null })
      }}
    >
      <p className={styles.note}>{words.note}</p>
      {groups.map(({ title, columns }, index) => (
        <fieldset key={title} className={styles.group}>
          <legend>{title}</legend>
          <div className={styles.pairs2}>
            {columns
              .filter((column) => holder === 'company' || !companyOnly.includes(column))
              .map((column, at) => field(column, index === 0 && at === 0))}
          </div>
        </fieldset>
      ))}
    </SettingsForm>
  )
}
