import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { BlankFormView } from '#contract/blank-forms.ts'
import { sayFormRefusal } from '#domain/wording/blank-form.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { shortDayOf } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { formWords as words } from '../../locales/blank-forms.ts'
import { lateWords } from '../../locales/late-entry.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { ActionBar, ScreenTitle } from '../../ui/panel.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { Cell, FieldPanel } from './field.tsx'
import styles from './intake.module.css'
import { LateParts } from './late-parts.tsx'
import { VoidFormDialog } from './void-form-dialog.tsx'

/** *Entri Susulan › Formulir*: blank forms with reserved numbers, printed before they are needed. */
export function BlankFormsScreen(parts: { onApplication: () => void; onRunning: () => void }) {
  const [, navigate] = useLocation()
  const forms = useQuery(useTRPC().blankForms.list.queryOptions())
  const [selected, setSelected] = useState<string>()
  const [voiding, setVoiding] = useState(false)
  const printing = usePrinting(() => void forms.refetch())
  const chosen = forms.data?.find(({ number }) => number === selected)
  const isBlank = chosen !== undefined && chosen.usedAt === null && chosen.voided === null
  useShortcuts([
    { keys: 'Ctrl+Enter', label: words.keys.print, run: printing.print },
    { keys: ['ArrowUp', 'ArrowDown'], label: words.keys.choose },
    { keys: 'Escape', label: lateWords.keys.close, run: () => navigate('/') },
  ])
  return (
    <div className={`${styles.work} ${styles.alone}`}>
      <ScreenTitle title={lateWords.title} note={<LateParts current="forms" {...parts} />} />
      <div className={styles.scroll}>
        <FieldPanel title={words.title} note={words.note}>
          <Cell size="w6">
            <TextField
              label={words.count}
              hint={words.countHint}
              value={printing.count}
              onChange={printing.setCount}
              error={printing.refusedAt === 'count' ? printing.refused : undefined}
              inputMode="numeric"
              maxLength={3}
            />
          </Cell>
          <Cell size="w8">
            <TextField
              label={words.counter}
              value={printing.counter}
              onChange={printing.setCounter}
              error={printing.refusedAt === 'counter' ? printing.refused : undefined}
              maxLength={64}
            />
          </Cell>
        </FieldPanel>
        <QueryState
          query={forms}
          rows={4}
          widths={[160, 80, 200, 120]}
          failed={words.failed}
          failedAction={words.failedNote}
        >
          {(list) => <FormTable forms={list} selected={selected} onSelect={setSelected} />}
        </QueryState>
      </div>
      <ActionBar
        start={
          <Button
            size="main"
            onPress={() => setVoiding(true)}
            {...(isBlank
              ? {}
              : {
                  reason: words.voidChoose,
                  reasonHidden: true,
                  onBlocked: () => showToast(words.voidChoose),
                })}
          >
            {words.void}
          </Button>
        }
      >
        {printing.refusedAt === 'all' && (
          <p className={styles.refused} role="alert">
            {printing.refused}
          </p>
        )}
        <Button rank="main" kbd="Ctrl+Enter" busy={printing.busy} onPress={printing.print}>
          {words.print}
        </Button>
      </ActionBar>
      {chosen !== undefined && (
        <VoidFormDialog
          key={chosen.number}
          opened={voiding}
          number={chosen.number}
          onClose={() => setVoiding(false)}
          onVoided={() => void forms.refetch()}
        />
      )}
    </div>
  )
}

interface FormTableProps {
  forms: readonly BlankFormView[]
  selected: string | undefined
  onSelect: (number: string) => void
}

function FormTable({ forms, selected, onSelect }: FormTableProps) {
  const { timeZone } = useOffice()
  const { heads, states } = words
  const stateOf = ({ usedAt, voided }: BlankFormView): string => {
    if (voided !== null) return states.voided(voided.by, voided.reason)
    return usedAt === null ? states.blank : states.used(shortDayOf(usedAt, timeZone))
  }
  const columns: readonly Column<BlankFormView>[] = [
    { key: 'number', head: heads.number, width: 190, nowrap: true, cell: (one) => one.number },
    { key: 'counter', head: heads.counter, width: 110, cell: (one) => one.counter },
    {
      key: 'printed',
      head: heads.printed,
      width: 260,
      cell: (one) => words.by(shortDayOf(one.reservedAt, timeZone), one.reservedBy),
    },
    { key: 'state', head: heads.state, cell: stateOf },
  ]
  return (
    <DataTable
      label={words.list}
      columns={columns}
      rows={forms}
      rowKey={({ number }) => number}
      selected={selected}
      onSelect={({ number }) => onSelect(number)}
      empty={<EmptyState title={words.none}>{words.noneNote}</EmptyState>}
    />
  )
}

/** The batch has one id until it is reserved, so that a repeated press or a lost answer prints it once. */
function usePrinting(onPrinted: () => void) {
  const { timeZone } = useOffice()
  const user = useUser()
  const [count, setCount] = useState('10')
  const [counter, setCounter] = useState(user.counter ?? '')
  const [batchId, setBatchId] = useState(() => crypto.randomUUID())
  const [refused, setRefused] = useState<{ at: 'count' | 'counter' | 'all'; sentence: string }>()
  const reserve = useMutation(
    useTRPC().blankForms.reserve.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) {
          const { code } = answer.refusal
          const at = {
            'form-count-wrong': 'count',
            'form-counter-needed': 'counter',
            'form-series-by-type': 'all',
          }
          return setRefused({
            at: at[code] as 'count' | 'counter' | 'all',
            sentence: sayFormRefusal(answer.refusal),
          })
        }
        setBatchId(crypto.randomUUID())
        const { numbers } = answer.value
        showToast(words.printed(numbers[0] ?? '', numbers.at(-1) ?? ''))
        onPrinted()
      },
      onError: (error) => setRefused({ at: 'all', sentence: words.actFailed(faultOf(error, timeZone).code) }),
    }),
  )
  const edited =
    (set: (text: string) => void) =>
    (text: string): void => {
      set(text)
      setRefused(undefined)
    }
  return {
    count,
    counter,
    setCount: edited(setCount),
    setCounter: edited(setCounter),
    busy: reserve.isPending,
    refused: refused?.sentence,
    refusedAt: refused?.at,
    print: () => {
      if (reserve.isPending) return
      const typed = /^\d{1,3}$/.test(count.trim()) ? Number(count) : 0
      reserve.mutate({ batchId, count: typed, counter, printerId: null })
    },
  }
}
