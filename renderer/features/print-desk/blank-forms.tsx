import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReceiveBlanksForm } from '#domain/blank-ledger.ts'
import { sayBlankRefusal, type BlankRefusal } from '#domain/wording/blank-ledger.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { blankWords } from '../../locales/blanks.ts'
import { PaneForm } from '../../ui/pane-form.tsx'
import { PaneNote, PanePair } from '../../ui/pane.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'

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
    <PaneForm
      title={words.title}
      action={words.save}
      busy={saving.isPending}
      refusals={form.tries}
      keyLabel={blankWords.keys.save}
      whole={form.whole}
      onSave={() => saving.mutate({ id: form.id, form: { count, from, until, note } })}
    >
      <PanePair>
        <TextField {...form.field('from')} label={words.from} autoFocus />
        <TextField {...form.field('until')} label={words.until} />
      </PanePair>
      <PaneNote>{words.serialHint}</PaneNote>
      <TextField {...form.field('count')} label={words.count} hint={words.countHint} inputMode="numeric" />
      <TextField {...form.field('note')} label={words.note} hint={words.noteHint} maxLength={200} />
    </PaneForm>
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
    <PaneForm
      title={words.title}
      action={words.save}
      busy={saving.isPending}
      refusals={form.tries}
      keyLabel={blankWords.keys.save}
      whole={form.whole}
      onSave={() => saving.mutate({ id: form.id, serial, reason })}
    >
      <PaneNote>{words.note}</PaneNote>
      <TextField {...form.field('serial')} label={words.serial} hint={words.serialHint} autoFocus />
      <TextField {...form.field('reason')} label={words.reason} hint={words.reasonHint} maxLength={300} />
    </PaneForm>
  )
}
