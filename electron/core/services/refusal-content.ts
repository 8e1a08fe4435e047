import type { ApplicationState } from '#domain/application-state.ts'
import type { ProductContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import { versionOn } from '#domain/documents/template.ts'
import { longDate } from '#domain/indonesian.ts'
import type { Product } from '#domain/permit.ts'
import { getType, type Office } from './office.ts'
import {
  complaintSentence,
  decisionReference,
  homeAddress,
  ordinalWords,
  placeAddress,
  placeLeader,
  regionOf,
  requestWords,
  salutationOf,
} from './paper-words.ts'
import { copiesOf, productFrame, type SheetFrame } from './permit-content.ts'

/** The refusal letter (domain 5.4): what was asked for, why it is refused, what can be done next. */
export function refusalContent(
  office: Office,
  state: ApplicationState,
  product: Product,
  frame: SheetFrame,
): ProductContent {
  const { profile } = office
  const { applicant, data } = state
  const type = getType(office, data.permitTypeCode)
  const city = regionOf(frame.letterhead.government)
  const { salutation, addressee } = salutationOf(state)
  const leader = placeLeader(state)
  const request = requestWords(state, type)
  return {
    kind: 'refusal-letter',
    sheet: frame.sheet,
    paper: frame.rule.paper,
    template: { ...versionOn(office.texts.refusal, frame.day), copies: copiesOf(frame, leader) },
    data: {
      ...productFrame(office, product, frame),
      initials: frame.rule.initials,
      addressee: {
        name: addressee,
        lines: [maskFullNik(homeAddress(office, applicant, city))],
      },
      facts: {
        permitTypeName: type.name,
        purpose: request.purpose,
        requestTitle: request.title,
        salutation,
        registrationNumber: state.registrationNumber.text,
        registeredOn: longDate(state.filedOn),
        placeName: maskFullNik(data.facility?.name ?? ''),
        placeAddress: data.facility ? maskFullNik(placeAddress(office, data.facility, city)) : '',
        placeLeader: leader,
        ordinal: ordinalWords(state),
        examination: examinationOf(state),
        findingReference: decisionReference(office, state),
        healthOffice: profile.healthOffice,
        complaints: complaintSentence(profile),
      },
      reasons: [maskFullNik(state.note ?? 'persyaratan tidak terpenuhi').replace(/[.\s]+$/, '')],
    },
  }
}

/** What the refusal really rests on: a letter never names an inspection that nobody made. */
function examinationOf({ outputs }: ApplicationState): string {
  if (outputs.some((one) => one.inspected)) return 'pemeriksaan administrasi dan pemeriksaan lapangan'
  if (outputs.length > 0) return 'pemeriksaan administrasi dan pemeriksaan teknis'
  return 'pemeriksaan administrasi'
}
