import type { OfferView } from '#contract/intake.ts'
import type { PermitCategory } from '#domain/permit-type.ts'
import { permitTypeWords as words } from '../locales/permit-types.ts'

const categoryOrder: readonly PermitCategory[] = ['SIP', 'SIK', 'REG', 'OPR', 'CERT', 'REV']

/** The types under their categories; one that is filed elsewhere says so in its second line. */
export function typeOptions(offers: readonly OfferView[]) {
  const order = (one: OfferView): number => categoryOrder.indexOf(one.category)
  return offers
    .toSorted((a, b) => order(a) - order(b) || a.order - b.order)
    .map((one) => ({
      value: one.code,
      code: one.code,
      label: one.name,
      note: [one.profession, ...wayOf(one)].join(' · '),
      kin: one.profession,
      group: words.categories[one.category],
      keywords: `${one.catalogueCode} ${one.catalogueName}`,
    }))
}

const wayOf = ({ kinds }: OfferView): readonly string[] => {
  const route = kinds[0]?.route
  return route === undefined || route.to === 'own-office' ? [] : [words.filedThrough[route.to]]
}
