import type { EarlierPermitEffect } from '#domain/kind-rule.ts'
import { isPracticePermit } from '#domain/permit-type.ts'
import type { Route } from '#domain/route.ts'
import { kindLabel } from '#domain/wording/application.ts'
import type { OfferView, RouteView } from '#contract/intake.ts'
import type { Office } from '#services/office.ts'
import type { Offer } from '#services/offers.ts'

/** A way with the same fields for every target. */
export const routeView = (route: Route): RouteView =>
  route.to === 'own-office'
    ? { to: route.to, destination: '', address: '', reason: '', steps: [], bring: [] }
    : { ...route, steps: [...route.steps], bring: [...route.bring] }

const effectTexts: Readonly<Record<EarlierPermitEffect, string | null>> = {
  none: null,
  renewed: 'Izin terdahulu menjadi diperpanjang saat izin baru terbit.',
  replaced: 'Izin terdahulu diganti saat izin baru terbit.',
  revoked: 'Izin dicabut saat keputusan pencabutan terbit; tempat praktiknya menjadi bebas.',
}

/** What may be asked for under one name. */
export function offerView(office: Office, { type, lawOf, regime, kinds }: Offer): OfferView {
  const known = office.types.find((one) => one.code === type.catalogueCode)
  return {
    code: type.code,
    name: type.name,
    catalogueName: known?.name ?? type.name,
    catalogueCode: type.catalogueCode,
    category: type.category,
    profession: type.profession,
    holder: lawOf.holder,
    order: type.order,
    needsStr: regime.needsStr,
    needsSchedule: isPracticePermit(lawOf),
    placeLimit: regime.placeLimit,
    kinds: kinds.map(({ kind, rule, route }) => ({
      kind,
      label: rule.name ?? kindLabel(kind, null),
      needsEarlierPermit: rule.needsEarlierPermit,
      effect: rule.effect,
      effectText: effectTexts[rule.effect],
      startedBy: [...rule.startedBy],
      reasons: [...rule.reasons],
      route: routeView(route),
    })),
  }
}
