import { useState } from 'react'
import type { CarriedPermitView } from '#contract/beginning.ts'
import { joinWords } from '#domain/indonesian.ts'
import {
  oldPermitColumns,
  oldPermitWords,
  type NumberedRow,
  type OldPermitColumn,
} from '#domain/old-permit-columns.ts'
import { sayOldPermitRefusal } from '#domain/wording/beginning.ts'
import { download } from '../../lib/download.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { templateAddress } from '../../lib/read-table.ts'
import { beginningWords } from '../../locales/beginning.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Pane } from '../../ui/pane.tsx'
import { ActionBar } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { EmptyState } from '../../ui/states.tsx'
import styles from './settings.module.css'
import type { ImportWork } from './use-import.ts'

const words = beginningWords.table

/** What became of a line, in words: a word where it is good, a sentence for each cell that is not. */
function outcomeText(outcome: CarriedPermitView | undefined): string {
  if (outcome === undefined) return words.unchecked
  if (outcome.outcome !== 'refused') return words[outcome.outcome]
  return outcome.problems
    .map(({ column, refusal }) => words.cell(oldPermitWords[column].label, sayOldPermitRefusal(refusal)))
    .join(' ')
}

/** The lines of the chosen table, each with what the check found. */
export function ImportTable({ state }: { state: ImportWork }) {
  const [wrongOnly, setWrongOnly] = useState(false)
  const { rows, outcomes, counts } = state
  const isWrong = ({ line }: NumberedRow) => outcomes.get(line)?.outcome === 'refused'
  const shown = wrongOnly && counts.wrong > 0 ? rows.filter(isWrong) : rows
  const columns: readonly Column<NumberedRow>[] = [
    { key: 'line', head: words.heads.line, width: 58, align: 'right', cell: ({ line }) => figure(line) },
    { key: 'number', head: words.heads.number, width: 180, cell: ({ row }) => row.number || '–' },
    { key: 'holder', head: words.heads.holder, width: 170, cell: ({ row }) => row.name || '–' },
    {
      key: 'outcome',
      head: words.heads.outcome,
      cell: (one) => (
        <span className={isWrong(one) ? styles.refused : styles.off}>
          {outcomeText(outcomes.get(one.line))}
        </span>
      ),
    },
  ]
  return (
    <DataTable
      label={words.list}
      columns={columns}
      rows={shown}
      rowKey={({ line }) => String(line)}
      empty={
        <EmptyState title={words.none} top>
          {words.templateNote}
        </EmptyState>
      }
      foot={
        counts.wrong > 0 && (
          <CheckboxField label={words.wrongOnly} checked={wrongOnly} onChange={setWrongOnly} />
        )
      }
    />
  )
}

interface ImportPaneProps {
  state: ImportWork
  onBack: () => void
}

/** Choosing a table, finding its columns, checking and entering it. */
export function ImportPane({ state, onBack }: ImportPaneProps) {
  const { chosen, work, counts, isChecked, missing } = state
  const reason = reasonAgainst(state)
  const isDone = isChecked && counts.entered > 0 && counts.good === 0
  const next = isChecked ? state.enter : state.check
  const go = () => {
    if (work === null && reason === undefined) next()
  }
  useShortcuts([
    { keys: 'Ctrl+Enter', label: isChecked ? settingsWords.keys.save : words.check, run: go },
    { keys: 'Escape', label: beginningWords.back, run: onBack },
  ])
  return (
    <Pane
      title={words.title}
      foot={
        (isDone || chosen !== null) && (
          <ActionBar>
            {isDone && (
              <Button rank="main" onPress={onBack}>
                {beginningWords.back}
              </Button>
            )}
            {chosen !== null && !isDone && (
              <Button
                rank="main"
                kbd="Ctrl+Enter"
                busy={work !== null}
                onPress={go}
                {...(reason === undefined ? {} : { reason })}
              >
                {!isChecked
                  ? words.check
                  : counts.wrong > 0
                    ? words.enterGood(figure(counts.good))
                    : words.enterAll(figure(counts.good))}
              </Button>
            )}
          </ActionBar>
        )
      }
    >
      {chosen === null ? (
        <>
          <FileDrop
            label={words.file}
            accept=".xlsx,.csv,.txt"
            onFiles={([file]) => file && state.choose(file)}
            error={state.refused}
          >
            {work === 'reading' ? words.reading : words.drop}
          </FileDrop>
          <p className={styles.note}>{words.templateNote}</p>
          <div>
            <Button onPress={() => download(templateAddress)}>{words.template}</Button>
          </div>
        </>
      ) : (
        <>
          <p role="status">{words.read(chosen.name, figure(counts.all))}</p>
          {work === 'checking' && (
            <Progress
              text={words.checking(figure(state.done), figure(counts.all))}
              done={state.done}
              all={counts.all}
            />
          )}
          {work === 'entering' && (
            <Progress
              text={words.entering(figure(state.done), figure(state.done + counts.good))}
              done={state.done}
              all={state.done + counts.good}
            />
          )}
          {work === null && isChecked && (
            <p role="status">
              {counts.entered > 0
                ? words.done(figure(counts.entered), figure(counts.known), figure(counts.wrong + counts.good))
                : words.summary(figure(counts.good), figure(counts.known), figure(counts.wrong))}
            </p>
          )}
          {state.refused !== undefined && (
            <p className={styles.refused} role="alert">
              <FieldSentence>{state.refused}</FieldSentence>
            </p>
          )}
          <div>
            <Button onPress={state.forget} {...(work === null ? {} : { busy: true })}>
              {words.another}
            </Button>
          </div>
          <fieldset className={styles.group} disabled={work !== null}>
            <legend>{words.columns}</legend>
            <div className={styles.pairs2}>
              {oldPermitColumns.map((column) => (
                <ColumnChoice key={column} column={column} state={state} />
              ))}
            </div>
          </fieldset>
        </>
      )}
    </Pane>
  )

  function reasonAgainst({ isChecked: checked }: ImportWork): string | undefined {
    if (missing.length > 0) return words.columnMissing(joinWords(missing))
    return checked && counts.good === 0 ? words.nothingGood : undefined
  }
}

function Progress({ text, done, all }: { text: string; done: number; all: number }) {
  return (
    <div className={styles.progress} role="status">
      <span>{text}</span>
      <progress value={done} max={Math.max(1, all)} aria-label={text} />
    </div>
  )
}

const noPlace = ''

function ColumnChoice({ column, state }: { column: OldPermitColumn; state: ImportWork }) {
  const { label, needed } = oldPermitWords[column]
  const place = state.places[column]
  return (
    <SelectField
      label={words.column(label, needed)}
      value={place === undefined ? noPlace : String(place)}
      options={[
        { value: noPlace, label: words.noColumn },
        ...(state.chosen?.table.heads ?? []).flatMap((head, index) =>
          head.trim() === '' ? [] : [{ value: String(index), label: head }],
        ),
      ]}
      onChange={(value) => state.setPlace(column, value === noPlace ? null : Number(value))}
    />
  )
}
