import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { IntakeField } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { sayCorrectionRefusal } from '#domain/wording/corrections.ts'
import { sayFieldRefusal, sayRegisterRefusal } from '#domain/wording/intake.ts'
import type { ConsequencesView, CorrectionFormView } from '#contract/corrections.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { correctionWords as words } from '../../locales/corrections.ts'
import type { TypedConsent } from './consent-dialog.tsx'
import type { DraftKeeper } from './use-draft.ts'

const none: ConsequencesView = {
  asked: [],
  unneeded: [],
  changes: [],
  refusal: null,
  overlaps: [],
  promise: '',
}

/** What saving would bring along, asked while it is typed. */
export function useConsequences(applicationId: string, form: IntakeForm) {
  const [settled] = useDebouncedValue(form, 200)
  const asked: IntakeForm = {
    ...settled,
    // The question travels in an address: names and sizes of files decide nothing.
    documents: settled.documents.map(({ requirementCode }) => ({
      requirementCode,
      sha256: null,
      fileName: '',
      mediaType: '',
      sizeBytes: 0,
    })),
    papers: [],
  }
  const answer = useQuery({
    ...useTRPC().corrections.consequences.queryOptions({ applicationId, form: asked }),
    placeholderData: keepPreviousData,
    gcTime: 5000,
  })
  return { said: answer.data ?? none, failed: answer.isError }
}

interface SavingOptions {
  readonly view: CorrectionFormView
  readonly draft: DraftKeeper
  onSaved: () => void
  onRefused: (sentences: ReadonlyMap<IntakeField, string>) => void
  /** A supervisor must agree; asked at once, or once more after a refusal. */
  onConsentNeeded: () => void
}

/** Saving a correction under an id of its own, so that a repeat after a lost answer corrects once. */
export function useSaving({ view, draft, onSaved, onRefused, onConsentNeeded }: SavingOptions) {
  const { timeZone } = useOffice()
  const correctionId = useRef(crypto.randomUUID())
  const [refused, setRefused] = useState<{ sentence: string; ofConsent: boolean }>()
  const saving = useMutation(useTRPC().corrections.save.mutationOptions())
  const isUnderWay = useRef(false)
  const save = async (form: IntakeForm, reason: string, consent: TypedConsent | null) => {
    // A second press while the first is on its way changes nothing.
    if (isUnderWay.current) return
    isUnderWay.current = true
    setRefused(undefined)
    try {
      await draft.settle()
      const answer = await saving.mutateAsync({
        applicationId: view.applicationId,
        correctionId: correctionId.current,
        seenCorrections: view.corrections,
        draftId: view.draftId,
        form,
        reason,
        consent,
        printerId: null,
      })
      if (answer.ok) return onSaved()
      draft.resume()
      const { refusal } = answer
      if (refusal.code === 'form-incomplete')
        return onRefused(new Map(refusal.fields.map((one) => [one.field, sayFieldRefusal(one.refusal)])))
      if (refusal.code === 'nik-of-another' || refusal.code === 'identity-of-another')
        return onRefused(new Map([[refusal.field, sayRegisterRefusal(refusal, timeZone)]]))
      const ofConsent = refusal.code.startsWith('consent-')
      setRefused({ sentence: sayCorrectionRefusal(refusal, timeZone), ofConsent })
      if (ofConsent) onConsentNeeded()
    } catch (error) {
      draft.resume()
      setRefused({ sentence: words.saveFailed(faultOf(error, timeZone).code), ofConsent: false })
    } finally {
      isUnderWay.current = false
    }
  }
  return {
    busy: saving.isPending,
    forgetRefusal: () => setRefused(undefined),
    refused: refused?.ofConsent === false ? refused.sentence : undefined,
    consentRefused: refused?.ofConsent === true ? refused.sentence : undefined,
    save: (form: IntakeForm, reason: string, consent: TypedConsent | null) =>
      void save(form, reason, consent),
  }
}
