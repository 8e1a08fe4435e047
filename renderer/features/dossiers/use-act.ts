import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { useRefusalWords, type DossierAction } from './use-dossier.ts'

/** An act with its words, of the stage on the screen when it was opened: a stage that was left meanwhile refuses it. */
export interface ActOrder {
  stage: string
  action: DossierAction
  /** true: the office closes what nobody mended. */
  closes?: boolean
}

/** Where the words of an act are kept until it is done. */
export const noteKey = (applicationId: string) => `${applicationId}/note`

export interface ActPartProps {
  view: DossierView
  order: ActOrder
  onDone: (view: DossierView) => void
  onClose: () => void
  onReload: () => void
}

/** Why an act was refused; `left`: somebody else was quicker. */
export interface ActRefusal {
  sentence: string
  left: boolean
}

/** Sends one act on a dossier, and keeps the sentence when it is refused. `onDone` is called once, after it was stored. */
export function useAct(view: DossierView, { stage, action }: ActOrder, onDone: (view: DossierView) => void) {
  const trpc = useTRPC()
  const say = useRefusalWords(view)
  const [refusal, setRefusal] = useState<ActRefusal>()
  const acting = useMutation(
    trpc.dossiers.act.mutationOptions({
      onSuccess: (answer) => {
        if (answer.ok) return onDone(answer.value)
        const { code } = answer.refusal
        const left = code === 'stage-left' || code === 'application-closed' || code === 'action-unknown'
        setRefusal({ sentence: say(answer.refusal), left })
      },
      onError: () => setRefusal({ sentence: dossierWords.actFailed, left: false }),
    }),
  )
  type Words = Omit<Parameters<typeof acting.mutate>[0], 'applicationId' | 'stage' | 'action'>
  return {
    refusal,
    pending: acting.isPending,
    send: (words: Words) => {
      setRefusal(undefined)
      acting.mutate({ applicationId: view.line.id, stage, action: action.code, ...words })
    },
  }
}
