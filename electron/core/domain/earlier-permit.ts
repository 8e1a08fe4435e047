import type { ApplicationState } from './application-state.ts'
import type { KindRule } from './kind-rule.ts'
import { numberKey } from './number-key.ts'
import type { OfficeDate } from './office-date.ts'
import type { OfficialNumber, PermitStatus } from './permit.ts'
import type { ApplicationKind } from './requirement.ts'

/** A permit of the register, as it stands on a day. */
export interface HeldPermit {
  readonly permitId: string
  readonly applicationId: string
  readonly number: OfficialNumber
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  readonly issuedOn: OfficeDate
  /** null: for life. */
  readonly validUntil: OfficeDate | null
  readonly status: PermitStatus
  /** What has been decided about it for a day to come; null: nothing. Until that day it is in force. */
  readonly endDecided: PermitStatus | null
  /** Registration number of the open application that already renews, changes, replaces or revokes it; null: none. */
  readonly takenBy: string | null
}

export type EarlierPermitRefusal =
  /** Neither chosen nor typed. */
  | { readonly code: 'earlier-permit-needed' }
  | { readonly code: 'earlier-permit-unknown'; readonly number: string }
  | { readonly code: 'earlier-permit-of-another'; readonly number: string }
  /** The holder's own, numbered and not yet *terbit*. */
  | { readonly code: 'earlier-permit-not-issued'; readonly number: string }
  | { readonly code: 'earlier-permit-of-other-type'; readonly number: string; readonly typeName: string }
  | {
      readonly code: 'earlier-permit-not-active'
      readonly number: string
      readonly status: PermitStatus
      readonly validUntil: OfficeDate | null
    }
  | {
      readonly code: 'earlier-permit-taken'
      readonly number: string
      readonly registrationNumber: string
    }
  /** A foreigner's permit may be renewed so often only. */
  | { readonly code: 'foreigner-renewals-used'; readonly number: string; readonly renewals: number }

/** How a permit that came out of an application stands on a day; null: it never became *terbit*, or is no permit. */
export function permitStatusOn(
  state: Pick<ApplicationState, 'product' | 'issuedAt' | 'permitEnd'>,
  day: OfficeDate,
): PermitStatus | null {
  const { product, issuedAt } = state
  if (product?.kind !== 'permit' || issuedAt === null) return null
  // A revocation may be decided for a day to come: until then the permit is in force.
  if (state.permitEnd && state.permitEnd.on <= day) return state.permitEnd.status
  return product.validUntil !== null && product.validUntil < day ? 'expired' : 'active'
}

/** Whether an application is still under way: it may yet end in a paper. */
export const isUnderWay = (
  state: Pick<ApplicationState, 'issuedAt' | 'refusedAt' | 'withdrawnAt'>,
): boolean => state.issuedAt === null && state.refusedAt === null && state.withdrawnAt === null

/** The permits that came out of a person's applications, the newest first. */
export function permitsOf(applications: readonly ApplicationState[], day: OfficeDate): readonly HeldPermit[] {
  return applications
    .flatMap((state): HeldPermit[] => {
      const status = permitStatusOn(state, day)
      const { product, data } = state
      if (status === null || !product?.number || product.issuedOn === null) return []
      const taker = applications.find((one) => isUnderWay(one) && one.data.targetPermitId === product.id)
      return [
        {
          permitId: product.id,
          applicationId: state.id,
          number: product.number,
          permitTypeCode: data.permitTypeCode,
          kind: data.kind,
          issuedOn: product.issuedOn,
          validUntil: product.validUntil,
          status,
          endDecided: status === 'active' ? (state.permitEnd?.status ?? null) : null,
          takenBy: taker?.registrationNumber.text ?? null,
        },
      ]
    })
    .sort((a, b) => (a.issuedOn === b.issuedOn ? 0 : a.issuedOn < b.issuedOn ? 1 : -1))
}

/** Whether a kind may begin from a permit as it stands; null: it may. */
export function refuseEarlierPermit(
  permit: HeldPermit,
  rule: Pick<KindRule, 'acceptsExpired'>,
): EarlierPermitRefusal | null {
  const { validUntil, takenBy } = permit
  // Whoever renews a permit that is to be revoked would outlive the decree.
  const status = permit.endDecided ?? permit.status
  const number = permit.number.text
  if (takenBy !== null) return { code: 'earlier-permit-taken', number, registrationNumber: takenBy }
  return status === 'active' || (status === 'expired' && rule.acceptsExpired)
    ? null
    : { code: 'earlier-permit-not-active', number, status, validUntil }
}

/** The permit that was meant: by id, else by its number however it was spaced; undefined: none of these. */
export function findEarlierPermit(
  permits: readonly HeldPermit[],
  asked: { readonly permitId: string | null; readonly number: string },
): HeldPermit | undefined {
  const byId = permits.find((one) => one.permitId === asked.permitId)
  if (byId || asked.number.trim() === '') return byId
  const wanted = permits.filter((one) => numberKey(one.number.text) === numberKey(asked.number))
  // A permit that kept its number over a change stands twice; the one in force is meant.
  return wanted.find((one) => one.status === 'active') ?? wanted[0]
}

/**
 * How often a permit has been renewed already: the chain back from it, counting renewals.
 *
 * @param applications  all of the holder's
 */
export function countRenewals(permit: HeldPermit, applications: readonly ApplicationState[]): number {
  let count = 0
  const seen = new Set<string>()
  for (
    let state = applications.find((one) => one.id === permit.applicationId);
    state && !seen.has(state.id);
    state = applications.find((one) => one.id === state?.data.earlierPermit?.applicationId)
  ) {
    seen.add(state.id)
    if (state.data.kind === 'renewal') count += 1
  }
  return count
}
