import type { ApplicationState } from '#domain/application-state.ts'
import type { EarlierPermit } from '#domain/application.ts'
import {
  countRenewals,
  findEarlierPermit,
  permitsOf,
  refuseEarlierPermit,
  type EarlierPermitRefusal,
  type HeldPermit,
} from '#domain/earlier-permit.ts'
import type { IntakeReading } from '#domain/intake.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { ApplicationKind, PermitType, Regime } from '#domain/permit-type.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Office } from './office.ts'

/** The permit that an application begins from, and whether it still takes a place of its own. */
export interface TakenPermit {
  readonly data: EarlierPermit
  /** null: known on paper only. */
  readonly permitId: string | null
  readonly number: string
  /** true: it is in force and in the register, so the new application takes its place and not a further one. */
  readonly standsAside: boolean
}

/** What decides which permit of the register an application may begin from. */
export interface EarlierQuestion {
  readonly type: PermitType
  readonly regime: Regime
  readonly kind: ApplicationKind
  readonly foreigner: boolean
  /** All of the holder's applications in this office. */
  readonly applications: readonly ApplicationState[]
  readonly today: OfficeDate
}

/** Name of a permit's type when it is not the one that is asked for; null: it is. Local names of one type are one. */
export function otherTypeName(office: Office, type: PermitType, permit: HeldPermit): string | null {
  const held = office.types.find((one) => one.code === permit.permitTypeCode)
  const isSame =
    held?.code === type.code ||
    (held?.catalogueCode === type.catalogueCode && held.profession === type.profession)
  return isSame ? null : (held?.name ?? permit.permitTypeCode)
}

/** Why a permit cannot be taken for this kind; null: it can. */
export function refuseTaking(
  office: Office,
  { type, regime, kind, foreigner, applications }: EarlierQuestion,
  permit: HeldPermit,
): EarlierPermitRefusal | null {
  const number = permit.number.text
  const typeName = otherTypeName(office, type, permit)
  if (typeName !== null) return { code: 'earlier-permit-of-other-type', number, typeName }
  const refusal = refuseEarlierPermit(permit, type.kindRules[kind])
  if (refusal) return refusal
  const limit = foreigner && regime.validity.rule === 'years' ? regime.validity.foreigner : null
  return kind === 'renewal' && limit && countRenewals(permit, applications) >= limit.renewals
    ? { code: 'foreigner-renewals-used', number, renewals: limit.renewals }
    : null
}

/**
 * Decides which permit an application renews, changes, replaces or revokes.
 *
 * @param findOwner  the application of anybody whose paper bears a number; undefined: the register has none
 * @returns null for a kind that begins from none
 */
export async function takeEarlierPermit(
  office: Office,
  question: EarlierQuestion,
  reading: Pick<IntakeReading, 'earlier'>,
  findOwner: (number: string) => Promise<ApplicationState | undefined>,
): Promise<Result<TakenPermit | null, EarlierPermitRefusal>> {
  const { type, kind, applications, today } = question
  const { earlier } = reading
  const rule = type.kindRules[kind]
  // Not told yet, where data are entered behind the receipt.
  if (earlier === null || (earlier.permitId === null && earlier.number === '')) return ok(null)
  const permits = permitsOf(applications, today)
  const held = findEarlierPermit(permits, earlier)
  if (!held) {
    const number = earlier.number
    const owner = number === '' ? undefined : await findOwner(number)
    const isOwn = applications.some((one) => one.id === owner?.id)
    if (owner?.product?.kind === 'permit')
      return refuse({ code: isOwn ? 'earlier-permit-not-issued' : 'earlier-permit-of-another', number })
    if (!earlier.onPaper) return refuse({ code: 'earlier-permit-unknown', number })
    const { validUntil } = earlier
    if (validUntil !== null && validUntil < today && !rule.acceptsExpired)
      return refuse({ code: 'earlier-permit-not-active', number, status: 'expired', validUntil })
    return ok({
      data: { applicationId: null, effect: rule.effect, validUntil },
      permitId: null,
      number,
      standsAside: false,
    })
  }
  const refusal = refuseTaking(office, question, held)
  if (refusal) return refuse(refusal)
  return ok({
    data: {
      applicationId: held.applicationId,
      effect: rule.effect,
      validUntil: held.validUntil,
      issuedOn: held.issuedOn,
    },
    permitId: held.permitId,
    number: held.number.text,
    standsAside: held.status === 'active',
  })
}
