import type { Instant } from '../instant.ts'

/** Why a supervisor's consent does not count. */
export type ConsentWording =
  | { readonly code: 'consent-needed' }
  | { readonly code: 'consent-refused' }
  | { readonly code: 'consent-waits'; readonly until: Instant; readonly seconds: number }
  | { readonly code: 'consent-of-oneself' }
  | { readonly code: 'consent-not-allowed'; readonly name: string }

/** The sentence of a refused consent: what happened and what to do. */
export function sayConsentRefusal(refusal: ConsentWording): string {
  switch (refusal.code) {
    case 'consent-needed':
      return 'Ini perlu persetujuan atasan. Minta atasan mengetik nama pengguna dan kata sandinya di sini.'
    case 'consent-refused':
      return 'Nama pengguna atau kata sandi atasan tidak cocok. Minta atasan mengetik sekali lagi.'
    case 'consent-waits':
      return `Terlalu banyak kata sandi yang salah untuk nama ini. Tunggu ${refusal.seconds} detik, lalu coba lagi.`
    case 'consent-of-oneself':
      return 'Tindakan sendiri tidak dapat disetujui sendiri. Minta persetujuan atasan lain.'
    case 'consent-not-allowed':
      return `${refusal.name} tidak berwenang menyetujui ini. Minta atasan yang membaca laporan kantor.`
  }
}
