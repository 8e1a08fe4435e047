import { useQuery } from '@tanstack/react-query'
import type { IntakeForm } from '#domain/intake-form.ts'
import { kindTellsOrdinal } from '#domain/permit-type.ts'
import type { ApplicationKind, PermitCategory } from '#domain/permit-type.ts'
import type { OfferView, RouteView } from '#contract/intake.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import type { SelectOption } from '../../ui/select-field.tsx'

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

const categoryOrder: readonly PermitCategory[] = ['SIP', 'SIK', 'REG', 'OPR', 'CERT', 'REV']

/** The types under their categories; one that is filed elsewhere says so in its second line. */
export function typeOptions(offers: readonly OfferView[]): readonly SelectOption[] {
  const order = (one: OfferView): number => categoryOrder.indexOf(one.category)
  return offers
    .toSorted((a, b) => order(a) - order(b) || a.order - b.order)
    .map((one) => ({
      value: one.code,
      code: one.code,
      label: one.name,
      note: [one.profession, ...wayOf(one)].join(' · '),
      group: words.categories[one.category],
      keywords: `${one.catalogueCode} ${one.catalogueName}`,
    }))
}

const wayOf = ({ kinds }: OfferView): readonly string[] => {
  const route = kinds[0]?.route
  return route === undefined || route.to === 'own-office' ? [] : [words.filedThrough[route.to]]
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
