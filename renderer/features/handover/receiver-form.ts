import type { DossierView } from '#contract/dossier.ts'
import type { IdentityCard } from '#domain/identity-seen.ts'
import { parseNik } from '#domain/nik.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'

/** Who stands at the counter, as typed. */
export interface Receiver {
  who: 'holder' | 'proxy'
  name: string
  relation: string
  nik: string
  /** Shown by whoever receives it. */
  card: IdentityCard
  checked: boolean
}

/** The representative of the application is the likely one when somebody else comes. */
export const firstReceiver = (view: DossierView): Receiver => ({
  who: 'holder',
  name: view.data.representative?.name ?? '',
  relation: view.data.representative?.relation ?? '',
  nik: '',
  card: view.applicant.nik === null ? 'passport' : 'ktp',
  checked: false,
})

/** Why it may not be handed over yet; undefined: it may. */
export function lackingOf(receiver: Receiver): 'identity' | 'proxy' | undefined {
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
export const receiverOrder = (view: DossierView, receiver: Receiver) =>
  receiver.who === 'holder'
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
