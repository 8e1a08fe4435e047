import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import type { PapersFiledView } from '#contract/handover.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useKept } from '../../lib/kept.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOfficeWords } from '../../lib/office-words.ts'
import { lacksOriginals, originalAnswers, originalOf } from '../../lib/originals.ts'
import { handoverWords } from '../../locales/handover.ts'
import { firstReceiver, lackingOfReceiver, lacksSignature, receiverFields } from './receiver-form.ts'
import type { Lacking, Receiver } from './receiver-form.ts'
import type { Handed } from './use-handover.ts'
import { useLacking } from './use-lacking.ts'
import { useSigning } from './use-signing.ts'

/** The form of papers that go home: which, to whom, and what lacks. */
export function useGiveBack(view: DossierView, papers: PapersFiledView, onHanded: (handed: Handed) => void) {
  const { id, holderName, registrationNumber } = view.line
  const { originals } = view.intake
  const words = useOfficeWords()
  const kept = useKept<Receiver>(`${id}/receiver`, firstReceiver(view, 'counter'))
  const left = useKept<readonly string[]>(`${id}/papers-left`, [])
  const [refusal, setRefusal] = useState<string>()
  // One act: sent again after a lost answer it is still the same.
  const returnId = useRef<string>(undefined)
  const receiver = kept.value
  const chosen = papers.filter((one) => !left.value.includes(one.requirementCode))
  const goes = chosen.length > 0 || originals.some((one) => originalOf(receiver.originals, one).given)
  const lacking: Lacking | undefined = !goes
    ? 'papers'
    : (lackingOfReceiver(receiver) ??
      (lacksOriginals(receiver.originals, originals)
        ? 'originals'
        : lacksSignature(receiver)
          ? 'signature'
          : undefined))
  const giving = useMutation(
    useTRPC().handover.giveBackPapers.mutationOptions({
      onSuccess: (answer) => {
        returnId.current = undefined
        if (!answer.ok) return setRefusal(sayDossierRefusal(answer.refusal, words))
        const { receivedBy } = receiverFields(view, receiver, null)
        kept.forget()
        left.forget()
        const { at, jobId } = answer.value
        onHanded({
          applicationId: id,
          name: holderName,
          paper: registrationNumber,
          receivedBy,
          at,
          jobId,
          back: true,
        })
      },
      onError: () => setRefusal(handoverWords.actFailed),
    }),
  )
  const { isSigning, sign } = useSigning(() => setRefusal(handoverWords.signature.failed))
  const { fields, tried, toLacking } = useLacking(lacking)
  const busy = isSigning || giving.isPending
  const giveBack = () => {
    if (busy) return
    if (lacking !== undefined) return toLacking()
    setRefusal(undefined)
    returnId.current ??= crypto.randomUUID()
    const order = { applicationId: id, returnId: returnId.current, printerId: null }
    sign(receiver, (signature) =>
      giving.mutate({
        ...order,
        ...receiverFields(view, receiver, signature),
        papers: chosen.map(({ requirementCode, count }) => ({ requirementCode, count })),
        originals: originalAnswers(receiver.originals, originals),
      }),
    )
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: handoverWords.back.act, run: giveBack }])
  return {
    receiver,
    set: (change: Partial<Receiver>) => kept.set({ ...receiver, ...change }),
    isChosen: (code: string) => !left.value.includes(code),
    choose: (code: string, goesHome: boolean) =>
      left.set(goesHome ? left.value.filter((one) => one !== code) : [...left.value, code]),
    lacking,
    fields,
    tried,
    toLacking,
    refusal,
    giveBack,
    busy,
  }
}
