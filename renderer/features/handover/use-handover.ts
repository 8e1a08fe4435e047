import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import type { WaitingPaperView } from '#contract/handover.ts'
import type { Instant } from '#domain/instant.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import type { DossierWorkRefusal } from '#domain/wording/dossier-work-refusal.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useKept } from '../../lib/kept.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOfficeWords } from '../../lib/office-words.ts'
import { useOffice } from '../../lib/session.ts'
import { handoverWords } from '../../locales/handover.ts'
import { mailWords } from '../../locales/mails.ts'
import { showToast } from '../../ui/toast.tsx'
import { checkEmail } from './mail-part.tsx'
import { paperOf } from './ready-table.tsx'
import { useSigning } from './use-signing.ts'
import { useLacking } from './use-lacking.ts'
import { addressOf, firstReceiver, lackingOf, mailOrder, receiverOf, receiverOrder } from './receiver-form.ts'
import type { Receiver } from './receiver-form.ts'

/** What has just gone out. */
export interface Handed {
  applicationId: string
  name: string
  paper: string
  receivedBy: string
  at: Instant
  jobId: string | null
  /** Papers that went home, not a permit that went out. */
  back?: boolean
}

interface PaperRefused {
  readonly code: 'paper-refused'
  readonly registrationNumber: string | null
  readonly holder: string | null
  readonly refusal: DossierWorkRefusal
}

/** The form of one act: who receives, what lacks, and the handing over of all its papers. */
export function useHandover(
  view: DossierView,
  act: readonly WaitingPaperView[],
  onHanded: (handed: Handed) => void,
) {
  const { id } = view.line
  const trpc = useTRPC()
  const words = useOfficeWords()
  const { delivery } = useOffice()
  const kept = useKept<Receiver>(`${id}/receiver`, firstReceiver(view, delivery))
  const [refusal, setRefusal] = useState<string>()
  const mailServer = useQuery(trpc.mails.status.queryOptions())
  // Without a server of its own the office records what it sent itself.
  const sends = delivery === 'email' && mailServer.data?.isSetUp === true
  const [mailId, setMailId] = useState(() => crypto.randomUUID())
  // One act: sent again after a lost answer it is still the same.
  const sent = useRef<{ papers: string; actId: string }>(undefined)
  const receiver = receiverOf(kept.value, act, view.data.collective?.bringer ?? null)
  const lacking = lackingOf(receiver, act)
  const say = (refused: DossierWorkRefusal | PaperRefused) =>
    refused.code === 'paper-refused'
      ? handoverWords.oneRefused(
          refused.holder ?? '–',
          refused.registrationNumber ?? '–',
          sayDossierRefusal(refused.refusal, words),
        )
      : sayDossierRefusal(refused, words)
  const answered = {
    onSuccess: (
      answer:
        | { ok: true; value: { at: Instant; receivedBy: string; jobId: string | null } }
        | { ok: false; refusal: DossierWorkRefusal | PaperRefused },
    ) => {
      if (!answer.ok) {
        sent.current = undefined
        return setRefusal(say(answer.refusal))
      }
      kept.forget()
      const { at, receivedBy, jobId } = answer.value
      const several = act.length > 1
      onHanded({
        applicationId: id,
        name: several ? handoverWords.togetherCount(figure(act.length)) : view.line.holderName,
        paper: several ? act.map(paperOf).join(', ') : paperOf(view.line),
        receivedBy,
        at,
        jobId,
      })
    },
    onError: () => setRefusal(handoverWords.actFailed),
  }
  const mailing = useMutation(trpc.handover.handOver.mutationOptions(answered))
  const sending = useMutation(
    trpc.mails.send.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return setRefusal(say(answer.refusal))
        setMailId(crypto.randomUUID())
        showToast(mailWords.handover.queued(answer.value.to))
      },
      onError: () => setRefusal(handoverWords.actFailed),
    }),
  )
  const handing = useMutation(trpc.handover.handOverTogether.mutationOptions(answered))
  const { isSigning, sign } = useSigning(() => setRefusal(handoverWords.signature.failed))
  const busy = isSigning || handing.isPending || mailing.isPending || sending.isPending
  const { fields, tried, toLacking } = useLacking(lacking)
  const handOver = () => {
    if (busy || act.length === 0) return
    if (lacking !== undefined) return toLacking()
    setRefusal(undefined)
    if (receiver.who === 'email' && sends) {
      const to = addressOf(view, receiver)
      const wrong = checkEmail(to)
      return wrong === undefined ? sending.mutate({ applicationId: id, mailId, to }) : setRefusal(wrong)
    }
    if (receiver.who === 'email')
      return mailing.mutate({ applicationId: id, ...mailOrder(view), printerId: null })
    const papers = act.map((one) => one.id).join()
    const actId = sent.current?.papers === papers ? sent.current.actId : crypto.randomUUID()
    sent.current = { papers, actId }
    sign(receiver, (signature) =>
      handing.mutate({ actId, ...receiverOrder(view, receiver, act, signature), printerId: null }),
    )
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: handoverWords.handOver, run: handOver }])
  return {
    receiver,
    sends,
    set: (change: Partial<Receiver>) => kept.set({ ...receiver, ...change }),
    lacking,
    fields,
    toLacking,
    tried,
    refusal,
    handOver,
    busy,
  }
}
