import type { DossierView } from '#contract/dossier.ts'
import type { OfficeView } from '#contract/session.ts'
import type { IdentityCard } from '#domain/identity-seen.ts'
import { parseNik } from '#domain/nik.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'

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
})

/** Why it may not be handed over yet; undefined: it may. */
export function lackingOf(receiver: Receiver): 'identity' | 'proxy' | undefined {
  if (receiver.who === 'email') return undefined
  if (receiver.who === 'proxy') {
    const nik = receiver.nik.trim()
    if (receiver.name.trim() === '' || receiver.relation.trim() === '') return 'proxy'
    if (nik !== '' && !parseNik(nik).ok) return 'proxy'
  }
  return receiver.checked ? undefined : 'identity'
}

/** The sentence of a mistyped NIK, for its field. */
export function nikSentence(typed: string): string | undefined {
  const nik = parseNik(typed)
  return nik.ok ? undefined : sayRefusal(nik.refusal)
}

/** The order that goes to the station; it is given only when the tick says that the card was compared. */
export function receiverOrder(view: DossierView, receiver: Receiver) {
  if (receiver.who === 'email')
    return {
      receivedBy: view.line.holderName,
      relation: 'self',
      receiverNik: null,
      identity: null,
      method: 'email' as const,
    }
  return receiver.who === 'holder'
    ? {
        receivedBy: view.line.holderName,
        relation: 'self',
        receiverNik: null,
        identity: { card: receiver.card, letterOfAuthority: false },
      }
    : {
        receivedBy: receiver.name.trim(),
        relation: receiver.relation.trim(),
        receiverNik: receiver.nik.trim() === '' ? null : receiver.nik.trim(),
        identity: { card: receiver.card, letterOfAuthority: true },
      }
}
