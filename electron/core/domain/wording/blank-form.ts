import type { ReserveRefusal, VoidFormRefusal } from '../blank-form.ts'
import { clockTime, longDate, endSentence } from '../indonesian.ts'
import { quoted } from './wording.ts'

export type FormWording = ReserveRefusal | VoidFormRefusal

/** The sentence of a refusal about blank forms: what happened and what to do. */
export function sayFormRefusal(refusal: FormWording): string {
  switch (refusal.code) {
    case 'form-count-wrong':
      return `Banyaknya formulir dari 1 sampai ${refusal.most}. Tulis angkanya saja, misalnya 10.`
    case 'form-counter-needed':
      return 'Loket belum diisi. Tulis misalnya Loket 2.'
    case 'form-series-by-type':
      return 'Kantor ini menomori permohonan menurut jenis izin, jadi nomornya tidak dapat dicadangkan. Catat permohonan di kertas tanpa nomor.'
    case 'form-void-reason-needed':
      return 'Alasan pembatalan belum diisi. Tulis misalnya Formulir rusak terkena air.'
    case 'form-unknown':
      return `Formulir ${quoted(refusal.typed)} tidak dikenal. Ketik nomor di pojok formulir, atau pindai QR-nya.`
    case 'form-used':
      return `Formulir ${refusal.number} sudah dicatat oleh ${endSentence(refusal.by)} Buka berkas itu; jangan dicatat dua kali.`
    case 'form-void':
      return `Formulir ${refusal.number} sudah dibatalkan: ${refusal.reason}. Kosongkan nomornya, permohonan diberi nomor baru.`
    case 'form-of-other-scope':
      return `Formulir ${refusal.number} bernomor masa sebelumnya, padahal permohonan diterima ${longDate(refusal.filedOn)}. Kosongkan nomornya, permohonan diberi nomor baru; lalu batalkan formulir itu.`
    case 'form-later':
      return `Formulir ${refusal.number} baru dicetak ${longDate(refusal.printedOn)} pukul ${clockTime(refusal.printedTime)}, sesudah waktu diterima. Periksa nomor, tanggal, atau jamnya.`
  }
}

/** The same for whoever gives a form up, where what was used or is void needs another word. */
export function sayVoidFormRefusal(refusal: FormWording): string {
  switch (refusal.code) {
    case 'form-used':
      return `Formulir ${refusal.number} sudah dipakai untuk permohonan yang dicatat ${refusal.by}, jadi nomornya tidak dapat dibatalkan. Buka berkas itu.`
    case 'form-void':
      return `Formulir ${refusal.number} sudah dibatalkan: ${refusal.reason}. Pilih formulir lain.`
    default:
      return sayFormRefusal(refusal)
  }
}
