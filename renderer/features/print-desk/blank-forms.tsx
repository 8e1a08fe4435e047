import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { ReceiveBlanksForm } from '#domain/blank-ledger.ts'
import { sayBlankRefusal, type BlankRefusal } from '#domain/wording/blank-ledger.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { blankWords } from '../../locales/blanks.ts'
import { Button } from '../../ui/button.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { ActionBar, PanelHead } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './blanks.module.css'

/** Where a refusal stands: at its field, or below for what is nobody's field. */
const fieldOf: Partial<Record<BlankRefusal['code'], string>> = {
  'blank-count-unreadable': 'count',
  'blank-count-differs': 'count',
  'blank-serial-unreadable': 'from',
  'blank-serials-differ': 'until',
  'blank-serials-received': 'from',
  'blank-serial-not-received': 'serial',
  'blank-serial-taken': 'serial',
  'blank-serial-needed': 'serial',
  'blank-reason-needed': 'reason',
}

type Texts = Readonly<Record<string, string>>

/** A form of a few texts: what was typed, the refusal at its field, and one id, so that a repeat writes nothing twice. */
function useTexts<T extends Texts>(empty: T) {
  const [id] = useState(() => crypto.randomUUID())
  const [texts, setTexts] = useState<T>(empty)
  const [refused, setRefused] = useState<{ field: string; sentence: string }>()
  const [tries, setTries] = useState(0)
  const refuse = (field: string, sentence: string) => {
    setRefused({ field, sentence })
    setTries((count) => count + 1)
  }
  useUnsavedGuard(Object.values(texts).every((text) => text === '') ? null : blankWords.unsaved)
  return {
    id,
    texts,
    tries,
    whole: refused?.field === '' ? refused.sentence : undefined,
    clear: () => setTexts(empty),
    refuse: (refusal: BlankRefusal) => refuse(fieldOf[refusal.code] ?? '', sayBlankRefusal(refusal)),
    fail: () => refuse('', blankWords.saveFailed),
    field: (key: keyof T & string) => ({
      value: texts[key] ?? '',
      error: refused?.field === key ? refused.sentence : undefined,
      onChange: (text: string) => {
        setTexts((now) => ({ ...now, [key]: text }))
        setRefused(undefined)
      },
    }),
  }
}

interface FrameProps {
  title: string
  action: string
  busy: boolean
  tries: number
  whole: string | undefined
  onSave: () => void
  children: ReactNode
}

function FormFrame({ title, action, busy, tries, whole, onSave, children }: FrameProps) {
  const frame = useRef<HTMLFormElement>(null)
  const save = () => {
    if (!busy) onSave()
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: blankWords.keys.save, run: save, whileTyping: true }])
  useFocusRefused(frame, tries)
  return (
    <form
      ref={frame}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <PanelHead title={title} line />
      <div className={styles.fields}>{children}</div>
      <ActionBar>
        {whole !== undefined && (
          <span className={styles.refused} role="alert">
            <FieldSentence>{whole}</FieldSentence>
          </span>
        )}
        <Button rank="main" kbd="Ctrl+Enter" busy={busy} onPress={save}>
          {action}
        </Button>
      </ActionBar>
    </form>
  )
}

const emptyDelivery: ReceiveBlanksForm & Texts = { count: '', from: '', until: '', note: '' }

/** A stack that came in: by its first and last number, or by its count. */
export function ReceiveForm({ onDone }: { onDone: () => void }) {
  const words = blankWords.receive
  const form = useTexts(emptyDelivery)
  const saving = useMutation(
    useTRPC().blanks.receive.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return form.refuse(answer.refusal)
        form.clear()
        showToast(words.done(figure(answer.value.count)))
        onDone()
      },
      onError: form.fail,
    }),
  )
  const { count, from, until, note } = form.texts
  return (
    <FormFrame
      title={words.title}
      action={words.save}
      busy={saving.isPending}
      tries={form.tries}
      whole={form.whole}
      onSave={() => saving.mutate({ id: form.id, form: { count, from, until, note } })}
    >
      <div className={styles.pair}>
        <TextField {...form.field('from')} label={words.from} autoFocus />
        <TextField {...form.field('until')} label={words.until} />
      </div>
      <p className={styles.note}>{words.serialHint}</p>
      <TextField {...form.field('count')} label={words.count} hint={words.countHint} inputMode="numeric" />
      <TextField {...form.field('note')} label={words.note} hint={words.noteHint} maxLength={200} />
    </FormFrame>
  )
}

const emptySpoil = { serial: '', reason: '' }

/** A blank that was spoiled or lost outside a printer. */
export function SpoilForm({ onDone }: { onDone: () => void }) {
  const words = blankWords.spoil
  const form = useTexts<typeof emptySpoil & Texts>(emptySpoil)
  const saving = useMutation(
    useTRPC().blanks.spoil.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return form.refuse(answer.refusal)
        form.clear()
        showToast(words.done)
        onDone()
      },
      onError: form.fail,
    }),
  )
  const { serial, reason } = form.texts
  return (
    <FormFrame
      title={words.title}
      action={words.save}
      busy={saving.isPending}
      tries={form.tries}
      whole={form.whole}
      onSave={() => saving.mutate({ id: form.id, serial, reason })}
    >
      <p className={styles.note}>{words.note}</p>
      <TextField {...form.field('serial')} label={words.serial} hint={words.serialHint} autoFocus />
      <TextField {...form.field('reason')} label={words.reason} hint={words.reasonHint} maxLength={300} />
    </FormFrame>
  )
}
