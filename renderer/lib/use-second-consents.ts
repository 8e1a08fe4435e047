import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { SecondOriginalView } from '#contract/second-originals.ts'
import { clockTime, numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import { secondWords } from '../locales/second-originals.ts'
import { useTRPC } from './api-client.ts'
import { useOfficeWords } from './office-words.ts'
import { useOffice, useUser } from './session.ts'

/**
 * Second originals to which nobody has agreed yet, and the act of agreeing, for whichever screen shows them.
 *
 * @param onDone  is told in words that one is agreed to
 */
export function useSecondConsents(onDone: (words: string) => void) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const office = useOfficeWords()
  const { timeZone } = useOffice()
  const { permissions } = useUser()
  const [, navigate] = useLocation()
  const [asked, setAsked] = useState<SecondOriginalView>()
  const [refusal, setRefusal] = useState<string>()
  const sees = permissions.includes('print-desk') || permissions.includes('reports')
  const { data = [] } = useQuery({ ...trpc.secondOriginals.open.queryOptions(), enabled: sees })
  const ask = (one: SecondOriginalView | undefined) => {
    setAsked(one)
    setRefusal(undefined)
  }
  const consenting = useMutation(
    trpc.secondOriginals.consent.mutationOptions({
      onSuccess: (answer) => {
        void queries.invalidateQueries(trpc.secondOriginals.open.queryFilter())
        if (!answer.ok) return setRefusal(sayDossierRefusal(answer.refusal, office))
        onDone(secondWords.confirm.done(asked?.title ?? ''))
        ask(undefined)
      },
      onError: () => setRefusal(secondWords.panel.failed),
    }),
  )
  const consent = ({ applicationId, jobId }: SecondOriginalView) => {
    if (!consenting.isPending) consenting.mutate({ applicationId, jobId })
  }
  return {
    seconds: data,
    /** `19-11-2026 09.24` */
    at: (moment: Instant) =>
      `${numericDate(officeDateOf(moment, timeZone))} ${clockTime(officeTimeOf(moment, timeZone))}`,
    asked,
    ask,
    busy: consenting.isPending,
    refusal,
    consent,
    /** null: this person opens no dossiers. */
    open:
      permissions.includes('work-dossiers') || permissions.includes('print-desk')
        ? (applicationId: string) => navigate(`~/berkas/${applicationId}`)
        : null,
  }
}
