import type { DossierView } from '#contract/dossier.ts'
import type { WaitingPaperView } from '#contract/handover.ts'
import type { OfficeView } from '#contract/session.ts'
import type { oldPermitOutcomes, OldPermitAnswer } from '#domain/handover.ts'
import type { IdentityCard } from '#domain/identity-seen.ts'
import { parseNik } from '#domain/nik.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'

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
  /** Given on the screen; null: on paper. */
  signatureSha256: string | null
}

/** Whether the office sends its papers by e-mail and the applicant has given an address. */
export const canMail = (view: DossierView, delivery: OfficeView['delivery']): boolean =>
  delivery === 'email' && view.applicant.email !== null

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
  signatureSha256: null,
})

type AskedPaper = Pick<WaitingPaperView, 'id' | 'asksOldPermit'>

export const oldPermitOf = (receiver: Receiver, id: string): OldPermitForm =>
  receiver.old[id] ?? { outcome: '', words: '' }

const isAnswered = ({ outcome, words }: OldPermitForm): boolean =>
  outcome === 'handed-in' || (outcome !== '' && words.trim() !== '')

export type Lacking = 'identity' | 'proxy' | 'statement' | 'old-permit'

/** Why they may not be handed over yet; undefined: they may. */
export function lackingOf(receiver: Receiver, papers: readonly AskedPaper[]): Lacking | undefined {
  if (receiver.who === 'email') return undefined
  if (receiver.who === 'proxy') {
    const nik = receiver.nik.trim()
    if (receiver.name.trim() === '' || receiver.relation.trim() === '') return 'proxy'
    if (nik !== '' && !parseNik(nik).ok) return 'proxy'
  }
  if (!receiver.checked) return 'identity'
  if (receiver.receipt === 'lost' && !receiver.statementSigned) return 'statement'
  return papers.some((one) => one.asksOldPermit && !isAnswered(oldPermitOf(receiver, one.id)))
    ? 'old-permit'
    : undefined
}

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

/** The order that goes to the station; it is given only when the tick says that the card was compared. */
export function receiverOrder(view: DossierView, receiver: Receiver, papers: readonly AskedPaper[]) {
  const { receipt, statementSigned, signatureSha256 } = receiver
  const shared = {
    receipt,
    statementSigned,
    signatureSha256,
    papers: papers.map(({ id, asksOldPermit }) => ({
      applicationId: id,
      oldPermit: asksOldPermit ? answerOf(oldPermitOf(receiver, id)) : null,
    })),
  }
  return receiver.who === 'holder'
    ? {
        ...shared,
        receivedBy: view.line.holderName,
        relation: 'self',
        receiverNik: null,
        identity: { card: receiver.card, letterOfAuthority: false },
      }
    : {
        ...shared,
        receivedBy: receiver.name.trim(),
        relation: receiver.relation.trim(),
        receiverNik: receiver.nik.trim() === '' ? null : receiver.nik.trim(),
        identity: { card: receiver.card, letterOfAuthority: true },
      }
}

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
      (one.applicantId === applicantId ||
        (representative !== null &&
          one.representative?.name === representative.name &&
          one.representative.phone === representative.phone)),
  )
}
