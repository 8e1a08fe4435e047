import { clockTime, longDate } from '../indonesian.ts'
import type { Instant } from '../instant.ts'
import type {
  LegalisationOrderRefusal,
  LegalisationRefusal,
  VoidLegalisationRefusal,
} from '../legalisation-rules.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'
import { permitStatusLabel } from './application.ts'

export type LegalisationWording =
  | LegalisationRefusal
  | LegalisationOrderRefusal
  | VoidLegalisationRefusal
  | { readonly code: 'legalisation-void-reason' }

/**
 * Why photocopies are not legalised, or a legalisation is not printed again or voided: what happened and what to do.
 *
 * @param zone  IANA zone in which hours are told
 */
export function sayLegalisationRefusal(refusal: LegalisationWording, zone: string): string {
  const moment = (at: Instant): string =>
    `${longDate(officeDateOf(at, zone))} pukul ${clockTime(officeTimeOf(at, zone))}`
  switch (refusal.code) {
    case 'legalisation-not-offered':
      return 'Kantor ini tidak melegalisir fotokopi izin. Keaslian izin dibuktikan lewat kode QR-nya.'
    case 'legalisation-of-no-permit':
      return 'Belum ada izin pada permohonan ini, jadi tidak ada yang dilegalisir.'
    case 'legalisation-unsigned':
      return 'Izin ini belum bernomor dan ditandatangani. Legalisir menunggu izinnya terbit.'
    case 'legalisation-inactive':
      return 'Izin ini belum diaktifkan. Aktifkan dahulu, lalu legalisir fotokopinya.'
    case 'legalisation-electronic':
      return 'Izin ini ditandatangani secara elektronik: aslinya berkas PDF, dan cetakannya dibuktikan lewat kode QR, jadi tidak dilegalisir. Berikan berkas PDF-nya atau arahkan ke halaman pemeriksaan.'
    case 'legalisation-erratum':
      return 'Izin ini sedang diralat. Selesaikan ralatnya, lalu legalisir fotokopi dari izin yang baru.'
    case 'legalisation-of-ended-permit':
      return refusal.byNumber === null
        ? `Izin ini ${permitStatusLabel(refusal.status).toLowerCase()}${refusal.until === null ? '' : ` sejak ${longDate(refusal.until)}`}, jadi fotokopinya tidak dilegalisir. Sarankan perpanjangan.`
        : `Izin ini ${permitStatusLabel(refusal.status).toLowerCase()} dengan ${refusal.byNumber}, jadi fotokopinya tidak dilegalisir. Minta surat yang berlaku.`
    case 'legalisation-original-unseen':
      return 'Cocokkan fotokopi dengan surat aslinya, lalu centang bahwa aslinya diperlihatkan.'
    case 'legalisation-copies-wrong':
      return `Tulis jumlah lembar dari 1 sampai ${refusal.most}.`
    case 'legalisation-meanwhile':
      return `${refusal.by} baru saja melegalisir ${refusal.copies} lembar dari izin ini dengan nomor ${refusal.number} pada ${moment(refusal.at)}. Bila pemohon memang meminta lagi, tekan Legalisir sekali lagi.`
    case 'legalisation-unknown':
      return 'Legalisir ini tidak ada pada berkas ini. Muat ulang untuk melihat keadaan terbaru.'
    case 'legalisation-void':
      return `Legalisir ${refusal.number} sudah dibatalkan ${refusal.by} pada ${moment(refusal.at)}: ${refusal.reason}. Muat ulang untuk melihat keadaan terbaru.`
    case 'legalisation-void-reason':
      return 'Tulis alasan pembatalan, misalnya “fotokopinya bukan dari izin ini”.'
  }
}
