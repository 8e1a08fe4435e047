import { longDate } from '../indonesian.ts'
import type { SignerCapacity } from '../profile.ts'
import type { Overlap, SigningReason } from '../signing-posts.ts'
import type { Span } from '../spans.ts'

const capacities: Readonly<Record<SignerCapacity, string>> = {
  definitive: 'definitif',
  acting: 'Plt.',
  'daily-acting': 'Plh.',
  'on-behalf': 'a.n.',
}
export const capacityLabel = (capacity: SignerCapacity): string => capacities[capacity]

/** `sejak 1 Januari 2024`, `2 Desember 2023 sampai 31 Desember 2023`. */
export const spanInWords = ({ from, until }: Span): string =>
  until === null
    ? `sejak ${longDate(from)}`
    : from === until
      ? `pada ${longDate(from)}`
      : `${longDate(from)} sampai ${longDate(until)}`

/** Why this one signs on that day. */
export function signingReasonText(reason: SigningReason): string {
  switch (reason.why) {
    case 'vacant':
      return 'Tidak ada yang menjabat pada hari itu, sehingga tidak ada yang dapat ditandatangani atas nama jabatan ini.'
    case 'holds':
      return reason.capacity === 'definitive'
        ? 'Pejabat definitif, dan tidak ada Plh. atau a.n. pada hari itu.'
        : 'Plt.: memegang jabatan ini selama belum ada pejabat definitif.'
    case 'stands-in':
      return reason.capacity === 'daily-acting'
        ? `Plh.: menggantikan ${reason.holder ?? 'pejabatnya'} yang berhalangan pada hari itu, dan didahulukan.`
        : `a.n.: ${reason.holder ?? 'pejabatnya'} menyerahkan penandatanganan pada hari itu, dan penerimanya didahulukan.`
  }
}

export const gapText = (gap: Span): string =>
  `Jabatan ini kosong ${spanInWords(gap)}. Tambahkan pejabat atau Plt. pada officials.`

export const overlapText = ({ names: [one, other], ...span }: Overlap): string =>
  `${one} dan ${other} tercatat memegang jabatan ini bersamaan, ${spanInWords(span)}. Akhiri masa salah satunya pada officials.`
