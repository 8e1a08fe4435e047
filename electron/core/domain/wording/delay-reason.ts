import type { DelayReason, DelayReasonRefusal } from '../delay-reason.ts'

/** *Jadwal diundur: pemohon berhalangan*: a reason with what it was written for. */
export const delayReasonText = ({ reason, postponed }: Pick<DelayReason, 'reason' | 'postponed'>): string =>
  postponed ? `Jadwal diundur: ${reason}` : reason

export function sayDelayRefusal(
  refusal: DelayReasonRefusal | { readonly code: 'application-unknown' },
): string {
  switch (refusal.code) {
    case 'delay-reason-empty':
      return 'Alasan belum ditulis. Tulis misalnya “pemeriksaan tempat ditunda karena pemohon berhalangan”.'
    case 'delay-reason-long':
      return `Alasan ${refusal.length} huruf, paling banyak ${refusal.most}. Ringkas kalimatnya.`
    case 'application-unknown':
      return 'Permohonan ini tidak ada di kantor ini. Muat ulang daftar.'
  }
}
