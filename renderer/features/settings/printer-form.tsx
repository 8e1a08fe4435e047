import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PrinterView, ThermalInput } from '#contract/printers.ts'
import { documentKinds } from '#domain/stage-table.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import { parsePrinterAddress } from '#domain/printer-address.ts'
import { sayAdministrationRefusal } from '#domain/wording/administration.ts'
import { documentLabel } from '#domain/wording/application.ts'
import { sayPrintRefusal } from '#domain/wording/printing.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { settingsWords } from '../../locales/settings.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PrinterTrouble } from './printer-state.tsx'
import { PrinterTest } from './printer-test.tsx'
import { CheckList, SettingsForm } from './settings-form.tsx'
import styles from './settings.module.css'
import { ThermalFields } from './thermal-fields.tsx'
import { useSettingsForm } from './use-settings-form.ts'

const words = settingsWords.printer

interface Form {
  name: string
  kind: 'thermal' | 'sheet'
  address: string
  thermal: ThermalInput
  documents: readonly DocumentKind[]
  active: boolean
}

const usualThermal: ThermalInput = {
  widthMm: 80,
  columns: 48,
  codePage: 'PC437_USA',
  qr: 'native',
  cutter: true,
  withoutStatus: 'unknown',
}

/** What was found of a printer before it is one of the office's. */
export type PrinterStart = Partial<Pick<Form, 'name' | 'kind' | 'address'>>

const thermalOf = (printer: PrinterView | null): ThermalInput => {
  if (!printer?.thermal) return usualThermal
  const { widthMm, columns, codePage, qr, cutter, withoutStatus } = printer.thermal
  return { widthMm, columns, codePage, qr, cutter, withoutStatus }
}

const formOf = (printer: PrinterView | null, start: PrinterStart = {}): Form => ({
  name: printer?.name ?? '',
  kind: printer?.kind ?? 'thermal',
  address: printer?.address ?? '',
  thermal: thermalOf(printer),
  documents: printer?.documents ?? [],
  active: printer?.active ?? true,
  ...start,
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
  start?: PrinterStart | undefined
  onSaved: (id: string) => void
}

/** One printer: where it stands, what it prints. */
export function PrinterForm({ printer, start, onSaved }: PrinterFormProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const state = useSettingsForm(() => formOf(printer, start))
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
      thermal: form.kind === 'thermal' ? form.thermal : null,
      documents: form.documents.filter((one) => documentsFor(form.kind).includes(one)),
    })
  }
  return (
    <SettingsForm title={printer?.name ?? words.new} state={state} busy={saving.isPending} onSave={save}>
      {printer !== null && <PrinterTrouble printer={printer} />}
      {printer !== null && <PrinterTest printer={printer} dirty={state.dirty} />}
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
        <ThermalFields profile={form.thermal} onChange={(thermal) => set({ thermal })} />
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
