import type { NumberStartRefusal } from '../number-start.ts'
import { quoted } from './wording.ts'

/** The sentence of a refused last number: what happened and what to do. */
export function sayNumberStartRefusal(refusal: NumberStartRefusal): string {
  switch (refusal.code) {
    case 'number-start-unreadable':
      return refusal.typed === ''
        ? 'Nomor terakhir belum diisi. Tulis angka urutnya saja, misalnya 127.'
        : `${quoted(refusal.typed)} bukan nomor urut. Tulis angka urutnya saja, misalnya 127.`
    case 'number-start-far':
      return `Nomor terakhir paling besar ${refusal.most}. Periksa kembali angka urutnya di buku register.`
    case 'number-start-given':
      return `Nomor urut ${refusal.given} sudah diberikan aplikasi ini, jadi nomor terakhir tidak boleh ${refusal.last}. Tulis ${refusal.given} atau lebih.`
    case 'number-start-unchanged':
      return refusal.last === 0
        ? 'Seri ini memang mulai dari nomor 1. Tulis nomor terakhir di buku register, atau biarkan begini.'
        : `Seri ini sudah berada di nomor ${refusal.last}. Tulis nomor lain, atau biarkan begini.`
    case 'number-start-not-running':
      return 'Seri atau tahun penomoran ini tidak sedang berjalan. Muat ulang daftar, lalu isi lagi.'
    case 'number-start-reason-needed':
      return 'Dasar belum diisi. Tulis misalnya Buku register izin 2026 sampai 19 November.'
  }
}
