import type { BatchEnd, SigningBatchRefusal } from '../signing-batch.ts'

/** Why nothing of the batch has begun. */
export function saySigningBatchRefusal(refusal: SigningBatchRefusal): string {
  switch (refusal.code) {
    case 'batch-running':
      return 'Tanda tangan beberapa berkas Anda sebelumnya belum selesai. Tunggu sampai selesai, atau hentikan dahulu.'
    case 'letters-not-opened':
      return `Surat ${refusal.names.join(', ')} belum Anda buka sejak terakhir berubah. Buka suratnya, centang lagi, lalu tandatangani.`
  }
}

/** Why the rest of a batch was not signed; null: every letter had its turn. */
export function sayBatchEnd(end: BatchEnd): string | null {
  switch (end) {
    case 'done':
      return null
    case 'refused':
      return 'Berhenti pada surat yang ditolak, karena surat lain akan ditolak juga. Yang belum sampai gilirannya tidak berubah.'
    case 'stopped':
      return 'Dihentikan. Yang belum sampai gilirannya tidak berubah.'
    case 'signed-out':
      return 'Berhenti karena Anda keluar. Yang belum sampai gilirannya tidak berubah.'
    case 'too-long':
      return 'Berhenti setelah 15 menit agar passphrase tidak tersimpan terlalu lama. Ketik lagi untuk sisanya.'
    case 'fault':
      return 'Berhenti karena gangguan di aplikasi. Yang belum sampai gilirannya tidak berubah; coba lagi.'
  }
}
