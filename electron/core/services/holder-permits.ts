import type { ApplicationState } from '#domain/application-state.ts'
import { permitsOf, type EarlierPermitRefusal, type HeldPermit } from '#domain/earlier-permit.ts'
import { numericDate } from '#domain/indonesian.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import type { ApplicationKind } from '#domain/permit-type.ts'
import { formatPhone, type Phone } from '#domain/phone.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { clockTime } from '#domain/indonesian.ts'
import type { AnswerValue } from '#domain/own-answer.ts'
import { offerOf } from './offers.ts'
import { otherTypeName, refuseTaking } from './earlier-permit.ts'
import { getType, type Office } from './office.ts'

/** A permit that a new application may begin from, with why it may not and what it brings along. */
export interface OfferedPermit {
  readonly permit: HeldPermit
  readonly state: ApplicationState
  readonly refusal: EarlierPermitRefusal | null
  readonly form: Partial<IntakeForm>
}

/**
 * The permits of a holder that are of a type, the newest first.
 *
 * @param applications  all of the holder's
 * @param typeCode      what is asked for; null: whatever type each permit is of
 */
export function offeredPermits(
  office: Office,
  applications: readonly ApplicationState[],
  typeCode: string | null,
  kind: ApplicationKind,
  today: OfficeDate,
): readonly OfferedPermit[] {
  return permitsOf(applications, today).flatMap((permit): OfferedPermit[] => {
    const state = applications.find((one) => one.id === permit.applicationId)
    const offer = offerOf(office, typeCode ?? permit.permitTypeCode, today)
    if (!state || !offer || otherTypeName(office, offer.lawOf, permit) !== null) return []
    const asked = offer.lawOf === offer.type ? kind : 'revocation'
    const refusal = refuseTaking(
      office,
      {
        type: offer.lawOf,
        regime: offer.regime,
        kind: asked,
        foreigner: state.applicant.citizenship !== 'ID',
        applications,
        today,
      },
      permit,
    )
    return [{ permit, state, refusal, form: takenOver(office, state) }]
  })
}

/** An old book leaves much blank, which wipes out nothing that is typed already. */
function takenOver(office: Office, state: ApplicationState): Partial<IntakeForm> {
  const form = formFrom(office, state)
  return state.carried
    ? (Object.fromEntries(Object.entries(form).filter(([, value]) => value !== '')) as Partial<IntakeForm>)
    : form
}

const dayOrEmpty = (day: OfficeDate | null): string => (day === null ? '' : numericDate(day))

/** An answer as a clerk would type it. */
export const typedAnswer = (value: AnswerValue): string => {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return /^\d{4}-\d\d-\d\d$/.test(String(value))
    ? numericDate(String(value) as OfficeDate)
    : String(value).replace('.', typeof value === 'number' ? ',' : '.')
}

/**
 * Person, STR, place, hours and answers of an application as fields of the form. Answers with a greatest age are left out:
 * a laboratory's result is a new one each time.
 */
export function formFrom(office: Office, { applicant, data }: ApplicationState): Partial<IntakeForm> {
  const { company, identity } = applicant
  const { str, facility } = data
  const fields = getType(office, data.permitTypeCode).fields
  const lasting = fields.filter((one) => !(one.check?.rule === 'past' && one.check.maxAgeDays !== null))
  return {
    nik: company?.responsibleNik ?? applicant.nik ?? '',
    name: company?.responsibleName ?? applicant.name,
    nameOnPermit: applicant.nameOnPermit ?? '',
    birthPlace: applicant.birthPlace ?? '',
    birthDate: dayOrEmpty(applicant.birthDate),
    sex: applicant.sex ?? '',
    addressKtp: applicant.addressKtp ?? '',
    rtRw: applicant.rtRw ?? '',
    village: applicant.village ?? '',
    district: applicant.district ?? '',
    domicileDiffers: data.domicileDiffers ?? false,
    addressDomicile: applicant.addressDomicile ?? '',
    phone: applicant.phone === null ? '' : formatPhone(applicant.phone as Phone).replace(/[^\d+]/g, ''),
    email: applicant.email ?? '',
    citizenship: applicant.citizenship,
    identityKind: identity.kind,
    identityNumber: identity.kind === 'ktp' || identity.kind === 'ikd' ? '' : (identity.number ?? ''),
    identityValidUntil: dayOrEmpty(identity.validUntil),
    companyName: company?.name ?? '',
    companyNib: company?.nib ?? '',
    companyNpwp: company?.npwp ?? '',
    ...(data.practiceOrdinal === null ? undefined : { practiceOrdinal: data.practiceOrdinal }),
    strNumber: str?.number ?? '',
    strLifetime: str?.lifetime ?? true,
    strValidUntil: dayOrEmpty(str?.validUntil ?? null),
    ...(facility && {
      facilityKind: facility.kind,
      facilityName: facility.name,
      facilityAddress: facility.address,
      facilityVillage: facility.village ?? '',
      facilityDistrict: facility.district ?? '',
    }),
    ...(data.schedule.length > 0 && {
      schedule: data.schedule.map(({ days, from, until }) => ({
        days: [...days],
        from: clockTime(from),
        until: clockTime(until),
      })),
    }),
    answers: Object.fromEntries(
      lasting.map((one) => [one.code, typedAnswer(data.technical[one.code] ?? null)]),
    ),
  }
}
