import type { OfficeDate } from '#domain/office-date.ts'
import type { KindRule } from '#domain/kind-rule.ts'
import {
  regimeOn,
  requestedType,
  type ApplicationKind,
  type PermitType,
  type Regime,
} from '#domain/permit-type.ts'
import { ownOffice, type Route } from '#domain/route.ts'
import type { Office } from './office.ts'

/** One kind of application as this office offers it on a day. */
export interface OfferedKind {
  readonly kind: ApplicationKind
  readonly rule: KindRule
  /** Where it is filed. A permit that an office gave is revoked by that office, wherever new ones are filed. */
  readonly route: Route
}

/** A permit type that somebody at the counter may ask for on a day, here or elsewhere. */
export interface Offer {
  /** Under the name that was chosen: a name of the kind *pencabutan* stays that name. */
  readonly type: PermitType
  /** Whose law, papers and questions hold: for a name of a revocation the type that it revokes. */
  readonly lawOf: PermitType
  readonly regime: Regime
  readonly kinds: readonly OfferedKind[]
}

/** Way of one kind of a type under a regime. */
export const routeOf = (regime: Regime, kind: ApplicationKind): Route =>
  kind === 'revocation' ? ownOffice : regime.route

/** Everything that may be asked for at this counter on a day, in the order of the office's own list. */
export function offersOn(office: Office, day: OfficeDate): readonly Offer[] {
  return office.profile.offers.flatMap(({ code }) => offerOf(office, code, day) ?? [])
}

/** The offer of a code on a day; null: not offered by this office, or no law of that day knows it. */
export function offerOf(office: Office, code: string, day: OfficeDate): Offer | null {
  if (!office.profile.offers.some((one) => one.code === code)) return null
  const type = office.types.find((one) => one.code === code)
  if (!type) return null
  const lawOf = requestedType(office.types, type, 'new').type
  const regime = regimeOn(lawOf, day)
  if (!regime.ok) return null
  const kinds = lawOf === type ? type.kinds : type.kinds.filter((kind) => kind === 'revocation')
  return {
    type,
    lawOf,
    regime: regime.value,
    kinds: kinds.map((kind) => ({
      kind,
      rule: lawOf.kindRules[kind],
      route: routeOf(regime.value, kind),
    })),
  }
}
