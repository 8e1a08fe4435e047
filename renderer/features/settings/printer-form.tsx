import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { documentKinds } from '#domain/stage-table.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import { parsePrinterAddress } from '#domain/printer-address.ts'
import { sayAdministrationRefusal } from '#domain/wording/administration.ts'
import { documentLabel } from '#domain/wording/application.ts'
import { sayPrintRefusal } from '#domain/wording/printing.ts'
import { useTRPC } from '../../lib/api-client.ts'
import type { AppRouter } from '../../lib/api-client.ts'
import { settingsWords } from '../../locales/settings.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CheckList, SettingsForm } from './settings-form.tsx'
import styles from './settings.module.css'
import { useSettingsForm } from './use-settings-form.ts'

const words = settingsWords.printer

export type PrinterView = inferRouterOutputs<AppRouter>['administration']['printers'][number]

type Columns = 32 | 42 | 48
const columnChoices: readonly Columns[] = [48, 42, 32]

interface Form {
  name: string
  kind: 'thermal' | 'sheet'
  address: string
  columns: Columns
  documents: readonly DocumentKind[]
  active: boolean
}

const formOf = (printer: PrinterView | null): Form => ({
  name: printer?.name ?? '',
  kind: printer?.kind ?? 'thermal',
  address: printer?.address ?? '',
  columns: columnChoices.find((one) => one === printer?.columns) ?? 48,
  documents: printer?.documents ?? [],
  active: printer?.active ?? true,
})

/** What strips are printed of; everything else needs a sheet. */
const stripDocuments: readonly DocumentKind[] = [
  'receipt',
  'missing-items',
  'referral-slip',
  'service-standard',
  'collective-list',
  'notice-slip',
]

const documentsFor = (kind: Form['kind']): readonly DocumentKind[] =>
  kind === 'thermal' ? stripDocuments : documentKinds

interface PrinterFormProps {
  /** null: a new one. */
  printer: PrinterView | null
  onSaved: (id: string) => void
}

/** One printer: where it stands, what it prints. */
export function PrinterForm({ printer, onSaved }: PrinterFormProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const state = useSettingsForm(() => formOf(printer))
  const { form, sentences, set } = state
  const saving = useMutation(
    trpc.administration.savePrinter.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) {
          const { refusal } = answer
          return refusal.code === 'printer-name-needed'
            ? state.refuse({ name: sayAdministrationRefusal(refusal) })
            : state.refuse({ address: sayPrintRefusal(refusal) })
        }
        state.keep(formOf(answer.value))
        void queries.invalidateQueries(trpc.administration.printers.queryFilter())
        onSaved(answer.value.id)
      },
      onError: () => state.refuse({ whole: settingsWords.saveFailed }),
    }),
  )
  const save = () => {
    if (saving.isPending) return
    state.forget()
    saving.mutate({
      ...form,
      id: printer?.id ?? null,
      columns: form.kind === 'thermal' ? form.columns : null,
      documents: form.documents.filter((one) => documentsFor(form.kind).includes(one)),
    })
  }
  return (
    <SettingsForm title={printer?.name ?? words.new} state={state} busy={saving.isPending} onSave={save}>
      <TextField
        label={words.name}
        hint={words.nameHint}
        autoFocus={printer === null}
        value={form.name}
        error={sentences.name}
        onChange={(name) => set({ name })}
      />
      <div className={styles.group}>
        <span className={styles.label} aria-hidden>
          {words.kind}
        </span>
        <Segmented
          label={words.kind}
          current={form.kind}
          tabs={[
            { key: 'thermal', name: words.kinds.thermal },
            { key: 'sheet', name: words.kinds.sheet },
          ]}
          // What was said of the address may hold for the other kind only.
          onChange={(kind) => set({ kind: kind === 'sheet' ? 'sheet' : 'thermal', address: form.address })}
        />
      </div>
      <TextField
        label={words.address}
        hint={words.addressHints[form.kind]}
        value={form.address}
        error={sentences.address}
        check={checkAddress}
        onChange={(address) => set({ address })}
      />
      {form.kind === 'thermal' && (
        <SelectField
          label={words.columns}
          width={220}
          value={String(form.columns)}
          options={columnChoices.map((one) => ({ value: String(one), label: words.columnNames[one] }))}
          onChange={(value) => set({ columns: columnChoices.find((one) => String(one) === value) ?? 48 })}
        />
      )}
      <CheckList
        label={words.documents}
        note={words.documentsNote}
        options={documentsFor(form.kind).map((value) => ({ value, label: documentLabel(value) }))}
        chosen={form.documents}
        onChange={(documents) => set({ documents })}
      />
      <CheckboxField
        label={words.active}
        note={words.activeNote}
        checked={form.active}
        onChange={(active) => set({ active })}
      />
    </SettingsForm>
  )
}

const checkAddress = (typed: string): string | undefined => {
  const read = parsePrinterAddress(typed)
  return read.ok ? undefined : sayPrintRefusal(read.refusal)
}
