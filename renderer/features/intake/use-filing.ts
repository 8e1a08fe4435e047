import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FilingListView } from '#contract/collective.ts'
import { broughtBy } from '#domain/collective-filing.ts'
import { emptyIntakeForm } from '#domain/intake-form.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { useTRPC } from '../../lib/api-client.ts'

export interface FilingState {
  /** The id that the form carries; null: brought alone. */
  readonly id: string | null
  /** null: not there (yet). */
  readonly filing: FilingListView | null
  /** The station has answered that it knows no such filing. */
  readonly gone: boolean
  readonly failed: boolean
}

/** The *pengajuan kolektif* in which a form is filled in, with what has been taken so far. */
export function useFiling(id: string | null): FilingState {
  const answer = useQuery(useTRPC().collective.get.queryOptions(id === null ? skipToken : { id }))
  return {
    id,
    filing: id === null ? null : (answer.data ?? null),
    gone: id !== null && answer.data === null,
    failed: id !== null && answer.isError && answer.data === undefined,
  }
}

/** The form as it is saved: the bringer is the representative of each, but for their own dossier. */
export function useBrought(form: IntakeForm, filing: FilingListView | null): IntakeForm {
  const bringer = filing?.bringer
  return useMemo(
    () => (bringer === undefined ? form : { ...form, ...broughtBy(bringer, form) }),
    [form, bringer],
  )
}

/** The next empty form of a filing. What a facility brings is for its own place: that stays, everything else is typed. */
export function nextInFiling(form: IntakeForm, filing: FilingListView | null): IntakeForm {
  const own = filing?.bringer.kind === 'facility'
  return {
    ...emptyIntakeForm,
    collectiveFilingId: form.collectiveFilingId,
    ...(own
      ? {
          facilityKind: form.facilityKind,
          facilityName: form.facilityName,
          facilityAddress: form.facilityAddress,
          facilityVillage: form.facilityVillage,
          facilityDistrict: form.facilityDistrict,
        }
      : {}),
  }
}

export const noRepresentative = {
  representativeName: '',
  representativeNik: '',
  representativePhone: '',
  representativeRelation: '',
} as const
