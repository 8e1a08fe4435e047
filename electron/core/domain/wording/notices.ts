import { clockTime, longDate } from '../indonesian.ts'
import type { Instant } from '../instant.ts'
import type { ContactChannel, ContactOutcome } from '../notice.ts'
import type { NoticeSubject } from '../notice-text.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'

const subjects: Readonly<Record<NoticeSubject, string>> = {
  returned: 'Berkas dikembalikan',
  accepted: 'Berkas diterima lengkap',
  ready: 'Siap diambil',
  refused: 'Permohonan ditolak',
  appointment: 'Jadwal kajian atau peninjauan',
  expiring: 'Izin akan habis',
  reminder: 'Belum diambil',
}
/** What the applicant is to be told of, as a clerk says it. */
export const noticeLabel = (subject: NoticeSubject): string => subjects[subject]

const channels: Readonly<Record<ContactChannel, string>> = {
  whatsapp: 'WhatsApp',
  phone: 'telepon',
  counter: 'tatap muka di loket',
  slip: 'slip tercetak',
  email: 'e-mail',
  portal: 'portal',
}
export const contactChannelLabel = (channel: ContactChannel): string => channels[channel]

const outcomes: Readonly<Record<ContactOutcome, string>> = {
  reached: 'sudah dihubungi',
  'no-answer': 'tidak terjawab',
  'wrong-number': 'nomor salah',
  printed: 'slip dicetak',
  sent: 'e-mail terkirim',
  'not-sent': 'e-mail tidak sampai',
}
export const contactOutcomeLabel = (outcome: ContactOutcome): string => outcomes[outcome]

/** `Pemohon sudah dihubungi lewat WhatsApp: berkas dikembalikan`, as the history says it. */
export function contactText(
  subject: NoticeSubject,
  channel: ContactChannel,
  outcome: ContactOutcome,
): string {
  const about = subjects[subject].toLowerCase()
  switch (outcome) {
    case 'reached':
      return `Pemohon sudah dihubungi lewat ${channels[channel]}: ${about}`
    case 'printed':
      return `Slip pemberitahuan dicetak: ${about}`
    case 'no-answer':
      return `Pemohon dihubungi lewat ${channels[channel]}, tidak terjawab: ${about}`
    case 'sent':
      return `Pemberitahuan terkirim lewat ${channels[channel]}: ${about}`
    case 'not-sent':
      return `Pemberitahuan lewat ${channels[channel]} tidak sampai: ${about}`
    case 'wrong-number':
      return `Nomor pemohon ternyata salah saat dihubungi lewat ${channels[channel]}: ${about}`
  }
}

/** Refusals of telling an applicant. */
export type NoticeRefusal =
  | { readonly code: 'notice-unknown' }
  /** Somebody else has told it already. */
  | { readonly code: 'notice-told'; readonly by: string; readonly at: Instant }
  /** The dossier has moved on: what would be said no longer holds. */
  | { readonly code: 'notice-obsolete' }
  | { readonly code: 'channel-without-number'; readonly channel: 'whatsapp' | 'phone' }

/** @param zone  IANA zone in which hours are told */
export function sayNoticeRefusal(refusal: NoticeRefusal, zone: string): string {
  switch (refusal.code) {
    case 'notice-unknown':
      return 'Pemberitahuan ini tidak ada. Muat ulang daftar.'
    case 'notice-told':
      return `Pemohon sudah dihubungi oleh ${refusal.by}, ${longDate(officeDateOf(refusal.at, zone))} pukul ${clockTime(officeTimeOf(refusal.at, zone))}. Muat ulang untuk melihat catatannya.`
    case 'notice-obsolete':
      return 'Berkas ini sudah bergerak lagi, pemberitahuan ini tidak berlaku lagi. Muat ulang daftar dan jangan kirim teks ini.'
    case 'channel-without-number':
      return refusal.channel === 'whatsapp'
        ? 'Nomor pemohon bukan nomor seluler. Telepon nomor itu, atau cetak slip.'
        : 'Pemohon tidak meninggalkan nomor telepon. Cetak slip.'
  }
}
