import type { CorrectionRefusal } from '../correction.ts'
import { clockTime, longDate } from '../indonesian.ts'
import type { Instant } from '../instant.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'
import { sayConsentRefusal, type ConsentWording } from './consent.ts'
import { sayErratumRefusal } from './erratum.ts'
import { statusLabel } from './application.ts'
import { sayRegisterRefusal, type RegisterWording } from './intake.ts'

/** Refusals of correcting an intake, of entering the rest of its data, and of removing a file. */
export type CorrectionWording =
  | RegisterWording
  | CorrectionRefusal
  | ConsentWording
  | { readonly code: 'application-unknown' }
  | { readonly code: 'correction-needs-reason' }
  | { readonly code: 'nothing-corrected' }
  | { readonly code: 'erratum-keeps-type' }
  | { readonly code: 'corrected-meanwhile'; readonly by: string; readonly at: Instant }
  | { readonly code: 'document-unknown' }
  | { readonly code: 'document-without-file' }
  | { readonly code: 'removal-needs-reason' }
  | { readonly code: 'photo-on-numbered-paper'; readonly number: string }

const isConsent = (refusal: CorrectionWording): refusal is ConsentWording =>
  refusal.code.startsWith('consent-')

/** The sentence for a clerk: what happened and what to do. */
export function sayCorrectionRefusal(refusal: CorrectionWording, zone: string): string {
  if (isConsent(refusal)) return sayConsentRefusal(refusal)
  switch (refusal.code) {
    case 'application-unknown':
      return 'Permohonan ini tidak ada di kantor ini. Cari lagi dengan nomor atau nama.'
    case 'application-closed':
      return `Permohonan ini sudah berakhir (${statusLabel(refusal.status)}), datanya tidak diperbaiki lagi. Ajukan perubahan bila izinnya keliru.`
    case 'correction-after-number':
      return `Suratnya sudah bernomor ${refusal.number}, jadi datanya tidak diperbaiki di sini. Minta Pencetakan membatalkan nomornya, atau ajukan perubahan setelah izin terbit.`
    case 'correction-after-signature':
      return `Suratnya sudah ditandatangani ${refusal.by}, jadi datanya tidak diperbaiki di sini. Minta Pencetakan membatalkannya, atau ajukan perubahan setelah izin terbit.`
    case 'corrected-meanwhile':
      return `Permohonan ini baru saja diperbaiki oleh ${refusal.by}, ${longDate(officeDateOf(refusal.at, zone))} pukul ${clockTime(officeTimeOf(refusal.at, zone))}. Muat ulang untuk melihat data terbaru.`
    case 'correction-needs-reason':
      return 'Tulis alasan perbaikannya, misalnya “nama salah ketik”. Alasan tercetak pada tanda terima.'
    case 'nothing-corrected':
      return 'Belum ada yang berubah. Ubah isian yang keliru, lalu simpan.'
    case 'erratum-keeps-type':
      return sayErratumRefusal(refusal, zone)
    case 'document-unknown':
      return 'Berkas ini tidak ada lagi. Muat ulang untuk melihat berkas terbaru.'
    case 'document-without-file':
      return 'Berkas ini hanya dilihat di loket, tidak ada yang tersimpan. Tandai tidak sesuai bila milik orang lain.'
    case 'removal-needs-reason':
      return 'Tulis alasannya, misalnya “KTP orang lain”. Alasan tetap tercatat setelah berkasnya dihapus.'
    case 'photo-on-numbered-paper':
      return `Foto ini tercetak pada surat bernomor ${refusal.number}. Batalkan nomornya dahulu, atau ajukan perubahan setelah izin terbit.`
    default:
      return sayRegisterRefusal(refusal, zone)
  }
}
