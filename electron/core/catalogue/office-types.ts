import type { PermitType, Regime, Requirement } from '#domain/permit-type.ts'
import type { OfferedType, OfficeProfile } from '#domain/profile.ts'

/**
 * The permit types as this office knows them: those that it offers under its own names, with its own requirements and
 * way, and behind them the rest of the catalogue, whose dossiers may still lie here.
 */
export function officeTypes(
  profile: Pick<OfficeProfile, 'offers' | 'requirements'>,
  types: readonly PermitType[],
): readonly PermitType[] {
  const offered = profile.offers.flatMap((offer) => {
    const type = types.find((one) => one.code === offer.catalogueCode)
    return type ? [localType(type, offer, profile.requirements)] : []
  })
  return [...offered, ...types.filter((type) => !offered.some((one) => one.code === type.code))]
}

type Changes = OfficeProfile['requirements']

function localType(type: PermitType, offer: OfferedType, everywhere: Changes): PermitType {
  return {
    ...type,
    code: offer.code,
    name: offer.localName ?? type.name,
    title: offer.localTitle ?? offer.localName?.toUpperCase() ?? type.title,
    profession: offer.localProfession ?? type.profession,
    fields: type.fields.filter((one) => !offer.withoutFields.includes(one.code)),
    flags: [...new Set([...type.flags, ...offer.flags])],
    regimes: type.regimes.map((regime): Regime => ({
      ...regime,
      requirements: changed(changed(regime.requirements, everywhere), offer),
      // Another way than the law's is today's: a regime that has ended keeps the way of its days.
      route: regime.until === null ? (offer.route ?? regime.route) : regime.route,
    })),
  }
}

// A requirement of the same code takes the office's words but keeps the kinds for which the catalogue asks it.
function changed(requirements: readonly Requirement[], changes: Changes): readonly Requirement[] {
  const kept = requirements
    .filter((one) => !changes.without.includes(one.code))
    .map((one) => {
      const own = changes.with.find((other) => other.code === one.code)
      return own ? { ...own, when: { ...own.when, ...one.when } } : one
    })
  const added = changes.with.filter((one) => !kept.some((other) => other.code === one.code))
  return [
    ...kept,
    ...added.map((one): Requirement => ({
      ...one,
      when: { ...one.when, kind: one.when.kind ?? ['new', 'renewal', 'amendment'] },
    })),
  ]
}
