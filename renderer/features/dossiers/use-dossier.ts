import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import type { DossierView } from '#contract/dossier.ts'
import { clockTime, longDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import type { DossierWorkRefusal } from '#domain/wording/dossier-work-refusal.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOfficeWords } from '../../lib/office-words.ts'
import { useOffice } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'

/** A button of the stage, and why it may not be pressed now. */
export type DossierAction = DossierView['actions'][number]

/** One dossier as the one who is signed in sees it. */
export function useDossier(id: string | undefined) {
  const trpc = useTRPC()
  return useQuery(trpc.dossiers.get.queryOptions(id === undefined ? skipToken : { id }))
}

/** No such dossier in this office, or an address that is none. */
export const isUnknownDossier = (error: unknown): boolean => {
  if (!(error instanceof TRPCClientError)) return false
  const data: unknown = error.data
  return (
    typeof data === 'object' &&
    data !== null &&
    'code' in data &&
    (data.code === 'NOT_FOUND' || data.code === 'BAD_REQUEST')
  )
}

/** Puts the dossier that an act answered with on the screen, and asks again for every list it stands in. */
export function useShowDossier() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return (view: DossierView) => {
    queries.setQueryData(trpc.dossiers.get.queryKey({ id: view.line.id }), view)
    void queries.invalidateQueries(trpc.dossiers.queue.queryFilter())
  }
}

/** Refusals that only attaching a file can bring. */
export type AttachRefusal =
  DossierWorkRefusal | { readonly code: 'requirement-unknown' } | { readonly code: 'file-not-uploaded' }

/** Sentences of refusals, in the names of this office and this dossier. */
export function useRefusalWords(view: DossierView): (refusal: AttachRefusal) => string {
  const words = useOfficeWords((code) => view.requirements.find((one) => one.code === code)?.label ?? code)
  return (refusal) => {
    if (refusal.code === 'requirement-unknown') return dossierWords.requirementUnknown
    if (refusal.code === 'file-not-uploaded') return dossierWords.fileNotUploaded
    return sayDossierRefusal(refusal, words)
  }
}

/** `17 November 2026, 10.24`: the moment of an event, in the office's own day and hour. */
export function useMomentWords(): (at: Instant) => string {
  const { timeZone } = useOffice()
  return (at) => `${longDate(officeDateOf(at, timeZone))}, ${clockTime(officeTimeOf(at, timeZone))}`
}

export type CheckOrder = {
  documentId: string
  check: 'accepted' | 'refused' | 'unchecked'
  note: string | null
}

/** Marks papers; `onChecked` hears what was recorded, `onRefused` the sentence. */
export function useCheckDocument(
  view: DossierView,
  heard: { onChecked: (view: DossierView) => void; onRefused: (sentence: string) => void },
) {
  const trpc = useTRPC()
  const show = useShowDossier()
  const say = useRefusalWords(view)
  return useMutation(
    trpc.dossiers.checkDocument.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return heard.onRefused(say(answer.refusal))
        show(answer.value)
        heard.onChecked(answer.value)
      },
      onError: () => heard.onRefused(dossierWords.actFailed),
    }),
  )
}
