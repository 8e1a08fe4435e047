import type { DossierView } from '#contract/dossier.ts'
import type { WaitingPaperView } from '#contract/handover.ts'
import type { OfficeView } from '#contract/session.ts'
import type { oldPermitOutcomes, OldPermitAnswer } from '#domain/handover.ts'
import type { IdentityCard } from '#domain/identity-seen.ts'
import { isSigned } from '#domain/ink.ts'
import type { Stroke } from '#domain/ink.ts'
import { parseNik } from '#domain/nik.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import { lacksOriginals, originalAnswers } from '../../lib/originals.ts'
import type { OriginalForms } from '../../lib/originals.ts'

/** What the clerk says of an earlier paper; empty: not asked yet. */
export interface OldPermitForm {
  outcome: (typeof oldPermitOutcomes)[number] | ''
  /** The number of the police letter, or the reason. */
  words: string
}

/** Who stands at the counter, as typed. */
export interface Receiver {
  /** `email`: nobody stands at the counter, the file was sent. */
  who: 'holder' | 'proxy' | 'email'
  /** Where the signed file goes; absent: to the address of the application. */
  address?: string
  name: string
  relation: string
  nik: string
  /** Shown by whoever receives it. */
  card: IdentityCard
  checked: boolean
  receipt: 'shown' | 'lost'
  statementSigned: boolean
  /** By dossier. */
  old: Readonly<Record<string, OldPermitForm>>
  /** By original, of all dossiers of the act. */
  originals: OriginalForms
  /** Where the receipt is signed. */
  signs: 'paper' | 'screen'
  /** What was drawn on the screen, used or not. */
  strokes: readonly Stroke[]
}

/** Whether the office sends its papers by e-mail, and the applicant has given an address or is asked for one. */
export const canMail = (view: DossierView, delivery: OfficeView['delivery'], asks = false): boolean =>
  delivery === 'email' && (asks || view.applicant.email !== null)

/** Where the signed file goes, as it stands in the form. */
export const addressOf = (view: DossierView, receiver: Pick<Receiver, 'address'>): string =>
  receiver.address ?? view.applicant.email ?? ''

/** The representative of the application is the likely one when somebody else comes. */
export const firstReceiver = (view: DossierView, delivery: OfficeView['delivery']): Receiver => ({
  who: canMail(view, delivery) ? 'email' : 'holder',
  name: view.data.representative?.name ?? '',
  relation: view.data.representative?.relation ?? '',
  nik: '',
  card: view.applicant.nik === null ? 'passport' : 'ktp',
  checked: false,
  receipt: 'shown',
  statementSigned: false,
  old: {},
  originals: {},
  signs: 'paper',
  strokes: [],
})

type AskedPaper = Pick<WaitingPaperView, 'id' | 'asksOldPermit' | 'originals'>

export const oldPermitOf = (receiver: Receiver, id: string): OldPermitForm =>
  receiver.old[id] ?? { outcome: '', words: '' }

const isAnswered = ({ outcome, words }: OldPermitForm): boolean =>
  outcome === 'handed-in' || (outcome !== '' && words.trim() !== '')

export type Lacking = 'identity' | 'proxy' | 'statement' | 'old-permit' | 'originals' | 'papers' | 'signature'

/** What lacks of the receiver, whatever it is that goes out; undefined: nothing. */
export function lackingOfReceiver(receiver: Receiver): Lacking | undefined {
  if (receiver.who === 'proxy') {
    const nik = receiver.nik.trim()
    if (receiver.name.trim() === '' || receiver.relation.trim() === '') return 'proxy'
    if (nik !== '' && !parseNik(nik).ok) return 'proxy'
  }
  if (!receiver.checked) return 'identity'
  return receiver.receipt === 'lost' && !receiver.statementSigned ? 'statement' : undefined
}

/** Why they may not be handed over yet; undefined: they may. */
export function lackingOf(receiver: Receiver, papers: readonly AskedPaper[]): Lacking | undefined {
  if (receiver.who === 'email') return undefined
  const lacking = lackingOfReceiver(receiver)
  if (lacking !== undefined) return lacking
  if (papers.some((one) => one.asksOldPermit && !isAnswered(oldPermitOf(receiver, one.id))))
    return 'old-permit'
  if (papers.some((one) => lacksOriginals(receiver.originals, one.originals))) return 'originals'
  return lacksSignature(receiver) ? 'signature' : undefined
}

export const lacksSignature = ({ signs, strokes }: Pick<Receiver, 'signs' | 'strokes'>): boolean =>
  signs === 'screen' && !isSigned(strokes)

/** The sentence of a mistyped NIK, for its field. */
export function nikSentence(typed: string): string | undefined {
  const nik = parseNik(typed)
  return nik.ok ? undefined : sayRefusal(nik.refusal)
}

function answerOf({ outcome, words }: OldPermitForm): OldPermitAnswer | null {
  switch (outcome) {
    case '':
      return null
    case 'handed-in':
      return { outcome }
    case 'lost':
      return { outcome, policeLetter: words.trim() }
    case 'not-yet':
      return { outcome, reason: words.trim() }
  }
}

/** The file was sent, and nobody stands at the counter. */
export const mailOrder = (view: DossierView) => ({
  receivedBy: view.line.holderName,
  relation: 'self',
  receiverNik: null,
  identity: null,
  method: 'email' as const,
})

/** Who receives it, as the station asks; given only when the tick says that the card was compared. */
export function receiverFields(view: DossierView, receiver: Receiver, signatureSha256: string | null) {
  const { receipt, statementSigned, card } = receiver
  const shared = { receipt, statementSigned, signatureSha256 }
  return receiver.who === 'holder'
    ? {
        ...shared,
        receivedBy: view.line.holderName,
        relation: 'self',
        receiverNik: null,
        identity: { card, letterOfAuthority: false },
      }
    : {
        ...shared,
        receivedBy: receiver.name.trim(),
        relation: receiver.relation.trim(),
        receiverNik: receiver.nik.trim() === '' ? null : receiver.nik.trim(),
        identity: { card, letterOfAuthority: true },
      }
}

/** The order that goes to the station. */
export const receiverOrder = (
  view: DossierView,
  receiver: Receiver,
  papers: readonly AskedPaper[],
  signatureSha256: string | null,
) => ({
  ...receiverFields(view, receiver, signatureSha256),
  papers: papers.map(({ id, asksOldPermit, originals }) => ({
    applicationId: id,
    oldPermit: asksOldPermit ? answerOf(oldPermitOf(receiver, id)) : null,
    originals: originalAnswers(receiver.originals, originals),
  })),
})

/** Whether papers of several holders go out together: then only a representative may take them. */
export const isMixed = (act: readonly Pick<WaitingPaperView, 'applicantId'>[]): boolean =>
  act.some((one) => one.applicantId !== act[0]?.applicantId)

/** The receiver as the act has it: for several holders at once it is a representative, whose card is looked at anew. */
export const receiverOf = (
  receiver: Receiver,
  act: readonly Pick<WaitingPaperView, 'applicantId'>[],
  bringer: string | null,
): Receiver =>
  isMixed(act) && receiver.who !== 'proxy'
    ? {
        ...receiver,
        who: 'proxy',
        checked: false,
        name: receiver.name === '' ? (bringer ?? '') : receiver.name,
      }
    : receiver

/** Other papers that the same person may take along: of the same holder, or brought by the same representative. */
export function companionsOf(
  act: readonly WaitingPaperView[],
  waiting: readonly WaitingPaperView[],
): readonly WaitingPaperView[] {
  const [main] = act
  if (!main) return []
  const { applicantId, representative } = main
  return waiting.filter(
    (one) =>
      !act.some((other) => other.id === one.id) &&
      // Those of one filing have a list of their own.
      (main.collectiveFilingId === null || one.collectiveFilingId !== main.collectiveFilingId) &&
      (one.applicantId === applicantId ||
        (representative !== null &&
          one.representative?.name === representative.name &&
          one.representative.phone === representative.phone)),
  )
}
