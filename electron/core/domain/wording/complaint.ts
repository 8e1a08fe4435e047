import type { ComplaintChannel } from '../complaint-rule.ts'
import type {
  ActOnComplaintRefusal,
  ComplaintAction,
  ComplaintField,
  ComplaintFieldRefusal,
  ComplaintState,
} from '../complaint.ts'
import { clockTime, longDate } from '../indonesian.ts'
import type { Instant } from '../instant.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'
import { sayRefusal } from './refusals.ts'

const channels: Readonly<Record<ComplaintChannel, string>> = {
  counter: 'Loket',
  phone: 'Telepon',
  text: 'SMS atau WhatsApp',
  box: 'Kotak pengaduan',
  email: 'E-mail',
  social: 'Media sosial',
  'sp4n-lapor': 'SP4N-LAPOR!',
  website: 'Situs web',
  fax: 'Faksimile',
  letter: 'Surat',
}

export const complaintChannelLabel = (channel: ComplaintChannel): string => channels[channel]

const states: Readonly<Record<ComplaintState, string>> = {
  new: 'Baru',
  acknowledged: 'Sudah diberi tahu',
  forwarded: 'Diteruskan',
  answered: 'Dijawab',
  closed: 'Selesai',
}

export const complaintStateLabel = (state: ComplaintState): string => states[state]

const done: Readonly<Record<ComplaintAction, string>> = {
  acknowledged: 'memberi tahu pengadu',
  forwarded: 'meneruskan',
  answered: 'menjawab',
  closed: 'menyelesaikan',
}

/** *meneruskan*, as in what somebody did. */
export const complaintActionDone = (action: ComplaintAction): string => done[action]

const needed: Readonly<Record<ComplaintField, string>> = {
  channel: 'Saluran belum dipilih. Pilih lewat mana pengaduan ini sampai.',
  receivedOn: 'Tanggal sampai belum diisi. Tulis misalnya 19-11-2026.',
  name: 'Nama pengadu belum diisi. Tulis namanya, atau tandai Tanpa nama.',
  topic: 'Pokok pengaduan belum dipilih. Pilih yang paling dekat.',
  text: 'Isi pengaduan belum ditulis. Tulis seperti yang disampaikan.',
  dossier: 'Berkas belum dipilih. Cari lagi, atau kosongkan.',
}

/** The sentence at a field of a new complaint. */
export function sayComplaintField(refusal: ComplaintFieldRefusal): string {
  switch (refusal.code) {
    case 'complaint-field-needed':
      return needed[refusal.field]
    case 'complaint-not-yet':
      return 'Tanggal sampai belum terjadi. Tulis hari ini atau sebelumnya.'
    case 'complaint-long-ago':
      return `Tanggal sampai terlalu lama. Tulis paling awal ${longDate(refusal.earliest)}.`
    case 'complaint-dossier-unknown':
      return 'Berkas itu tidak ada di kantor ini. Cari lagi, atau kosongkan.'
    default:
      return sayRefusal(refusal)
  }
}

const viaNeeded: Readonly<Record<ComplaintAction, string>> = {
  acknowledged: 'Cara memberi tahu belum diisi. Tulis misalnya telepon.',
  forwarded: 'Tujuan belum diisi. Tulis bidang atau seksi yang menangani.',
  answered: 'Cara menyampaikan jawaban belum diisi. Tulis misalnya telepon atau papan pengumuman.',
  closed: '',
}

const textNeeded: Readonly<Record<ComplaintAction, string>> = {
  acknowledged: '',
  forwarded: '',
  answered: 'Jawaban belum ditulis. Tulis seperti yang disampaikan kepada pengadu.',
  closed: 'Pengaduan ini belum dijawab. Tulis alasan diselesaikan tanpa jawaban.',
}

/**
 * The sentence for an act that was refused.
 *
 * @param zone  IANA zone in which the hour is told
 */
export function sayComplaintRefusal(refusal: ActOnComplaintRefusal, zone: string): string {
  const when = (at: Instant): string =>
    `${longDate(officeDateOf(at, zone))} pukul ${clockTime(officeTimeOf(at, zone))}`
  switch (refusal.code) {
    case 'complaint-unknown':
      return 'Pengaduan ini tidak ada di kantor ini. Muat ulang daftar.'
    case 'complaint-moved':
      return `${refusal.by} sudah ${done[refusal.action]} pengaduan ini pada ${when(refusal.at)}. Lihat riwayatnya, lalu putuskan lagi.`
    case 'complaint-closed':
      return `Pengaduan ini sudah diselesaikan ${refusal.by} pada ${when(refusal.at)}. Tidak ada yang berubah.`
    case 'complaint-answered':
      return `Pengaduan ini sudah dijawab ${refusal.by} pada ${when(refusal.at)}. Catat pengaduan baru bila pengadu belum puas.`
    case 'complaint-nobody-to-tell':
      return 'Pengadu tidak meninggalkan nama atau kontak. Langsung teruskan atau jawab.'
    case 'complaint-via-needed':
      return viaNeeded[refusal.action]
    case 'complaint-text-needed':
      return textNeeded[refusal.action]
  }
}
