import { useState } from 'react'
import { mayWait } from '#domain/intake-minimum.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { useOffice } from '../../lib/session.ts'
import type { IntakeDeskProps } from './intake-desk-props.ts'
import type { DeskForm } from './use-desk-form.ts'
import { useMissingList } from './use-missing-list.ts'
import { asksOrdinal } from './use-offers.ts'
import { useReferral } from './use-referral.ts'
import { useRegistration } from './use-registration.ts'

/** What becomes of the form: registered, registered on minimum data, sent on, or a list of what lacks. */
export function useDeskSaving(desk: DeskForm, props: IntakeDeskProps, printerId: string | null) {
  const office = useOffice()
  const [consenting, setConsenting] = useState(false)
  const { form, state, typed, bringing, identity, offers, outlook, elsewhere, draft, go } = desk
  const registration = useRegistration({
    whenKnown: desk.whenKnown,
    draft,
    onRegistered: (view) =>
      props.onRegistered(bringing.next, {
        ...view,
        applicant: form.nameOnPermit.trim() || form.name.trim(),
        permit: `${form.permitTypeCode}, ${kindLabel(form.kind, asksOrdinal(offers, form.kind) ? form.practiceOrdinal : null)}`,
        place: form.facilityName.trim(),
        promise: outlook.promise?.label ?? '–',
      }),
    onConsented: () => setConsenting(false),
    onRefused: (sentences) => {
      typed.answer(sentences)
      const [first] = sentences.keys()
      if (first !== undefined) go(first)
    },
  })
  const minimum = desk.isLate || desk.book !== null || elsewhere !== null ? null : office.minimum
  const demanded = minimum && state.refusals.filter((one) => !mayWait(form, minimum)(one))
  const referral = useReferral({
    form,
    printerId,
    draft,
    draftId: desk.applicationId,
    onReferred: (jobId) =>
      props.onReferred({
        jobId,
        permit: [form.permitTypeCode, offers.offer?.name].join(', '),
        destination: elsewhere?.destination ?? '',
        address: elsewhere?.address ?? '',
      }),
  })
  return {
    registration,
    referral,
    missing: useMissingList({ form, draftId: desk.applicationId ?? null, printerId }, state.refusals),
    consenting,
    cancelConsent: () => setConsenting(false),
    /** What even the minimum lacks; null: nothing may be saved before all of it is there. */
    demanded,
    /** The receipt now, the rest at the stage that enters it. */
    saveMinimum: () => {
      if (demanded === null) return
      const first = demanded[0]?.field ?? identity.stranger?.field
      if (first === undefined) return registration.save(form, printerId, { minimum: true })
      typed.tell(demanded.map(({ field }) => field))
      go(first)
    },
    save: () => {
      const first = state.refusals[0]
      if (first === undefined && identity.stranger === null) {
        if (!desk.isLate) return registration.save(form, printerId)
        registration.forgetConsent()
        return setConsenting(true)
      }
      typed.tell(state.refusals.map(({ field }) => field))
      go(first?.field ?? identity.stranger?.field ?? 'nik')
    },
  }
}

export type DeskSaving = ReturnType<typeof useDeskSaving>
