import type { RegisterGap } from '../register-gaps.ts'

const mostNamed = 12

/** Whether the numbers of a register follow each other, and which lack. */
export function sayGaps(gaps: readonly RegisterGap[]): string {
  if (gaps.length === 0) return 'Nomor berurutan, tidak ada yang terlompati.'
  const serials = gaps.flatMap((one) => one.serials)
  const named = serials.slice(0, mostNamed).join(', ')
  const more = serials.length > mostNamed ? ` dan ${serials.length - mostNamed} lagi` : ''
  return `Nomor urut ${named}${more} tidak ada dalam daftar ini. Periksa Pengaturan › Nomor.`
}
