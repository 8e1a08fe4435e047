import type { IdentityCard, IdentitySeen } from '../identity-seen.ts'

const cards: Readonly<Record<IdentityCard, string>> = {
  ktp: 'KTP',
  ikd: 'IKD (KTP digital)',
  suket: 'Surat keterangan pengganti KTP',
  kipem: 'KIPEM',
  kitas: 'KITAS',
  passport: 'Paspor',
}

export const identityCardLabel = (card: IdentityCard): string => cards[card]

/** *KTP diperiksa*, *surat kuasa dan Paspor diperiksa*: for the history and the receipt of handover. */
export const identitySeenText = ({ card, letterOfAuthority }: IdentitySeen): string =>
  `${letterOfAuthority ? 'surat kuasa dan ' : ''}${cards[card]} diperiksa`
