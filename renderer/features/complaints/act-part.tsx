import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ComplaintRuleView, ComplaintView } from '#contract/complaints.ts'
import type { ActOnComplaintRefusal, ComplaintAction } from '#domain/complaint.ts'
import { complaintChannelLabel, sayComplaintRefusal } from '#domain/wording/complaint.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { complaintWords as words } from '../../locales/complaints.ts'
import { Button } from '../../ui/button.tsx'
import { RefusedWhole } from '../../ui/pane-form.tsx'
import { PaneButtons } from '../../ui/pane.tsx'
import { SuggestField } from '../../ui/suggest-field.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextAreaField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './complaints.module.css'

type Field = 'via' | 'text' | 'whole'

const fieldOf = ({ code }: ActOnComplaintRefusal): Field =>
  code === 'complaint-via-needed' ? 'via' : code === 'complaint-text-needed' ? 'text' : 'whole'

const usualAction = (open: readonly ComplaintAction[]): ComplaintAction =>
  open.includes('answered') ? 'answered' : (open[0] ?? 'closed')

/** What is done next with a complaint: chosen, written down, and with Ctrl+Enter in its history. */
export function ActPart({ complaint, rule }: { complaint: ComplaintView; rule: ComplaintRuleView }) {
  const { timeZone } = useOffice()
  const [actId] = useState(() => crypto.randomUUID())
  const [action, setAction] = useState(() => usualAction(complaint.open))
  const [text, setText] = useState('')
  const [via, setVia] = useState('')
  const [refused, setRefused] = useState<{ field: Field; sentence: string }>()
  const [refusals, setRefusals] = useState(0)
  const frame = useRef<HTMLFormElement>(null)
  const refuse = (field: Field, sentence: string) => {
    setRefused({ field, sentence })
    setRefusals((count) => count + 1)
  }
  const acting = useMutation(
    useTRPC().complaints.act.mutationOptions({
      onSuccess: (answer) =>
        answer.ok
          ? showToast(words.actDone[action])
          : refuse(fieldOf(answer.refusal), sayComplaintRefusal(answer.refusal, timeZone)),
      onError: () => refuse('whole', words.saveFailed),
    }),
  )
  const save = () => {
    if (!acting.isPending)
      acting.mutate({ id: complaint.id, actId, after: complaint.acts.length, action, text, via })
  }
  useUnsavedGuard(text.trim() === '' || acting.data?.ok === true ? null : words.unsavedAct)
  useShortcuts([{ keys: 'Ctrl+Enter', label: words.acts[action], run: save }])
  useFocusRefused(frame, refusals)
  const suggestions =
    action === 'forwarded' ? rule.units : rule.channels.map(({ kind }) => complaintChannelLabel(kind))
  return (
    <form
      ref={frame}
      className={styles.act}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Segmented
        dense
        wide
        label={words.actsName}
        current={action}
        onChange={(key) => {
          setAction(complaint.open.find((one) => one === key) ?? action)
          setRefused(undefined)
        }}
        tabs={complaint.open.map((key) => ({ key, name: words.acts[key] }))}
      />
      {action !== 'closed' && (
        <SuggestField
          key={action}
          label={words.via[action]}
          value={via}
          options={suggestions.map((label) => ({ value: label, label }))}
          error={refused?.field === 'via' ? refused.sentence : undefined}
          onChange={(typed) => {
            setVia(typed)
            setRefused(undefined)
          }}
        />
      )}
      <TextAreaField
        label={words.words[action]}
        rows={3}
        maxLength={4000}
        value={text}
        error={refused?.field === 'text' ? refused.sentence : undefined}
        onChange={(typed) => {
          setText(typed)
          setRefused(undefined)
        }}
      />
      <RefusedWhole sentence={refused?.field === 'whole' ? refused.sentence : undefined} />
      <PaneButtons>
        <Button rank="main" kbd="Ctrl+Enter" busy={acting.isPending} onPress={save}>
          {words.acts[action]}
        </Button>
      </PaneButtons>
    </form>
  )
}
