import type { ReserveRefusal, VoidFormRefusal } from '../blank-form.ts'
import { longDate } from '../indonesian.ts'
import type { OfficeDate } from '../office-date.ts'
import { quoted } from './wording.ts'

export type FormWording = ReserveRefusal | VoidFormRefusal

const dayOf = (instant: string): string => longDate(instant.slice(0, 10) as OfficeDate)

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
      return `Formulir ${refusal.number} sudah dicatat oleh ${refusal.by}. Buka berkas itu; jangan dicatat dua kali.`
    case 'form-void':
      return `Formulir ${refusal.number} sudah dibatalkan: ${refusal.reason}. Kosongkan nomornya, permohonan diberi nomor baru.`
    case 'form-later':
      return `Formulir ${refusal.number} baru dicetak ${dayOf(refusal.reservedAt)}, sesudah waktu diterima. Periksa nomor atau tanggalnya.`
  }
}
