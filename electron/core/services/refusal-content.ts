import type { ApplicationState } from '#domain/application-state.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { longDate } from '#domain/indonesian.ts'
import type { Product } from '#domain/permit.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { getType, type Office } from './office.ts'
import { cityName, homeAddress, placeAddress, type SheetFrame } from './permit-content.ts'

/** The refusal letter (domain 5.4): what was asked for, why it is refused, what can be done next. */
export function refusalContent(
  office: Office,
  state: ApplicationState,
  product: Product,
  frame: SheetFrame,
): PrintContent {
  const { profile, refusalTemplate } = office
  const { applicant, data } = state
  const type = getType(office, data.permitTypeCode)
  const city = cityName(office)
  const day = product.issuedOn ?? officeDateOf(frame.createdAt, profile.timeZone)
  return {
    kind: 'refusal-letter',
    paper: frame.rule.paper,
    template: { ...refusalTemplate, copies: frame.rule.copyTo },
    data: {
      letterhead: frame.letterhead,
      crest: null,
      number: product.number?.text ?? null,
      placeAndDate: `${profile.city}, ${longDate(day)}`,
      addressee: {
        name: applicant.nameOnPermit ?? applicant.name,
        lines: [homeAddress(applicant, city)],
      },
      facts: {
        registrationNumber: state.registrationNumber.text,
        registrationDate: longDate(state.filedOn),
        permitTypeName: type.name,
        permitTypeCode: type.code,
        holderName: applicant.nameOnPermit ?? applicant.name,
        request: kindLabel(data.kind, data.practiceOrdinal),
        placeName: data.facility?.name ?? '–',
        placeAddress: data.facility ? placeAddress(data.facility, city) : '–',
        complaints: profile.receipt.complaints.join('; '),
        agencyName: frame.letterhead.agency,
        healthOffice: profile.healthOffice,
        regionName: city,
      },
      reasons: [(state.note ?? 'persyaratan tidak terpenuhi').replace(/[.\s]+$/, '')],
      signatory: frame.signatory,
      face: 'sans',
      marks: product.number ? [] : [{ kind: 'watermark', word: 'DRAF' }],
      createdAt: frame.createdAt,
    },
  }
}
