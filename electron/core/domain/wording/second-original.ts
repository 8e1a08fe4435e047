import { clockTime, longDate } from '../indonesian.ts'
import type { Instant } from '../instant.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'

/** Why a second original or a copy is not printed, or a late consent does not count. */
export type SecondWording =
  | { readonly code: 'second-needs-consent'; readonly copy: number }
  | { readonly code: 'copy-needs-purpose' }
  | { readonly code: 'copy-needs-original' }
  | { readonly code: 'no-consent-asked' }
  | { readonly code: 'consent-given'; readonly by: string; readonly at: Instant }
  | { readonly code: 'print-job-not-found'; readonly jobId: string }

/**
 * The sentence of it: what happened and what to do.
 *
 * @param zone  IANA zone in which hours are told
 */
export function saySecondRefusal(refusal: SecondWording, zone: string): string {
  switch (refusal.code) {
    case 'second-needs-consent':
      return `Ini lembar asli ke-${refusal.copy} dan perlu persetujuan orang kedua. Minta atasan menyetujui di sini, atau cetak dengan persetujuan susulan.`
    case 'copy-needs-purpose':
      return 'Tulis untuk apa salinan ini, misalnya “arsip kantor”.'
    case 'copy-needs-original':
      return 'Salinan dicetak dari surat asli yang sudah bernomor dan ditandatangani. Surat ini belum.'
    case 'no-consent-asked':
      return 'Cetakan ini tidak memerlukan persetujuan orang kedua. Muat ulang daftar.'
    case 'consent-given':
      return `Cetakan ini sudah disetujui ${refusal.by} pada ${longDate(officeDateOf(refusal.at, zone))} pukul ${clockTime(officeTimeOf(refusal.at, zone))}. Muat ulang daftar.`
    case 'print-job-not-found':
      return 'Cetakan ini tidak ada lagi. Muat ulang daftar.'
  }
}
