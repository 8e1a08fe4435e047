import { useQuery } from '@tanstack/react-query'
import type { IntakeForm } from '#domain/intake-form.ts'
import { kindTellsOrdinal } from '#domain/permit-type.ts'
import type { ApplicationKind } from '#domain/permit-type.ts'
import type { OfferView, RouteView } from '#contract/intake.ts'
import { useTRPC } from '../../lib/api-client.ts'

export type OfferedKind = OfferView['kinds'][number]

/** What may be asked for at this counter today, and what of it the form asks for. */
export interface Offers {
  readonly all: readonly OfferView[]
  /** undefined: no type is chosen yet. */
  readonly offer: OfferView | undefined
  readonly kind: OfferedKind | undefined
  /** Where this kind of the type is filed, if not here. */
  readonly elsewhere: RouteView | null
  /** The list could not be asked for. */
  readonly failed: boolean
}

/** The office's own list of permit types with their kinds, and the choice that the form holds. */
export function useOffers(form: Pick<IntakeForm, 'permitTypeCode' | 'kind'>): Offers {
  const { data, isError } = useQuery(useTRPC().intake.offers.queryOptions())
  const all = data ?? []
  const offer = all.find(({ code }) => code === form.permitTypeCode)
  const kind = offer?.kinds.find((one) => one.kind === form.kind)
  return {
    all,
    offer,
    kind,
    elsewhere: kind === undefined || kind.route.to === 'own-office' ? null : kind.route,
    failed: isError,
  }
}

/**
 * Whether the office's list is here, or will not come. Until then a form says that its type does not exist, and a quick hand is
 * led to that field.
 */
export function useOffersKnown(): boolean {
  const { data, isError } = useQuery(useTRPC().intake.offers.queryOptions())
  return data !== undefined || isError
}

/** What choosing a type changes: a kind that it has, its usual place, and answers of another type go. */
export function choiceOf(
  offer: OfferView | undefined,
  form: Pick<IntakeForm, 'kind' | 'facilityKind'>,
): Partial<IntakeForm> {
  const kind = offer?.kinds.find((one) => one.kind === form.kind) ?? offer?.kinds[0]
  const isBusiness = offer?.holder === 'company'
  return {
    kind: kind?.kind ?? 'new',
    ...(isBusiness === (form.facilityKind === 'business')
      ? {}
      : { facilityKind: isBusiness ? 'business' : 'facility' }),
    ...(kind === undefined ? {} : kindChoice(kind)),
  }
}

/** What choosing a kind changes: who begins it, and what only another kind has. */
export function kindChoice(kind: OfferedKind): Partial<IntakeForm> {
  return {
    kind: kind.kind,
    startedBy: kind.startedBy[0] ?? 'holder',
    reasonCode: '',
    ...(kind.needsEarlierPermit
      ? {}
      : { targetPermitId: null, targetPermitNumber: '', targetPermitOnPaper: false, effectiveOn: '' }),
  }
}

/** Whether it is told if the permit is the first, second or third: where more places than one are allowed. */
export const asksOrdinal = ({ offer }: Pick<Offers, 'offer'>, kind: ApplicationKind): boolean =>
  offer?.needsSchedule === true && offer.placeLimit !== 1 && kindTellsOrdinal(kind)
