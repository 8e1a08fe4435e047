import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OfficePaperView, PrinterLoadView } from '#contract/papers.ts'
import { mayBeCopied } from '#domain/office-papers.ts'
import { documentKinds } from '#domain/stage-table.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import { documentLabel } from '#domain/wording/application.ts'
import { sayPapersRefusal } from '#domain/wording/office-papers.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { paperWords as words } from '../../locales/papers.ts'
import { settingsWords } from '../../locales/settings.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ChangeRecord } from './change-record.tsx'
import { SettingsForm } from './settings-form.tsx'
import styles from './settings.module.css'
import { useSettingsForm } from './use-settings-form.ts'

/** More sheets of one job are somebody's slip of the finger. */
const mostCopies = 5

/** Trays by paper and copies by document, as they are typed; under one key each, so that a refusal finds its field. */
type Form = Record<string, string>

const trayKey = (paperId: string): string => `tray ${paperId}`
const copiesKey = (document: DocumentKind): string => `copies ${document}`

interface PrinterLoadFormProps {
  load: PrinterLoadView
  papers: readonly OfficePaperView[]
}

/** What a printer holds: the tray of each paper, and how many sheets of each document come out. */
export function PrinterLoadForm({ load, papers }: PrinterLoadFormProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { timeZone } = useOffice()
  const { printerId } = load
  const printers = useQuery(trpc.administration.printers.queryOptions())
  const trays = useQuery(trpc.papers.trays.queryOptions({ printerId }))
  const printer = printers.data?.find(({ id }) => id === printerId)
  const kinds = documentKinds
    .filter(mayBeCopied)
    .filter((kind) => !printer || printer.documents.length === 0 || printer.documents.includes(kind))
  const state = useSettingsForm((): Form => ({
    ...Object.fromEntries(
      papers.map(({ id }) => [trayKey(id), load.trays.find(({ paperId }) => paperId === id)?.tray ?? '']),
    ),
    ...Object.fromEntries(
      documentKinds
        .filter(mayBeCopied)
        .map((kind) => [
          copiesKey(kind),
          String(load.copies.find(({ document }) => document === kind)?.copies ?? 1),
        ]),
    ),
  }))
  const { form, sentences, set } = state
  const saving = useMutation(
    trpc.papers.load.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return state.refuse({ whole: sayPapersRefusal(answer.refusal, timeZone) })
        state.keep(form)
        void queries.invalidateQueries(trpc.papers.pathFilter())
      },
      onError: () => state.refuse({ whole: settingsWords.saveFailed }),
    }),
  )
  const save = () => {
    if (saving.isPending) return
    state.forget()
    const wrong = documentKinds
      .filter(mayBeCopied)
      .filter((kind) => !/^\s*[1-5]\s*$/.test(form[copiesKey(kind)] ?? ''))
    if (wrong.length > 0)
      return state.refuse(
        Object.fromEntries(wrong.map((kind) => [copiesKey(kind), words.copiesWrong(figure(mostCopies))])),
      )
    saving.mutate({
      printerId,
      trays: papers.map(({ id }) => ({ paperId: id, tray: form[trayKey(id)] ?? '' })),
      copies: documentKinds
        .filter(mayBeCopied)
        .map((document) => ({ document, copies: Number(form[copiesKey(document)]) })),
      seenAt: load.changedAt,
    })
  }
  return (
    <SettingsForm title={load.name} state={state} busy={saving.isPending} onSave={save}>
      {load.kind === 'sheet' && (
        <div className={styles.group}>
          <span className={styles.label}>{words.trays}</span>
          <p className={styles.note}>{words.traysNote}</p>
        </div>
      )}
      {load.kind === 'sheet' && (
        <div className={styles.pairs2}>
          {papers.map(({ id, name }) => (
            <TrayField
              key={id}
              label={words.tray(name)}
              trays={trays.data ?? null}
              value={form[trayKey(id)] ?? ''}
              error={sentences[trayKey(id)]}
              onChange={(tray) => set({ [trayKey(id)]: tray })}
            />
          ))}
        </div>
      )}
      <div className={styles.group}>
        <span className={styles.label}>{words.copies}</span>
        <p className={styles.note}>{words.copiesNote}</p>
      </div>
      <div className={styles.pairs2}>
        {kinds.map((kind) => (
          <TextField
            key={kind}
            label={documentLabel(kind)}
            inputMode="numeric"
            maxLength={1}
            value={form[copiesKey(kind)] ?? ''}
            error={sentences[copiesKey(kind)]}
            onChange={(copies) => set({ [copiesKey(kind)]: copies })}
          />
        ))}
      </div>
      <ChangeRecord record={load.record} />
    </SettingsForm>
  )
}

interface TrayFieldProps {
  label: string
  /** null: the printer names none, so it is typed. */
  trays: readonly string[] | null
  value: string
  error: string | undefined
  onChange: (tray: string) => void
}

function TrayField({ label, trays, value, error, onChange }: TrayFieldProps) {
  if (trays === null) return <TextField label={label} value={value} error={error} onChange={onChange} />
  // A tray that was taken out of the printer since stays to be seen.
  const names = value === '' || trays.includes(value) ? trays : [...trays, value]
  return (
    <SelectField
      label={label}
      value={value}
      error={error}
      options={[
        { value: '', label: words.defaultTray },
        ...names.map((tray) => ({ value: tray, label: tray })),
      ]}
      onChange={onChange}
    />
  )
}
