import type { ApplicationState } from '#domain/application-state.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import { longDate } from '#domain/indonesian.ts'
import { countInWords } from '#domain/indonesian-numbers.ts'
import type { Product } from '#domain/permit.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { getType, type Office } from './office.ts'
import {
  cityName,
  decisionReference,
  homeAddress,
  placeAddress,
  placeLeader,
  type SheetFrame,
} from './permit-content.ts'

const salutations = { male: ['Saudara', 'Sdr.'], female: ['Saudari', 'Sdri.'] } as const

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
  const [salutation, short] = applicant.sex === null ? ['Saudara/i', ''] : salutations[applicant.sex]
  const leader = placeLeader(state)
  return {
    kind: 'refusal-letter',
    paper: frame.rule.paper,
    template: {
      ...refusalTemplate,
      copies: frame.rule.copyTo.filter((one) => leader !== '' || !one.includes('{placeLeader}')),
    },
    data: {
      letterhead: frame.letterhead,
      crest: null,
      number: product.number?.text ?? null,
      placeAndDate: `${profile.city}, ${longDate(day)}`,
      addressee: {
        name: `${short} ${applicant.nameOnPermit ?? applicant.name}`.trim(),
        lines: [homeAddress(applicant, city)],
      },
      facts: {
        permitTypeName: `${type.name} (${type.code})`,
        salutation,
        registrationNumber: state.registrationNumber.text,
        registeredOn: longDate(state.filedOn),
        placeName: maskFullNik(data.facility?.name ?? ''),
        placeAddress: data.facility ? maskFullNik(placeAddress(data.facility, city)) : '',
        placeLeader: leader,
        ordinal: data.practiceOrdinal === null ? '' : countInWords(data.practiceOrdinal),
        examination: examinationOf(state),
        findingReference: decisionReference(office, state),
        healthOffice: profile.healthOffice,
      },
      reasons: [maskFullNik(state.note ?? 'persyaratan tidak terpenuhi').replace(/[.\s]+$/, '')],
      signatory: frame.signatory,
      face: profile.face,
      marks: product.number ? [] : [{ kind: 'watermark', word: 'DRAF' }],
      createdAt: frame.createdAt,
    },
  }
}

/** What the refusal really rests on: a letter never names an inspection that nobody made. */
function examinationOf({ outputs }: ApplicationState): string {
  if (outputs.some((one) => one.inspected)) return 'pemeriksaan administrasi dan pemeriksaan lapangan'
  if (outputs.length > 0) return 'pemeriksaan administrasi dan pemeriksaan teknis'
  return 'pemeriksaan administrasi'
}
