import { useMutation } from '@tanstack/react-query'
import { IconPencil, IconSend } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { PortalAsideView } from '#contract/portal.ts'
import { sayPortalMendRefusal } from '#domain/wording/portal.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useUser } from '../../lib/session.ts'
import { passGuard, useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { portalScreenWords } from '../../locales/portal.ts'
import { Button } from '../../ui/button.tsx'
import { PaneFoot } from '../../ui/pane.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Quiet, Refused } from './portal-parts.tsx'
import { usePortalAct } from './use-portal-act.ts'

const words = portalScreenWords.aside

interface MendProps {
  call: PortalAsideView
  onDone: () => void
}

/** Fields that the portal refused, each once, opened as they are typed in the dossier. */
function fieldsOf(call: PortalAsideView) {
  const fields = new Map<string, { label: string; value: string; path: string; message: string }>()
  for (const { path, message, mend } of call.fields)
    if (mend && !fields.has(mend.field))
      fields.set(mend.field, { label: mend.label, value: mend.value, path, message })
  return [...fields].map(([field, rest]) => ({ field, ...rest }))
}

/** Has it sent once more as it stands. */
function useResend(call: PortalAsideView, onDone: () => void) {
  const act = usePortalAct(onDone)
  const sending = useMutation(useTRPC().portal.resend.mutationOptions(act.told(() => words.done)))
  const send = () => {
    if (sending.isPending) return
    act.forget()
    sending.mutate({ key: call.key })
  }
  return { send, busy: sending.isPending, refused: act.refused }
}

/** Mends in place what the portal refused: saved in the dossier as a correction, sent by itself. */
export function Mend({ call, onDone }: MendProps) {
  const fields = fieldsOf(call)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState<string>(words.mendReasonGiven)
  // Made before the first try, so that a repeat mends once.
  const correctionId = useRef<string>(undefined)
  const first = useRef<HTMLInputElement>(null)
  useUnsavedGuard(
    Object.keys(typed).length === 0 ? null : portalScreenWords.unsaved(call.holderName ?? call.kindLabel),
  )
  const act = usePortalAct(() => {
    setTyped({})
    onDone()
  })
  const again = useResend(call, onDone)
  const mending = useMutation(
    useTRPC().portal.mend.mutationOptions(act.told(() => words.mended, sayPortalMendRefusal)),
  )
  const save = () => {
    if (mending.isPending) return
    act.forget()
    correctionId.current ??= crypto.randomUUID()
    mending.mutate({
      key: call.key,
      correctionId: correctionId.current,
      seenCorrections: call.mending?.corrections ?? 0,
      values: fields.map(({ field, value }) => ({ field, value: typed[field] ?? value })),
      reason,
    })
  }
  useShortcuts([
    { keys: 'P', label: words.mendKey, run: () => first.current?.focus() },
    { keys: 'Ctrl+Enter', label: words.mend, run: save },
  ])
  return (
    <PaneFoot label={portalScreenWords.todo} fields>
      <Quiet>{words.mendNote}</Quiet>
      {fields.map(({ field, label, value, path, message }, i) => (
        <TextField
          key={field}
          label={label}
          value={typed[field] ?? value}
          maxLength={500}
          hint={words.path(path)}
          {...(!(field in typed) && message !== '' && { error: message })}
          {...(i === 0 && { inputRef: first })}
          onChange={(next) => setTyped((before) => ({ ...before, [field]: next }))}
        />
      ))}
      <TextField label={words.mendReason} value={reason} maxLength={500} onChange={setReason} />
      <Refused sentence={act.refused ?? again.refused} />
      <Button rank="main" wide icon={IconSend} kbd="Ctrl+Enter" busy={mending.isPending} onPress={save}>
        {words.mend}
      </Button>
      <Button wide busy={again.busy} onPress={again.send}>
        {words.resendAsIs}
      </Button>
    </PaneFoot>
  )
}

/** Sends once more what was refused; what can only be mended in the dossier has its way there. */
export function Resend({ call, onDone }: MendProps) {
  const [, navigate] = useLocation()
  const mayCorrect = useUser().permissions.includes('intake')
  const { send, busy, refused } = useResend(call, onDone)
  const { applicationId, mending } = call
  const isInDossier = mending?.way === 'dossier' && applicationId !== null && mayCorrect
  useShortcuts([{ keys: 'Ctrl+Enter', label: words.resend, run: send }])
  return (
    <PaneFoot label={portalScreenWords.todo} fields>
      {mending?.sentence ? (
        <Quiet>{mending.sentence}</Quiet>
      ) : (
        call.mender === 'counter' &&
        applicationId !== null && <Quiet>{isInDossier ? words.inDossierNote : words.resendNote}</Quiet>
      )}
      <Refused sentence={refused} />
      {isInDossier && (
        <Button
          wide
          icon={IconPencil}
          onPress={() => passGuard(() => navigate(`~/terima/perbaiki/${applicationId}`))}
        >
          {words.inDossier}
        </Button>
      )}
      <Button rank="main" wide icon={IconSend} kbd="Ctrl+Enter" busy={busy} onPress={send}>
        {words.resend}
      </Button>
    </PaneFoot>
  )
}
