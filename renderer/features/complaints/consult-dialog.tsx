import { IconMessageQuestion } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { consultationChannels, type ConsultationChannel } from '#domain/service-standard.ts'
import { channelLabel } from '#domain/wording/service-standard.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { typeOptions } from '../../lib/type-options.ts'
import { complaintWords as words } from '../../locales/complaints.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusedWhole } from '../../ui/pane-form.tsx'
import { PaneButtons } from '../../ui/pane.tsx'
import { ComboboxField, SelectField } from '../../ui/select-field.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './complaints.module.css'

/** Logs what somebody asked, from any screen: about which service, what, and how. Nothing of the person is kept. */
export function ConsultDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const [id] = useState(() => crypto.randomUUID())
  const offers = useQuery(trpc.information.offers.queryOptions()).data ?? []
  const [code, setCode] = useState<string | null>(null)
  const [kind, setKind] = useState<string | null>(null)
  const [channel, setChannel] = useState<ConsultationChannel>('counter')
  const [question, setQuestion] = useState('')
  const [refused, setRefused] = useState<{ field: 'type' | 'whole'; sentence: string }>()
  const [refusals, setRefusals] = useState(0)
  const fields = useRef<HTMLDivElement>(null)
  useFocusRefused(fields, refusals)
  const refuse = (field: 'type' | 'whole', sentence: string) => {
    setRefused({ field, sentence })
    setRefusals((count) => count + 1)
  }
  const kinds = offers.find((one) => one.code === code)?.kinds ?? []
  const chosen = kinds.find((one) => one.kind === kind) ?? kinds[0]
  const logging = useMutation(
    trpc.information.consult.mutationOptions({
      onSuccess: () => {
        showToast(words.consulted)
        onClose()
      },
      onError: () => refuse('whole', words.consultFailed),
    }),
  )
  const log = () => {
    if (logging.isPending) return
    if (code === null || chosen === undefined) return refuse('type', words.typeNeeded)
    logging.mutate({ id, permitTypeCode: code, kind: chosen.kind, channel, question })
  }
  return (
    <Dialog opened title={words.consult} onClose={onClose} width={560}>
      <DialogKeys
        className={styles.fields}
        fields={fields}
        shortcuts={[{ keys: 'Ctrl+Enter', label: words.consult, run: log }]}
      >
        <ComboboxField
          label={words.type}
          placeholder={words.typePlaceholder}
          value={code}
          autoFocus
          error={refused?.field === 'type' ? refused.sentence : undefined}
          options={typeOptions(offers)}
          onChange={(next) => {
            setCode(next)
            setRefused(undefined)
          }}
        />
        <SelectField
          label={words.kind}
          value={chosen?.kind ?? null}
          disabled={kinds.length === 0}
          options={kinds.map((one) => ({ value: one.kind, label: one.label }))}
          onChange={setKind}
        />
        <TextField
          label={words.question}
          hint={words.questionHint}
          maxLength={200}
          value={question}
          onChange={setQuestion}
        />
        <Segmented
          dense
          label={words.consultHeads.way}
          current={channel}
          onChange={(next) => setChannel(consultationChannels.find((one) => one === next) ?? 'counter')}
          tabs={consultationChannels.map((key) => ({ key, name: channelLabel(key) }))}
        />
        <RefusedWhole sentence={refused?.field === 'whole' ? refused.sentence : undefined} />
        <PaneButtons>
          <Button onPress={onClose} kbd="Esc">
            {words.cancel}
          </Button>
          <Button
            rank="main"
            icon={IconMessageQuestion}
            kbd="Ctrl+Enter"
            busy={logging.isPending}
            onPress={log}
          >
            {words.consult}
          </Button>
        </PaneButtons>
      </DialogKeys>
    </Dialog>
  )
}
