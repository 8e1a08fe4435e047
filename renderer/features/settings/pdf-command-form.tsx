import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PdfCommandView } from '#contract/printers.ts'
import { pdfArguments } from '#domain/pdf-command.ts'
import { argumentLines, placeholders } from '#domain/pdf-command-form.ts'
import { sizeWords } from '#domain/wording/office-papers.ts'
import { placeholderMeaning, sayPdfCommandRefusal } from '#domain/wording/pdf-command.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { pdfCommandWords as words } from '../../locales/pdf-command.ts'
import { settingsWords } from '../../locales/settings.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { FailedState, SkeletonRows } from '../../ui/states.tsx'
import { TextAreaField, TextField } from '../../ui/text-field.tsx'
import { MeasuringSheet } from './measuring-sheet.tsx'
import { SettingsForm } from './settings-form.tsx'
import styles from './settings.module.css'
import { useSettingsForm } from './use-settings-form.ts'

/** The program that prints sheets on Windows: what it is, how it is called, and what exactly would be run. */
export function PdfCommandPane() {
  const { timeZone } = useOffice()
  const command = useQuery(useTRPC().printers.pdfCommand.queryOptions())
  if (command.isError)
    return (
      <FailedState
        title={settingsWords.failed}
        reference={faultOf(command.error, timeZone)}
        onRetry={() => void command.refetch()}
      >
        {settingsWords.failedAction}
      </FailedState>
    )
  if (command.data === undefined) return <SkeletonRows rows={3} widths={[160, 240]} />
  return <PdfCommandForm key={command.data.saved?.at ?? 'usual'} command={command.data} />
}

const formKey = ({ widthMm, heightMm }: PdfCommandView['forms'][number]): `form ${string}` =>
  `form ${widthMm}x${heightMm}`

type Form = Record<`form ${string}`, string> & {
  executable: string
  arguments: string
  nothingPrintedCodes: string
}

function PdfCommandForm({ command }: { command: PdfCommandView }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { timeZone } = useOffice()
  const state = useSettingsForm((): Form => ({
    executable: command.executable,
    arguments: command.arguments.join('\n'),
    nothingPrintedCodes: command.nothingPrintedCodes.join(', '),
    ...Object.fromEntries(command.forms.map((one) => [formKey(one), one.name])),
  }))
  const { form, sentences, set } = state
  const forms = command.forms.map((one) => ({ ...one, name: form[formKey(one)] ?? '' }))
  const saving = useMutation(
    trpc.printers.savePdfCommand.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) {
          const [first] = command.forms
          return state.refuse(
            Object.fromEntries(
              answer.refusal.fields.map(({ field, refusal }) => [
                field === 'forms' && first ? formKey(first) : field,
                sayPdfCommandRefusal(refusal),
              ]),
            ),
          )
        }
        state.keep(form)
        void queries.invalidateQueries(trpc.printers.pdfCommand.queryFilter())
      },
      onError: () => state.refuse({ whole: settingsWords.saveFailed }),
    }),
  )
  const save = () => {
    if (saving.isPending) return
    state.forget()
    const { executable, arguments: typed, nothingPrintedCodes } = form
    saving.mutate({ executable, arguments: typed, nothingPrintedCodes, forms })
  }
  return (
    <SettingsForm title={words.title} state={state} busy={saving.isPending} onSave={save}>
      <p className={styles.note}>{words.note}</p>
      <p className={styles.note}>
        {command.saved === null
          ? words.usual
          : words.savedBy(command.saved.by, fullMomentOf(command.saved.at, timeZone))}
      </p>
      <TextField
        label={words.executable}
        hint={words.executableHint}
        value={form.executable}
        error={sentences.executable}
        onChange={(executable) => set({ executable })}
      />
      <TextAreaField
        label={words.arguments}
        rows={6}
        value={form.arguments}
        error={sentences.arguments}
        onChange={(typed) => set({ arguments: typed })}
      />
      <section className={styles.group} aria-label={words.placeholders}>
        <h3 className={styles.label}>{words.placeholders}</h3>
        <dl className={styles.facts}>
          {placeholders.map((name) => (
            <Placeholder key={name} name={`{${name}}`} meaning={placeholderMeaning(name)} />
          ))}
        </dl>
      </section>
      <div className={styles.group}>
        <span className={styles.label}>{words.forms}</span>
        <p className={styles.note}>{words.formsNote}</p>
      </div>
      <div className={styles.pairs2}>
        {command.forms.map((one) => (
          <TextField
            key={formKey(one)}
            label={sizeWords(one)}
            value={form[formKey(one)] ?? ''}
            error={sentences[formKey(one)]}
            onChange={(name) => set({ [formKey(one)]: name })}
          />
        ))}
      </div>
      <TextField
        label={words.codes}
        hint={words.codesHint}
        value={form.nothingPrintedCodes}
        error={sentences.nothingPrintedCodes}
        onChange={(nothingPrintedCodes) => set({ nothingPrintedCodes })}
      />
      <DryRun executable={form.executable} lines={argumentLines(form.arguments)} forms={forms} />
      <MeasuringSheet
        paperId={null}
        dirty={state.dirty}
        among={(address) => address.startsWith('share:')}
        note={words.testNote}
        none={words.noPrinter}
      />
    </SettingsForm>
  )
}

function Placeholder({ name, meaning }: { name: string; meaning: string }) {
  return (
    <>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>{meaning}</dd>
    </>
  )
}

interface DryRunProps {
  executable: string
  lines: readonly string[]
  forms: PdfCommandView['forms']
}

/** As Windows would write it: words with spaces in quotes. */
const quoted = (word: string): string => (/[\s"]/.test(word) || word === '' ? `"${word}"` : word)

/** The very command for a sheet of a chosen size; nothing is run. */
function DryRun({ executable, lines, forms }: DryRunProps) {
  const printers = useQuery(useTRPC().administration.printers.queryOptions())
  const [chosen, setChosen] = useState<string>()
  const size =
    forms.find((one) => formKey(one) === chosen) ?? forms.find(({ name }) => name !== '') ?? forms[0]
  if (size === undefined) return null
  const share = printers.data?.find(({ address }) => address.startsWith('share:'))
  const filled = pdfArguments(
    {
      executable,
      arguments: lines,
      forms: forms.filter(({ name }) => name.trim() !== ''),
      nothingPrintedCodes: [],
    },
    {
      ...size,
      printer: share?.address.split('\\').at(-1) ?? words.previewPrinter,
      file: 'C:\\Users\\loket\\AppData\\Local\\Temp\\sepok-contoh.pdf',
      tray: null,
      copies: 1,
    },
  )
  return (
    <section className={styles.group} aria-label={words.preview}>
      <h3 className={styles.label}>{words.preview}</h3>
      <SelectField
        label={words.previewPaper}
        value={formKey(size)}
        options={forms.map((one) => ({ value: formKey(one), label: sizeWords(one) }))}
        onChange={setChosen}
      />
      {filled.ok ? (
        <code className={styles.command}>{[executable, ...filled.value].map(quoted).join(' ')}</code>
      ) : (
        <p className={styles.note}>{words.noForm}</p>
      )}
    </section>
  )
}
