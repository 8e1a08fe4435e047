import type { ApplicationState } from '#domain/application-state.ts'
import type { Letter } from '#domain/letter.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import { versionOn } from '#domain/documents/template.ts'
import { longDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import type { SignedBy } from '#domain/permit.ts'
import { documentRule } from '#domain/profile.ts'
import { printSchedule } from '#domain/schedule.ts'
import { getType, type Office } from './office.ts'
import { holderName, ordinalWords, placeAddress, regionOf, requestWords } from './paper-words.ts'
import { printedLetterhead, signatoryOf } from './print-content.ts'

/** The letter that asks the technical agency for its recommendation (domain 2.4, steps 9 and 10). */
export function requestContent(
  office: Office,
  state: ApplicationState,
  letter: Letter,
  signer: SignedBy,
  at: Instant,
): PrintContent {
  const { profile } = office
  const { data } = state
  const type = getType(office, data.permitTypeCode)
  const rule = documentRule(profile, 'recommendation-request')
  const letterhead = printedLetterhead(profile, letter.issuedOn, rule.letterhead === 'pre-printed-paper')
  const city = regionOf(letterhead.government)
  return {
    kind: 'recommendation-request',
    paper: rule.paper,
    template: { ...versionOn(office.texts.request, letter.issuedOn), copies: rule.copyTo },
    data: {
      letterhead,
      crest: null,
      number: letter.number.text,
      slots: false,
      place: profile.city,
      date: longDate(letter.issuedOn),
      verification: null,
      electronic: null,
      initials: rule.initials,
      signatory: signatoryOf(signer),
      face: profile.face,
      marks: [],
      createdAt: at,
      addressee: { name: `Kepala ${profile.healthOffice}`, lines: ['di tempat'] },
      facts: {
        permitTypeName: type.name,
        requestTitle: requestWords(state, type).title,
        registrationNumber: state.registrationNumber.text,
        registeredOn: longDate(state.filedOn),
        holderName: maskFullNik(holderName(state)),
        strNumber: data.str?.number ?? '',
        placeName: maskFullNik(data.facility?.name ?? ''),
        placeAddress: data.facility ? maskFullNik(placeAddress(office, data.facility, city)) : '',
        schedule: printSchedule(data.schedule, profile.timeZoneLabel),
        ordinal: ordinalWords(state),
        healthOffice: profile.healthOffice,
      },
    },
  }
}
