import type { ApplicationState } from '#domain/application-state.ts'
import type { DecreeText } from '#domain/documents/decree-sheet.ts'
import type { ProductContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import { fillTemplate, versionOn } from '#domain/documents/template.ts'
import { longDate } from '#domain/indonesian.ts'
import type { Product } from '#domain/permit.ts'
import { localBasisOn } from '#domain/profile.ts'
import { regimeOf } from './law-of-dossier.ts'
import { getType, type Office } from './office.ts'
import {
  decisionReference,
  headOfAgency,
  holderName,
  ordinalWords,
  placeAddress,
  placeLeader,
  regionOf,
  titleCase,
} from './paper-words.ts'
import { copiesOf, productFrame, type SheetFrame } from './permit-content.ts'

/** Requirement by which the original permit is handed in with the request (domain 3.4, rows 29-32). */
const originalPermit = 'ORIGINAL_PERMIT'

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** The decree that revokes a permit (domain 5.5): which, whose, why, from when, and what becomes of its paper. */
export function decreeContent(
  office: Office,
  state: ApplicationState,
  product: Product,
  frame: SheetFrame,
): ProductContent {
  const { profile } = office
  const { data } = state
  const type = getType(office, data.permitTypeCode)
  const { legalBasis } = regimeOf(office, state)
  const text = versionOn(office.texts.decree, frame.day)
  const head = headOfAgency(frame.letterhead)
  const city = regionOf(frame.letterhead.government)
  const leader = placeLeader(state)
  const reason = reasonOf(office, state)
  const facts = {
    permitTypeName: type.name,
    permitTypeNameCaps: type.name.toUpperCase(),
    holderName: holderName(state),
    permitReference: permitReference(state),
    registrationNumber: state.registrationNumber.text,
    registeredOn: longDate(state.filedOn),
    reason,
    ground: '',
    surrender: '',
    placeName: maskFullNik(data.facility?.name ?? ''),
    placeAddress: data.facility ? maskFullNik(placeAddress(office, data.facility, city)) : '',
    placeLeader: leader,
    strNumber: data.str?.number ?? '',
    ordinal: ordinalWords(state),
    effectiveFrom: data.effectiveOn ? `tanggal ${longDate(data.effectiveOn)}` : 'tanggal ditetapkan',
    headOfAgency: titleCase(head),
    headOfAgencyCaps: head,
    healthOffice: profile.healthOffice,
    findingReference: decisionReference(office, state),
  }
  return {
    kind: 'revocation-decree',
    sheet: frame.sheet,
    paper: frame.rule.paper,
    template: { ...text, copies: withHolder(copiesOf(frame, leader)) },
    data: {
      ...productFrame(office, product, frame),
      initials: frame.rule.initials,
      office: head,
      facts: { ...facts, ...worded(text, state, facts) },
      basis: [...text.basis, ...legalBasis, ...localBasisOn(profile, 'revocation-decree', frame.day)],
    },
  }
}

/** The holder is told too; the archive stays the last. */
function withHolder(copies: readonly string[]): readonly string[] {
  const at = copies.findLastIndex((one) => one === 'Arsip')
  return at < 0 ? [...copies, 'Yang bersangkutan'] : copies.toSpliced(at, 0, 'Yang bersangkutan')
}

/** The sentences that depend on who began it and on whether the permit's paper is here. */
function worded(
  text: DecreeText,
  { data, documents }: ApplicationState,
  facts: Readonly<Record<string, string>>,
): { readonly ground: string; readonly surrender: string } {
  const isHere = documents.some(
    (one) => one.requirementCode === originalPermit && one.replacedBy === null && !one.removed,
  )
  return {
    ground: fillTemplate(text.grounds[data.startedBy ?? 'holder'], facts),
    surrender: fillTemplate(isHere ? text.surrendered : text.outstanding, facts),
  }
}

/** The reason in the words of the type's list; what the clerk noted where the list has none. */
function reasonOf(office: Office, { data, note }: ApplicationState): string {
  const { reasons } = getType(office, data.permitTypeCode).kindRules.revocation
  const label = reasons.find((one) => one.code === data.reasonCode)?.label
  return lowerFirst(label ?? maskFullNik(note ?? 'tidak lagi digunakan'))
}

/** `Nomor … tanggal …` of the permit that is revoked; the day by the register, else as its paper was read. */
function permitReference({ data, documents }: ApplicationState): string {
  const read = documents.findLast(
    (one) => one.requirementCode === originalPermit && one.replacedBy === null && !one.removed,
  )
  const day = data.earlierPermit?.issuedOn ?? read?.paper?.date
  const number = data.targetPermitNumber ?? read?.paper?.number
  return [number && `Nomor ${number}`, day && `tanggal ${longDate(day)}`].filter(Boolean).join(' ')
}
