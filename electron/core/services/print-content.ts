import type { Instant } from '#domain/instant.ts'
import { statusOf, type ApplicationState } from '#domain/application-state.ts'
import { electronicNote, type CertificateIssuer } from '#domain/documents/electronic-note.ts'
import type { ProductContent } from '#domain/documents/print-content.ts'
import { duplicateMark } from '#domain/documents/product-marks.ts'
import type { BandMark } from '#domain/documents/sheet.ts'
import { versionOn } from '#domain/documents/template.ts'
import { numbersAfterSigning, sheetAsItStands, type ProductSheet } from '#domain/product-sheet.ts'
import { signingMethod } from '#domain/signing.ts'
import type { Letterhead as PrintedLetterhead } from '#domain/documents/letterhead.ts'
import type { Signatory } from '#domain/documents/signature.ts'
import { clockTime, fullDate, longDate, narrowDate } from '#domain/indonesian.ts'
import { formatNip, type Nip } from '#domain/nip.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import type { SignedBy } from '#domain/permit.ts'
import { documentRule, letterheadOn, type OfficeProfile } from '#domain/profile.ts'
import type { RequirementForm } from '#domain/permit-type.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { paperAt } from '#domain/usual-papers.ts'
import { officeToday } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'
import { signerOn } from './record-signature.ts'
import { decreeContent } from './decree-content.ts'
import { permitContent, type SheetFrame } from './permit-content.ts'
import { refusalContent } from './refusal-content.ts'

const forms: Readonly<Record<RequirementForm, string>> = {
  original: 'asli',
  legalised: 'legalisir',
  copy: 'salinan',
  digital: 'berkas',
}

export const requirementFormWord = (form: RequirementForm): string => forms[form]

/** The letterhead in force on a day, as sheets want it. */
export function printedLetterhead(
  profile: OfficeProfile,
  day: OfficeDate,
  preprinted: boolean,
): PrintedLetterhead {
  const { government, agency, agencyShort, address, addressShort } = letterheadOn(profile, day)
  return { government, agency, agencyShort, address, addressShort, preprinted }
}

/** A signer as printed under a document. */
export function signatoryOf(signer: SignedBy): Signatory {
  return {
    capacity: signer.capacity,
    titleLines: signer.position.split('\n'),
    ...(signer.ownPosition !== undefined && { ownTitleLines: signer.ownPosition.split('\n') }),
    name: signer.name,
    ...(signer.rank === null ? {} : { rank: signer.rank }),
    nip: signer.nip === null ? null : formatNip(signer.nip as Nip),
  }
}

/** `Rabu, 14 Oktober 2026, 09.42 WIB` */
export const longMoment = (office: Office, at: Instant): string => {
  const { timeZone, timeZoneLabel } = office.profile
  return `${fullDate(officeDateOf(at, timeZone))}, ${clockTime(officeTimeOf(at, timeZone))} ${timeZoneLabel}`
}

/** `Rab 14-10-2026, 09.42` */
export const shortMoment = (office: Office, at: Instant): string =>
  `${narrowDate(officeDateOf(at, office.profile.timeZone))}, ${clockTime(officeTimeOf(at, office.profile.timeZone))}`

/** The counter without its word, which the sheet prints itself: `2`. */
export const counterOf = (who: SignedIn): string => counterWord(who.user.counter ?? who.station)

export const counterWord = (counter: string): string => counter.replace(/^loket\s+/i, '')

/** Nobody holds the post on the day that the paper bears. */
export type ProductContentRefusal = {
  readonly code: 'post-vacant'
  readonly post: string
  readonly on: OfficeDate
}

/** What every print of a dossier's paper bears, whoever prints it: a replacement says of which permit it takes the place. */
export function bandsOf(profile: OfficeProfile, { data, product }: ApplicationState): readonly BandMark[] {
  if (product?.kind !== 'permit' || data.kind !== 'replacement') return []
  if (documentRule(profile, 'permit').replacementMark === 'none') return []
  const date = product.issuedOn === null ? null : longDate(product.issuedOn)
  return [duplicateMark(data.targetPermitNumber, product.number?.text ?? null, date)]
}

/** Whether the application ended before its permit was signed. A letter or a decree is what such an end is told by. */
const isTurnedDown = (state: ApplicationState): boolean => {
  const status = statusOf(state)
  return (
    state.product?.kind === 'permit' &&
    state.product.signature === null &&
    (status === 'refused' || status === 'withdrawn')
  )
}

/**
 * The permit, letter or decree of a dossier as it stands, ready for print or preview. Its texts, letterhead and local
 * rules are those of the day on the paper; its signer the one who signed, or who is in force now.
 *
 * @param sheet   what is wanted of it; left out: as it stands now
 * @param issuer  of the certificate that signs it; null: not known yet, and the paper names nobody
 * @param bands   of this very print, beside those of the paper itself
 * Refuses `post-vacant`; throws where there is no product.
 */
export function productContent(
  office: Office,
  state: ApplicationState,
  at: Instant,
  sheet: ProductSheet = sheetAsItStands(office.profile.stageTable, state),
  issuer: CertificateIssuer | null = null,
  bands: readonly BandMark[] = [],
): Result<ProductContent, ProductContentRefusal> {
  const { product } = state
  if (!product) throw new Error(`${state.registrationNumber.text} has no product to print`)
  const { kind } = product
  const { profile } = office
  const rule = documentRule(profile, kind)
  if (rule.signer === null) throw new Error(`profile ${profile.code} lets nobody sign ${kind}`)
  const today = officeToday(office, at)
  const signer = product.signature?.by ?? signerOn(profile, rule.signer, today)
  if (!signer) return refuse({ code: 'post-vacant', post: rule.signer, on: today })
  const day = product.issuedOn ?? product.signature?.on ?? today
  const method = product.signature?.method ?? signingMethod(profile.stageTable)
  const frame: SheetFrame = {
    letterhead: printedLetterhead(profile, day, rule.letterhead === 'pre-printed-paper'),
    signatory: signatoryOf(signer),
    // Number and date meet the sheet that was signed, whatever lies in the tray by now.
    rule:
      sheet === 'overprint' && product.signature
        ? { ...rule, paper: paperAt(profile, kind, product.signature.recordedAt) }
        : rule,
    createdAt: at,
    day,
    sheet,
    slots: numbersAfterSigning(profile.stageTable),
    isTurnedDown: isTurnedDown(state),
    bands: [...bandsOf(profile, state), ...bands],
    electronic:
      method === 'electronic' ? electronicNote(versionOn(office.texts.electronicNote, day), issuer) : null,
  }
  switch (kind) {
    case 'permit':
      return ok(permitContent(office, state, product, frame))
    case 'refusal-letter':
      return ok(refusalContent(office, state, product, frame))
    case 'revocation-decree':
      return ok(decreeContent(office, state, product, frame))
  }
}
