import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
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
import { showToast } from '../../ui/toast.tsx'
import { CheckList, SettingsForm } from './settings-form.tsx'
import styles from './settings.module.css'

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

type Sentences = Partial<Record<'name' | 'address' | 'whole', string>>

const formOf = (printer: PrinterView | null): Form => ({
  name: printer?.name ?? '',
  kind: printer?.kind ?? 'thermal',
  address: printer?.address ?? '',
  columns: columnChoices.find((one) => one === printer?.columns) ?? 48,
  documents: printer?.documents ?? [],
  active: printer?.active ?? true,
})

/** What strips are printed of; everything else needs a sheet. */
const stripDocuments: readonly DocumentKind[] = ['receipt', 'missing-items']

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
  const [before] = useState(() => formOf(printer))
  const [form, setForm] = useState<Form>(before)
  const [saved, setSaved] = useState(before)
  const [sentences, setSentences] = useState<Sentences>({})
  const [refusals, setRefusals] = useState(0)
  const refuseWith = (refused: Sentences) => {
    setSentences(refused)
    setRefusals((count) => count + 1)
  }
  const saving = useMutation(
    trpc.administration.savePrinter.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) {
          const { refusal } = answer
          return refusal.code === 'printer-name-needed'
            ? refuseWith({ name: sayAdministrationRefusal(refusal) })
            : refuseWith({ address: sayPrintRefusal(refusal) })
        }
        const kept = formOf(answer.value)
        setForm(kept)
        setSaved(kept)
        showToast(settingsWords.saved)
        void queries.invalidateQueries(trpc.administration.printers.queryFilter())
        onSaved(answer.value.id)
      },
      onError: () => refuseWith({ whole: settingsWords.saveFailed }),
    }),
  )
  const set = (part: Partial<Form>) => {
    setForm((now) => ({ ...now, ...part }))
    setSentences({})
  }
  const save = () => {
    if (saving.isPending) return
    setSentences({})
    saving.mutate({
      ...form,
      id: printer?.id ?? null,
      columns: form.kind === 'thermal' ? form.columns : null,
      documents: form.documents.filter((one) => documentsFor(form.kind).includes(one)),
    })
  }
  return (
    <SettingsForm
      title={printer?.name ?? words.new}
      dirty={JSON.stringify(form) !== JSON.stringify(saved)}
      busy={saving.isPending}
      refusal={sentences.whole}
      refusals={refusals}
      onSave={save}
    >
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
          onChange={(kind) => set({ kind: kind === 'sheet' ? 'sheet' : 'thermal' })}
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
