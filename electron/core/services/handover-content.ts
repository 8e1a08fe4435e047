import type { ApplicationState } from '#domain/application-state.ts'
import type { HandoverPaperData } from '#domain/documents/handover-sheet.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import type { OldPermitAnswer } from '#domain/handover.ts'
import type { IdentitySeen } from '#domain/identity-seen.ts'
import type { Instant } from '#domain/instant.ts'
import { longDate } from '#domain/indonesian.ts'
import type { OriginalsOfAct } from '#domain/kept-originals.ts'
import { countInWords } from '#domain/indonesian-numbers.ts'
import { maskNik, type Nik } from '#domain/nik.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import type { Product } from '#domain/permit.ts'
import { documentRule } from '#domain/profile.ts'
import { trackAddress, type VerificationCode } from '#domain/verification-code.ts'
import { oldPermitText } from '#domain/wording/handover.ts'
import { identitySeenText } from '#domain/wording/identity.ts'
import { originalsOnReceipt, type OriginalsOnReceipt } from './originals-of-act.ts'
import { getType, type Office, type SignedIn } from './office.ts'
import { holderName } from './paper-words.ts'
import { counterOf, longMoment, printedLetterhead } from './print-content.ts'
import type { Receiver } from './reception.ts'

/** One of the papers that a receipt of handover lists. */
export interface HandedPaper {
  readonly state: ApplicationState
  readonly product: Product
  readonly oldPermit: OldPermitAnswer | null
  readonly originals: OriginalsOfAct
}

/** The receiver with what was seen of them, and when. */
export interface ReceptionSeen extends Receiver {
  readonly identity: IdentitySeen
  readonly receiptLost: boolean
  readonly signatureSha256: string | null
  readonly at: Instant
}

/** With a capital, as a sentence begins. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** *Bagus Wirayudha, kuasa pemegang izin, NIK 6171************* */
export function receiverWords({ receivedBy, relation, receiverNik }: Receiver, holder: string): string {
  const nik = receiverNik === null ? '' : `, NIK ${maskNik(receiverNik as Nik)}`
  return `${receivedBy}, ${relation === 'self' ? holder : relation}${nik}`
}

/** What was seen before something left the counter. */
export const basisWords = (
  { identity, receiptLost }: Pick<ReceptionSeen, 'identity' | 'receiptLost'>,
  numbers: readonly string[],
): string =>
  receiptLost
    ? `Surat pernyataan kehilangan tanda terima dan ${identitySeenText(identity)}`
    : numbers.length === 1
      ? `Tanda terima berkas ${numbers[0] ?? ''} dan ${identitySeenText(identity)}`
      : `Tanda terima berkas ${countInWords(numbers.length)} permohonan dan ${identitySeenText(identity)}`

const permitNumberOf = ({ state, product }: HandedPaper): string => {
  if (!product.number) throw new Error(`${state.registrationNumber.text} hands over a paper without a number`)
  return product.number.text
}

/** What became of each original; what stayed says why. */
const originalLines = ({ given, left }: OriginalsOnReceipt): HandoverPaperData['originals'] => [
  ...given.map(({ label, count }) => ({
    head: 'Asli dikembalikan',
    text: `${label}, ${countInWords(count)} lembar`,
  })),
  ...left.map(({ label, count, reason }) => ({
    head: 'Asli di kantor',
    text: `${label}, ${countInWords(count)} lembar: ${maskFullNik(reason)}`,
  })),
]

function paperData(office: Office, paper: HandedPaper): HandoverPaperData {
  const { state, product, oldPermit, originals } = paper
  const type = getType(office, state.data.permitTypeCode)
  return {
    registerNumber: state.registrationNumber.text,
    permitCode: type.code,
    permitName: paperName(product, `${type.name} (${type.code})`),
    permitNumber: permitNumberOf(paper),
    holderName: holderName(state),
    validUntil: validUntilWord(product),
    document: `${countInWords(1)} lembar asli, ${product.signature?.method === 'electronic' ? 'tanda tangan elektronik' : 'tanda tangan basah'}`,
    oldPermit: oldPermit === null ? null : maskFullNik(sentence(oldPermitText(oldPermit))),
    originals: originalLines(originalsOnReceipt(office, state, originals)),
  }
}

/** The receipt that the applicant or representative signs on pick-up (domain 5.6), for one paper or for several. */
export function handoverContent(
  office: Office,
  papers: readonly HandedPaper[],
  reception: ReceptionSeen,
  who: SignedIn,
): PrintContent {
  const { profile } = office
  const [first] = papers
  if (!first) throw new Error('a receipt of handover lists no paper')
  const day = officeDateOf(reception.at, profile.timeZone)
  const listed = papers.map((one) => paperData(office, one))
  const { permitCode: _, oldPermit, originals, ...single } = paperData(office, first)
  return {
    kind: 'handover-receipt',
    paper: documentRule(profile, 'handover-receipt').paper,
    signatureSha256: reception.signatureSha256,
    data: {
      letterhead: printedLetterhead(profile, day, false),
      crest: null,
      ...single,
      oldPermit,
      originals,
      papers: papers.length === 1 ? [] : listed,
      qr: trackAddress(profile.portalPublicBase, first.state.trackingCode as VerificationCode),
      handedOverAt: longMoment(office, reception.at),
      receivedByName: reception.receivedBy,
      receivedBy: receiverWords(reception, 'pemegang izin'),
      basis: basisWords(
        reception,
        listed.map((one) => one.registerNumber),
      ),
      officerName: who.user.name,
      counter: counterOf(who),
      note: 'Periksa nama, tempat praktik, dan masa berlaku sebelum meninggalkan loket.',
      reprint: null,
      createdAt: reception.at,
    },
  }
}

const paperNames = {
  permit: '',
  'refusal-letter': 'Surat penolakan ',
  'revocation-decree': 'Keputusan pencabutan ',
} as const
const paperName = ({ kind }: Product, permit: string): string => `${paperNames[kind]}${permit}`

const validUntilWord = ({ kind, validUntil }: Product): string =>
  kind !== 'permit' ? '–' : validUntil === null ? 'Seumur hidup' : longDate(validUntil)
