import type { IdentityKind } from '../application.ts'
import type { IdentityCard, IdentitySeen } from '../identity-seen.ts'

/** The documents that say who somebody is. */
export const identityKindNames: Readonly<Record<IdentityKind, string>> = {
  ktp: 'KTP',
  ikd: 'IKD (KTP digital)',
  suket: 'Surat keterangan pengganti KTP',
  kipem: 'KIPEM',
  kitas: 'KITAS',
  passport: 'Paspor',
  none: 'Tanpa identitas',
}

export const identityCardLabel = (card: IdentityCard): string => identityKindNames[card]

/** *KTP diperiksa*, *surat kuasa dan Paspor diperiksa*: for the history and the receipt of handover. */
export const identitySeenText = ({ card, letterOfAuthority }: IdentitySeen): string =>
  `${letterOfAuthority ? 'surat kuasa dan ' : ''}${identityKindNames[card]} diperiksa`
