import type { EarlierPermitEffect } from '#domain/kind-rule.ts'
import { isPracticePermit } from '#domain/permit-type.ts'
import type { Route } from '#domain/route.ts'
import { kindLabel, permitStatusLabel } from '#domain/wording/application.ts'
import { sayFieldRefusal } from '#domain/wording/intake.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import type { EarlierPermitView, OfferView, RouteView } from '#contract/intake.ts'
import type { Referral } from '#ports/records.ts'
import type { OfferedPermit } from '#services/holder-permits.ts'
import { getType, type Office } from '#services/office.ts'
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

/** A permit that may be taken for a kind, or the sentence why it may not. */
export function earlierPermitView(
  office: Office,
  { permit, state, refusal, form }: OfferedPermit,
): EarlierPermitView {
  const { applicant, data } = state
  return {
    permitId: permit.permitId,
    applicationId: permit.applicationId,
    number: permit.number.text,
    permitTypeCode: permit.permitTypeCode,
    typeName: getType(office, permit.permitTypeCode).name,
    holderName: applicant.nameOnPermit ?? applicant.name,
    facilityName: data.facility?.name ?? null,
    issuedOn: permit.issuedOn,
    validUntil: permit.validUntil,
    status: permit.status,
    statusLabel: permitStatusLabel(permit.status),
    reason: refusal && sayFieldRefusal(refusal),
    form,
  }
}

/** Contacts by day, type and way, in the order of the days. */
export function referralCounts(office: Office, referrals: readonly Referral[]) {
  const counted = new Map<string, { first: Referral; count: number }>()
  for (const one of referrals) {
    const day = officeDateOf(one.at, office.profile.timeZone)
    const key = JSON.stringify([day, one.permitTypeCode, one.to])
    counted.set(key, { first: one, count: (counted.get(key)?.count ?? 0) + 1 })
  }
  return [...counted.values()].map(({ first, count }) => ({
    day: officeDateOf(first.at, office.profile.timeZone),
    permitTypeCode: first.permitTypeCode,
    typeName: office.types.find((one) => one.code === first.permitTypeCode)?.name ?? first.permitTypeCode,
    to: first.to,
    count,
  }))
}
