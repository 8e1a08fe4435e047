import type { ApplicationState } from '#domain/application-state.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import { versionOn } from '#domain/documents/template.ts'
import type { ExpiryLetter } from '#domain/expiry-notice.ts'
import { longDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { SignedBy } from '#domain/permit.ts'
import { regimeOn, requirementsFor } from '#domain/permit-type.ts'
import { documentRule, letterheadOn } from '#domain/profile.ts'
import { requirementFacts } from './move-facts.ts'
import { getType, type Office } from './office.ts'
import {
  complaintSentence,
  holderName,
  homeAddress,
  placeAddress,
  regionOf,
  salutationOf,
} from './paper-words.ts'
import { printedLetterhead, signatoryOf } from './print-content.ts'

/** What a renewal of this permit asks for by the law of a day; empty: the type has no rules for it. */
function renewalRequirements(office: Office, state: ApplicationState, day: OfficeDate): readonly string[] {
  const regime = regimeOn(getType(office, state.data.permitTypeCode), day)
  if (!regime.ok) return []
  // Somebody may come in the holder's place; the letter is to the holder.
  const facts = { ...requirementFacts(state), kind: 'renewal' as const, filedByRepresentative: false }
  return requirementsFor(regime.value, facts).map(({ label }) => label)
}

/** The letter that tells a holder when the permit ends. Letterhead, requirements and signer are those of the day on it. */
export function expiryContent(
  office: Office,
  state: ApplicationState,
  letter: ExpiryLetter,
  signer: SignedBy,
  at: Instant,
): PrintContent {
  const { profile } = office
  const { applicant, data, product } = state
  const day = letter.issuedOn
  const rule = documentRule(profile, 'expiry-letter')
  const letterhead = printedLetterhead(profile, day, rule.letterhead === 'pre-printed-paper')
  const city = regionOf(letterhead.government)
  const { salutation, addressee } = salutationOf(state)
  return {
    kind: 'expiry-letter',
    paper: rule.paper,
    template: { ...versionOn(office.texts.expiry, day), copies: rule.copyTo },
    data: {
      letterhead,
      crest: null,
      number: letter.number.text,
      slots: false,
      place: profile.city,
      date: longDate(day),
      verification: null,
      electronic: null,
      initials: rule.initials,
      signatory: signatoryOf(signer),
      face: profile.face,
      marks: [],
      createdAt: at,
      addressee: { name: maskFullNik(addressee), lines: [maskFullNik(homeAddress(office, applicant, city))] },
      facts: {
        permitTypeName: getType(office, data.permitTypeCode).name,
        permitNumber: product?.number?.text ?? '',
        issuedOn: product?.issuedOn ? longDate(product.issuedOn) : '',
        validUntil: product?.validUntil ? longDate(product.validUntil) : '',
        holderName: maskFullNik(holderName(state)),
        salutation,
        placeName: maskFullNik(data.facility?.name ?? ''),
        placeAddress: data.facility ? maskFullNik(placeAddress(office, data.facility, city)) : '',
        officeName: profile.shortName,
        address: letterheadOn(profile, day).addressShort,
        hours: profile.receipt.counterHours.join('; '),
        complaints: complaintSentence(profile),
      },
      requirements: renewalRequirements(office, state, day),
    },
  }
}
