import type { DeliveryMailOutcome } from '../delivery-mail.ts'
import type { EmailRefusal } from '../email.ts'
import { clockTime, longDate } from '../indonesian.ts'
import type { Instant } from '../instant.ts'
import type { MailProbePart, MailServerRefusal } from '../mail-server.ts'
import type { MailReason, MailState } from '../mail.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'
import { sayRefusal } from './refusals.ts'

const states: Readonly<Record<MailState, string>> = {
  waiting: 'Menunggu dikirim',
  sending: 'Sedang dikirim',
  sent: 'Terkirim',
  failed: 'Gagal terkirim',
  uncertain: 'Belum pasti terkirim',
  'wrong-address': 'Alamat salah',
  bounced: 'E-mail kembali',
  cancelled: 'Dibatalkan',
}
export const mailStateLabel = (state: MailState): string => states[state]

const reasons: Readonly<Record<MailReason, string>> = {
  'name-unknown': 'Nama server e-mail tidak ditemukan. Periksa jaringan dan Pengaturan › E-mail.',
  unreachable: 'Server e-mail tidak dapat dihubungi. Periksa jaringan.',
  'connection-lost': 'Sambungan ke server e-mail terputus.',
  'timed-out': 'Server e-mail tidak menjawab dalam batas waktu.',
  'tls-missing':
    'Server e-mail tidak menawarkan sambungan terenkripsi. Administrator memeriksa Pengaturan › E-mail.',
  'tls-failed':
    'Sambungan terenkripsi ditolak, sertifikat server tidak dapat dipercaya. Administrator memeriksa Pengaturan › E-mail.',
  'sign-in-refused':
    'Server e-mail menolak pengguna atau kata sandi kantor. Administrator memeriksa Pengaturan › E-mail.',
  'sender-refused':
    'Server e-mail menolak alamat pengirim kantor. Administrator memeriksa Pengaturan › E-mail.',
  'recipient-refused': 'Server e-mail menolak alamat penerima. Tanyakan alamat yang benar kepada pemohon.',
  'message-refused':
    'Server e-mail menolak isi e-mail. Baca jawaban server, lalu kirim lagi atau serahkan di loket.',
  'server-busy': 'Server e-mail sedang sibuk dan meminta dicoba lagi nanti.',
  'odd-answer': 'Jawaban server e-mail tidak dapat dipahami.',
  'no-password':
    'Kata sandi server e-mail tidak dapat dibaca di komputer ini. Isi lagi di Pengaturan › E-mail.',
  'file-missing':
    'Berkas bertanda tangan tidak ada di lemari berkas. Jangan kirim; minta administrator memeriksa dengan doctor.',
  'file-elsewhere':
    'Berkas bertanda tangan tersimpan di komputer loket lain; e-mail berangkat dari sana begitu aplikasinya berjalan.',
  'file-broken':
    'Berkas bertanda tangan tidak utuh lagi atau tanda tangannya tidak cocok. Tidak dikirim; minta administrator memeriksa dengan doctor.',
  'paper-unsound':
    'Berkas bertanda tangan tidak cocok dengan data permohonannya, jadi tidak dikirim. Baca temuannya; sampaikan kepada administrator.',
  'not-ready': 'Izin tidak lagi siap diserahkan, jadi e-mail ini tidak dikirim.',
  'not-needed': 'Isi e-mail ini tidak berlaku lagi, jadi tidak dikirim.',
  'by-clerk': 'Dibatalkan oleh petugas.',
  'station-stopped': 'Aplikasi berhenti saat e-mail ini dikirim.',
}
/** Why a mail stands where it stands, and what to do. */
export const sayMailReason = (reason: MailReason): string => reasons[reason]

/** Refusals of sending a paper by e-mail and of what follows from it. */
export type MailRefusal =
  | { readonly code: 'mail-not-set-up' }
  | { readonly code: 'mail-address-wrong'; readonly email: EmailRefusal }
  /** The paper is signed by hand: what a mail could bring is no original. */
  | { readonly code: 'paper-not-electronic' }
  | { readonly code: 'mail-under-way'; readonly to: string; readonly by: string; readonly at: Instant }
  | { readonly code: 'mail-unknown' }
  /** Somebody else has done something about it. */
  | {
      readonly code: 'mail-changed'
      readonly state: MailState
      readonly by: string | null
      readonly at: Instant
    }
  | { readonly code: 'mail-being-sent' }
  | { readonly code: 'mail-note-needed' }
  /** The paper has not been handed over in any way. */
  | { readonly code: 'mail-hand-over-first' }

/** @param zone  IANA zone in which hours are told */
export function sayMailRefusal(refusal: MailRefusal, zone: string): string {
  const moment = (at: Instant): string =>
    `${longDate(officeDateOf(at, zone))} pukul ${clockTime(officeTimeOf(at, zone))}`
  switch (refusal.code) {
    case 'mail-not-set-up':
      return 'Server e-mail kantor belum diatur. Serahkan di loket, atau minta administrator mengisi Pengaturan › E-mail.'
    case 'mail-address-wrong':
      return sayRefusal(refusal.email)
    case 'paper-not-electronic':
      return 'Surat ini ditandatangani basah; yang dikirim lewat e-mail hanya berkas bertanda tangan elektronik. Serahkan di loket.'
    case 'mail-under-way':
      return `E-mail untuk ${refusal.to} sudah masuk antrean oleh ${refusal.by}, ${moment(refusal.at)}. Tunggu hasilnya, atau batalkan e-mail itu dahulu.`
    case 'mail-unknown':
      return 'E-mail ini tidak ada. Muat ulang daftar.'
    case 'mail-changed':
      return `E-mail ini sudah berubah: ${states[refusal.state].toLowerCase()}${refusal.by === null ? '' : ` oleh ${refusal.by}`}, ${moment(refusal.at)}. Muat ulang untuk melihat keadaan terbaru.`
    case 'mail-being-sent':
      return 'E-mail ini sedang dikirim dan tidak dapat dibatalkan lagi. Tunggu hasilnya.'
    case 'mail-hand-over-first':
      return 'Izin belum diserahkan. Serahkan di loket lewat Penyerahan Izin; e-mail ini selesai dengan sendirinya.'
    case 'mail-note-needed':
      return 'Tulis bagaimana izin sampai ke pemegangnya, misalnya “cetakan diambil sendiri di loket”.'
  }
}

/** What the history says of a mail with a paper. */
export function mailEndedText(outcome: DeliveryMailOutcome, answer: string | null): string {
  const word = answer === null ? '' : `: ${answer}`
  switch (outcome) {
    case 'sent':
      return `E-mail diterima server${word}`
    case 'failed':
      return `E-mail gagal terkirim${word}`
    case 'uncertain':
      return `E-mail belum pasti terkirim${word}`
    case 'wrong-address':
      return `Alamat e-mail ditolak server${word}`
    case 'bounced':
      return `E-mail kembali${word}`
    case 'cancelled':
      return `E-mail dibatalkan${word}`
    case 'given-otherwise':
      return `Izin sampai dengan cara lain${word}`
  }
}

const probeParts: Readonly<Record<MailProbePart, string>> = {
  name: 'Nama server',
  connection: 'Sambungan',
  tls: 'Enkripsi (TLS)',
  'sign-in': 'Pengguna dan kata sandi',
  sender: 'Alamat pengirim',
  recipient: 'Alamat penerima',
  message: 'Isi e-mail',
}
/** A step of a trial mail. */
export const mailProbePartLabel = (part: MailProbePart): string => probeParts[part]

/** Refusals of the settings of the mail server. */
export function sayMailServerRefusal(refusal: MailServerRefusal): string {
  switch (refusal.code) {
    case 'mail-host-wrong':
      return `“${refusal.typed.trim()}” bukan nama server. Tulis misalnya smtp.kota.go.id, tanpa https://.`
    case 'mail-port-wrong':
      return 'Port adalah angka 1 sampai 65535. Biasanya 587 untuk STARTTLS dan 465 untuk TLS langsung.'
    case 'mail-clear-not-accepted':
      return `Tanpa enkripsi, kata sandi dan izin ke ${refusal.host} dapat dibaca orang lain. Pilih STARTTLS atau TLS, atau centang persetujuannya.`
    case 'mail-sender-name-needed':
      return 'Nama pengirim belum diisi. Tulis nama kantor seperti yang dibaca pemohon.'
    case 'mail-sender-wrong':
      return sayRefusal(refusal.email)
  }
}
