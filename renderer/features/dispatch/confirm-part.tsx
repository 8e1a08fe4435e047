import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DispatchView } from '#contract/dispatch.ts'
import type { ConfirmDispatchForm, ConfirmDispatchRefusal } from '#domain/dispatch.ts'
import { clockTime, numericDate } from '#domain/indonesian.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { sayDispatchRefusal } from '#domain/wording/dispatch.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { pageMoment } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { useScanUpload, type KeptScan } from '../../lib/use-scan-upload.ts'
import { dispatchWords as words } from '../../locales/dispatch.ts'
import { Button } from '../../ui/button.tsx'
import { DateField, TimeField } from '../../ui/date-field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { RefusedWhole } from '../../ui/pane-form.tsx'
import { PaneButtons, PaneNote } from '../../ui/pane.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './dispatch.module.css'

type Field = 'receiver' | 'day' | 'time' | 'whole'

/** Who received it and when; Ctrl+Enter writes it down. A slip that came back signed may be kept with it. */
export function ConfirmPart({ line }: { line: DispatchView }) {
  const { timeZone } = useOffice()
  const [now] = useState(pageMoment)
  const [form, setForm] = useState<ConfirmDispatchForm>({
    receiver: '',
    day: numericDate(officeDateOf(now, timeZone)),
    time: clockTime(officeTimeOf(now, timeZone)),
    slipSha256: null,
  })
  const [scan, setScan] = useState<KeptScan>()
  const [refused, setRefused] = useState<{ field: Field; sentence: string }>()
  const [refusals, setRefusals] = useState(0)
  const frame = useRef<HTMLFormElement>(null)
  const slip = useScanUpload((kept) => {
    setScan(kept)
    setForm((before) => ({ ...before, slipSha256: kept.sha256 }))
  })
  const refuse = (field: Field, sentence: string) => {
    setRefused({ field, sentence })
    setRefusals((count) => count + 1)
  }
  const confirming = useMutation(
    useTRPC().dispatch.confirm.mutationOptions({
      onSuccess: (answer) =>
        answer.ok
          ? showToast(words.confirmed(answer.value.received?.receiver ?? ''))
          : refuse(fieldOf(answer.refusal), sayDispatchRefusal(answer.refusal, timeZone)),
      onError: () => refuse('whole', words.saveFailed),
    }),
  )
  const save = () => {
    if (!confirming.isPending) confirming.mutate({ id: line.id, form })
  }
  useUnsavedGuard(form.receiver.trim() === '' || confirming.isSuccess ? null : words.unsaved)
  useShortcuts([{ keys: 'Ctrl+Enter', label: words.confirm, run: save }])
  useFocusRefused(frame, refusals)
  const field = (key: 'receiver' | 'day' | 'time') => ({
    label: words[key],
    value: form[key],
    error: refused?.field === key ? refused.sentence : undefined,
    onChange: (value: string) => {
      setForm((before) => ({ ...before, [key]: value }))
      setRefused(undefined)
    },
  })
  return (
    <form
      ref={frame}
      className={styles.confirm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h3 className={styles.confirmTitle}>{words.confirmTitle}</h3>
      <TextField {...field('receiver')} hint={words.receiverHint} />
      <div className={styles.moment}>
        <DateField {...field('day')} earliest={line.sentOn} />
        <TimeField {...field('time')} />
      </div>
      <FileDrop
        label={words.slipScan}
        accept={slip.accept}
        error={slip.sentence}
        onFiles={([file]) => file && slip.upload(file)}
      >
        {scan === undefined ? words.slipDrop : words.slipTaken(scan.name)}{' '}
      </FileDrop>
      <PaneNote>{words.slipScanHint}</PaneNote>
      <RefusedWhole sentence={refused?.field === 'whole' ? refused.sentence : undefined} />
      <PaneButtons>
        <Button rank="main" kbd="Ctrl+Enter" busy={confirming.isPending} onPress={save}>
          {words.confirm}
        </Button>
      </PaneButtons>
    </form>
  )
}

/** The field beside which a refusal is said. */
function fieldOf(refusal: ConfirmDispatchRefusal): Field {
  switch (refusal.code) {
    case 'dispatch-receiver-needed':
      return 'receiver'
    case 'dispatch-received-early':
      return 'day'
    case 'dispatch-received-later-than-now':
      return 'time'
    case 'dispatch-unknown':
    case 'dispatch-received':
    case 'dispatch-voided':
    case 'dispatch-slip-missing':
      return 'whole'
    default:
      return refusal.code.startsWith('time') ? 'time' : 'day'
  }
}
