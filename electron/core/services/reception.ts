import type { ApplicationState } from '#domain/application-state.ts'
import type { IdentitySeen } from '#domain/identity-seen.ts'
import { parseNik, type NikRefusal } from '#domain/nik.ts'
import type { OfficeProfile } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Handover } from '#ports/records.ts'
import type { ReceivingDeps } from './dossier-change.ts'
import { findStoredFile } from './stored-files.ts'

/** Who stands at the counter, and what was seen of them. */
export interface ReceiverOrder {
  readonly receivedBy: string
  /** `self` or the relation of the representative. */
  readonly relation: string
  readonly receiverNik: string | null
  /** null: no card was looked at. */
  readonly identity: IdentitySeen | null
  /** `lost`: the receipt is gone and a statement about it was asked for. Absent: it was shown. */
  readonly receipt?: 'shown' | 'lost' | undefined
  /** Whether the statement about a lost receipt is signed. */
  readonly statementSigned?: boolean | undefined
  /** Picture of the signature given on the screen, already in the cabinet; null or absent: on paper. */
  readonly signatureSha256?: string | null | undefined
}

export type ReceiverRefusal =
  | { readonly code: 'receiver-needed' }
  | { readonly code: 'relation-needed' }
  | { readonly code: 'receiver-nik-wrong'; readonly nik: NikRefusal }
  /** Who says to be the holder shows a card with another NIK. */
  | { readonly code: 'receiver-not-holder' }
  | { readonly code: 'identity-not-seen' }
  /** A representative shows what the holder has signed. */
  | { readonly code: 'letter-of-authority-needed' }
  /** The receipt is lost, and nobody has signed a statement about it. */
  | { readonly code: 'loss-statement-needed' }
  /** What was sent as a signature is not in the cabinet, or is no PNG, as the screen draws it. */
  | { readonly code: 'signature-not-kept' }
  /** It is no drawing of a hand: far too large, or a dot. */
  | { readonly code: 'signature-size-wrong' }
  /** Nothing is drawn on it. */
  | { readonly code: 'signature-blank' }

export type DeliveryRefusal =
  /** The office does not send its papers by e-mail. */
  { readonly code: 'delivery-not-offered' } | { readonly code: 'email-missing' }

export type Receiver = Pick<Handover, 'receivedBy' | 'relation' | 'receiverNik'>

/** Who receives it, and what was seen of them. */
export interface Reception extends Receiver {
  readonly method: 'counter' | 'email'
  /** null: it went by e-mail. */
  readonly identity: IdentitySeen | null
  readonly receiptLost: boolean
  readonly signatureSha256: string | null
}

const longestSignatureBytes = 512 * 1024
/** Pixels: each side of the picture. */
const signatureSide = { least: 60, most: 4000 } as const

/**
 * A signature on the screen is a picture that the cabinet has, as large as a hand draws, and with something drawn on it.
 * Asked before the transaction: files are not waited for in it.
 */
export async function refuseSignature(
  { cabinet, pictures }: Pick<ReceivingDeps, 'cabinet' | 'pictures'>,
  sha256: string | null | undefined,
): Promise<ReceiverRefusal | null> {
  if (sha256 === null || sha256 === undefined) return null
  const file = await findStoredFile(cabinet, sha256, true)
  if (file === null || file.mediaType !== 'image/png' || !file.size) return { code: 'signature-not-kept' }
  const sides = [file.size.widthPx, file.size.heightPx]
  const fits = sides.every((one) => one >= signatureSide.least && one <= signatureSide.most)
  if (!fits || file.sizeBytes > longestSignatureBytes) return { code: 'signature-size-wrong' }
  const picture = await cabinet.find(sha256)
  return picture && !(await pictures.isBlank(picture)) ? null : { code: 'signature-blank' }
}

/** At the counter a card is looked at, and a statement signed where the receipt is lost. */
export function readReception(
  order: ReceiverOrder,
  holderNik: string | null,
): Result<Reception & { readonly identity: IdentitySeen }, ReceiverRefusal> {
  const receiver = readReceiver(order, holderNik)
  if (!receiver.ok) return receiver
  const { identity } = order
  if (!identity) return refuse({ code: 'identity-not-seen' })
  if (receiver.value.relation !== 'self' && !identity.letterOfAuthority)
    return refuse({ code: 'letter-of-authority-needed' })
  const receiptLost = order.receipt === 'lost'
  if (receiptLost && order.statementSigned !== true) return refuse({ code: 'loss-statement-needed' })
  const signatureSha256 = order.signatureSha256 ?? null
  return ok({ method: 'counter', identity, receiptLost, signatureSha256, ...receiver.value })
}

/** By e-mail it goes to the address that the holder gave, and to nobody else. */
export function readMailing(
  { applicant }: Pick<ApplicationState, 'applicant'>,
  delivery: OfficeProfile['delivery'],
): Result<Reception, DeliveryRefusal> {
  if (delivery !== 'email') return refuse({ code: 'delivery-not-offered' })
  if (applicant.email === null) return refuse({ code: 'email-missing' })
  return ok(mailedReception({ applicant }))
}

/** Nobody stands at a counter: the holder has it from the mail server. */
export function mailedReception({ applicant }: Pick<ApplicationState, 'applicant'>): Reception {
  const receivedBy = applicant.company?.responsibleName ?? applicant.nameOnPermit ?? applicant.name
  const nobody = { identity: null, receiptLost: false, signatureSha256: null, receiverNik: null }
  return { method: 'email', receivedBy, relation: 'self', ...nobody }
}

function readReceiver(order: ReceiverOrder, holderNik: string | null): Result<Receiver, ReceiverRefusal> {
  const receivedBy = order.receivedBy.trim()
  if (receivedBy === '') return refuse({ code: 'receiver-needed' })
  const relation = order.relation.trim()
  if (relation === '') return refuse({ code: 'relation-needed' })
  if (!order.receiverNik?.trim()) return ok({ receivedBy, relation, receiverNik: null })
  const nik = parseNik(order.receiverNik)
  if (!nik.ok) return refuse({ code: 'receiver-nik-wrong', nik: nik.refusal })
  if (relation === 'self' && holderNik !== null && nik.value !== holderNik)
    return refuse({ code: 'receiver-not-holder' })
  return ok({ receivedBy, relation, receiverNik: nik.value })
}
