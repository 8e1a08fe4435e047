import type { AppointmentTime } from '../appointment.ts'
import type { AppointmentFieldRefusal } from '../appointment-form.ts'
import type { AppointmentWarning, AppointmentWhy } from '../appointment-rules.ts'
import { clockTime, fullDate, longDate, timeRange } from '../indonesian.ts'
import type { Instant } from '../instant.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'
import { appointmentLabel } from './application.ts'
import { sayRefusal } from './refusals.ts'

const lower = (text: string): string => text.toLowerCase()

/** `Senin, 23 November 2026 pukul 09.00–11.00` */
export const appointmentTimeText = ({ date, from, until }: AppointmentTime): string =>
  `${fullDate(date)} pukul ${timeRange(from, until)}`

/** The sentence at a field of an appointment. */
export function sayAppointmentField({ refusal }: AppointmentFieldRefusal): string {
  switch (refusal.code) {
    case 'appointment-past':
      return `Waktu itu sudah lewat. Pilih hari ini, ${longDate(refusal.today)}, atau sesudahnya.`
    case 'appointment-ends-before-start':
      return 'Jam selesai tidak sesudah jam mulai. Tulis misalnya 09.00 sampai 11.00.'
    case 'appointment-place-empty':
      return 'Tempat belum diisi. Tulis misalnya Ruang Rapat Lantai 2.'
    case 'appointment-purpose-empty':
      return 'Maksud belum diisi. Tulis misalnya pemeriksaan sarana dan prasarana praktik.'
    case 'team-empty':
      return 'Tim belum diisi. Pilih sedikitnya satu petugas.'
    case 'team-leader':
      return 'Ketua tim belum dipilih. Tandai satu orang sebagai ketua.'
    case 'team-twice':
      return `${refusal.name} sudah ada di tim ini. Hapus salah satu.`
    case 'member-name-empty':
      return 'Nama anggota belum diisi. Tulis nama lengkap, atau hapus barisnya.'
    case 'member-post-empty':
      return `Jabatan ${refusal.name || 'anggota'} belum diisi. Jabatan tercetak pada surat tugas.`
    default:
      return sayRefusal(refusal)
  }
}

/** What speaks against a day or a team; nothing of it forbids the appointment. */
export function sayAppointmentWarning(warning: AppointmentWarning): string {
  switch (warning.code) {
    case 'appointment-day-off':
      return `${fullDate(warning.date)} kantor tutup${warning.name === null ? '' : `: ${warning.name}`}.`
    case 'appointment-outside-hours':
      return `Di luar jam kantor hari itu, ${timeRange(warning.opens, warning.closes)}.`
    case 'member-elsewhere':
      return `${warning.name} pada ${timeRange(warning.time.from, warning.time.until)} bertugas di ${lower(appointmentLabel(warning.kind))}, ${warning.time.place}.`
    case 'appointment-after-promise':
      return `Permohonan ${warning.registrationNumber} dijanjikan selesai ${longDate(warning.dueOn)}, sebelum hari ini.`
  }
}

const moment = (at: Instant, zone: string): string =>
  `${longDate(officeDateOf(at, zone))} pukul ${clockTime(officeTimeOf(at, zone))}`

/**
 * The sentence of a refusal about an appointment.
 *
 * @param zone  IANA zone in which hours are told
 */
export function sayAppointmentWhy(refusal: AppointmentWhy, zone: string): string {
  switch (refusal.code) {
    case 'appointment-unknown':
      return 'Jadwal ini tidak ada di kantor ini. Muat ulang agenda.'
    case 'appointment-ended':
      return refusal.state === 'held'
        ? `Jadwal ini sudah dicatat terlaksana oleh ${refusal.by} pada ${moment(refusal.at, zone)}. Muat ulang untuk melihat hasilnya.`
        : `Jadwal ini sudah dibatalkan oleh ${refusal.by} pada ${moment(refusal.at, zone)}. Buat jadwal baru bila masih perlu.`
    case 'appointment-moved':
      return `Jadwal ini sudah diundur ke ${appointmentTimeText(refusal.to)} oleh ${refusal.by} pada ${moment(refusal.at, zone)}. Muat ulang, lalu undurkan lagi bila perlu.`
    case 'appointment-planned':
      return `Permohonan ${refusal.registrationNumber} sudah punya ${lower(appointmentLabel(refusal.kind))} pada ${appointmentTimeText(refusal.time)}. Undurkan jadwal itu, atau keluarkan berkas ini dari daftar.`
    case 'stage-without-appointment':
      return `Permohonan ${refusal.registrationNumber} tidak di tahap yang memerlukan ${lower(appointmentLabel(refusal.kind))}; mungkin baru dipindahkan. Keluarkan dari daftar, lalu simpan lagi.`
    case 'appointment-needs-dossier':
      return 'Berkas belum dipilih. Pilih sedikitnya satu.'
    case 'appointment-empty':
      return 'Semua berkas sudah keluar dari jadwal ini, jadi tidak ada yang dilaksanakan. Batalkan jadwalnya.'
    case 'appointment-not-yet':
      return `Jadwal ini baru mulai ${appointmentTimeText(refusal.time)}. Catat hasilnya sesudah itu.`
    case 'appointment-same-time':
      return 'Jadwal barunya sama dengan yang lama. Ubah hari, jam, atau tempatnya.'
    case 'appointment-reason-needed':
      return 'Alasan belum diisi. Tulis misalnya anggota tim sakit.'
    case 'appointment-result-needed':
      return 'Hasil belum diisi. Tulis singkat, misalnya sarana sesuai, kurang apar.'
    case 'appointment-present-needed':
      return 'Yang hadir belum ditandai. Tandai sedikitnya satu orang.'
  }
}
