import type { ApplicationState } from '#domain/application-state.ts'
import type { Appointment } from '#domain/appointment.ts'
import type { AssignmentMember } from '#domain/documents/assignment-letter-sheet.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import { versionOn } from '#domain/documents/template.ts'
import { fullDate, longDate, timeRange } from '#domain/indonesian.ts'
import { countInWords } from '#domain/indonesian-numbers.ts'
import type { Instant } from '#domain/instant.ts'
import { formatNip, type Nip } from '#domain/nip.ts'
import type { SignedBy } from '#domain/permit.ts'
import { documentRule, localBasisOn } from '#domain/profile.ts'
import { appointmentLabel } from '#domain/wording/application.ts'
import { getType, type Office } from './office.ts'
import { holderName, placeAddress, regionOf } from './paper-words.ts'
import { printedLetterhead, signatoryOf } from './print-content.ts'

/** Where the holder practises, by name and address; empty: nowhere in particular. */
export function practicePlace(office: Office, { data }: ApplicationState, city: string): string {
  if (!data.facility) return ''
  return maskFullNik(`${data.facility.name}, ${placeAddress(office, data.facility, city)}`)
}

/** Who is sent, as they stand on paper. */
export const teamOnPaper = ({ team }: Pick<Appointment, 'team'>): readonly AssignmentMember[] =>
  team.map((one) => ({
    name: one.name,
    nip: one.nip === null ? null : formatNip(one.nip as Nip),
    post: one.post,
    part: one.leads ? 'Ketua' : 'Anggota',
  }))

/**
 * The *Surat Tugas* of an appointment. Letterhead, rules and signer are those of the day on the letter.
 *
 * @param states  its dossiers, in their order
 */
export function assignmentContent(
  office: Office,
  appointment: Appointment,
  states: readonly ApplicationState[],
  signer: SignedBy,
  at: Instant,
): PrintContent {
  const { profile } = office
  const { kind, letter, time, team } = appointment
  const rule = documentRule(profile, 'assignment-letter')
  const letterhead = printedLetterhead(profile, letter.issuedOn, rule.letterhead === 'pre-printed-paper')
  const city = regionOf(letterhead.government)
  const template = versionOn(office.texts.assignment, letter.issuedOn)
  return {
    kind: 'assignment-letter',
    paper: rule.paper,
    template: { ...template, copies: rule.copyTo },
    data: {
      kind,
      letterhead,
      crest: null,
      number: letter.number.text,
      place: profile.city,
      date: longDate(letter.issuedOn),
      verification: null,
      electronic: null,
      signatory: signatoryOf(signer),
      face: profile.face,
      marks: [],
      createdAt: at,
      basis: [...template.basis, ...localBasisOn(profile, 'assignment-letter', letter.issuedOn)],
      team: teamOnPaper(appointment),
      dossiers: states.map((state) => ({
        number: state.registrationNumber.text,
        holderName: maskFullNik(holderName(state)),
        permit: getType(office, state.data.permitTypeCode).code,
        place: practicePlace(office, state, city),
      })),
      facts: {
        purpose: maskFullNik(appointment.purpose),
        appointment: appointmentLabel(kind).toLowerCase(),
        date: fullDate(time.date),
        hours: `${timeRange(time.from, time.until)} ${profile.timeZoneLabel}`,
        place: maskFullNik(time.place),
        leader: team.find((one) => one.leads)?.name ?? '',
        healthOffice: profile.healthOffice,
        count: countInWords(states.length),
      },
    },
  }
}
