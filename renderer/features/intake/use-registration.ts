import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { IntakeField } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { sayFieldRefusal, sayRegisterRefusal } from '#domain/wording/intake.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import type { TypedConsent } from './consent-dialog.tsx'
import type { DraftKeeper } from './use-draft.ts'

export interface Registration {
  readonly saving: boolean
  /** What the service says of the whole application; null: nothing. */
  readonly refused: string | null
  /** Why the consent to a late entry did not count; undefined: nothing was said. */
  readonly consentRefused: string | undefined
  /** The dialog of the consent is opened anew. */
  forgetConsent(): void
  save(form: IntakeForm, printerId: string | null, how?: SavingHow): void
}

export interface SavingHow {
  /** Of a supervisor, for a late entry. */
  readonly consent?: TypedConsent
  /** true: what the office does not demand before its receipt follows later. */
  readonly minimum?: boolean
}

export interface RegisteredAnswer {
  readonly applicationId: string
  readonly registrationNumber: string
  readonly jobId: string | null
  /** How much is still to be entered. */
  readonly lacking: number
}

export interface RegistrationOptions {
  /** The id of the application, once the station has given it. */
  whenKnown: () => Promise<string>
  draft: DraftKeeper
  onRegistered: (view: RegisteredAnswer) => void
  /** Whatever the answer, the consent was not what it was about. */
  onConsented: () => void
  /** Sentences for fields; the focus goes to the first. */
  onRefused: (sentences: ReadonlyMap<IntakeField, string>) => void
}

/** Saving. The draft stops keeping first, and goes on when the application was not registered. */
export function useRegistration(options: RegistrationOptions): Registration {
  const { timeZone } = useOffice()
  const { draft, whenKnown } = options
  const [refused, setRefused] = useState<string | null>(null)
  const [consentRefused, setConsentRefused] = useState<string>()
  const register = useMutation(useTRPC().intake.register.mutationOptions())

  const save = async (form: IntakeForm, printerId: string | null, { consent, minimum }: SavingHow) => {
    setRefused(null)
    setConsentRefused(undefined)
    await draft.settle()
    try {
      const applicationId = await whenKnown()
      // The draft has the id of the application, so that whoever continues it registers the same one.
      const answer = await register.mutateAsync({
        applicationId,
        draftId: applicationId,
        form,
        printerId,
        consent: consent ?? null,
        minimum: minimum === true,
      })
      if (answer.ok) return options.onRegistered(answer.value)
      draft.resume()
      const { refusal } = answer
      if (isOfConsent(refusal)) return setConsentRefused(sayRegisterRefusal(refusal, timeZone))
      options.onConsented()
      if (refusal.code === 'form-incomplete')
        return options.onRefused(
          new Map(refusal.fields.map((one) => [one.field, sayFieldRefusal(one.refusal)])),
        )
      if (refusal.code === 'nik-of-another' || refusal.code === 'identity-of-another')
        return options.onRefused(new Map([[refusal.field, sayRegisterRefusal(refusal, timeZone)]]))
      setRefused(sayRegisterRefusal(refusal, timeZone))
    } catch (error) {
      draft.resume()
      options.onConsented()
      setRefused(words.saveFailed(faultOf(error, timeZone).code))
    }
  }
  return {
    saving: register.isPending,
    refused,
    consentRefused,
    forgetConsent: () => setConsentRefused(undefined),
    save: (form, printerId, how) => void save(form, printerId, how ?? {}),
  }
}

const isOfConsent = ({ code }: { readonly code: string }): boolean => code.startsWith('consent-')
