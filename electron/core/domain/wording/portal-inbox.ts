import type { Instant } from '../instant.ts'
import type { ConflictPick } from '../online.ts'
import { clockTime, longDate } from '../indonesian.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'
import type { Wording } from './wording.ts'

/** Why something from the portal waits for a clerk: what happened, and what can be done. */
const arrivalWords: Readonly<Record<string, string>> = {
  unreadable:
    'Data dari portal tidak sesuai kontrak, jadi tidak dapat dibaca. Sampaikan kepada pengelola portal.',
  'type-unknown':
    'Portal mengirim permohonan jenis izin yang tidak dilayani kantor ini. Arahkan pemohon ke tempat yang benar, lalu catat.',
  'kind-unknown':
    'Macam permohonan ini tidak dilayani untuk jenis izinnya. Hubungi pemohon, lalu catat apa yang disepakati.',
  'filed-elsewhere': 'Jenis izin ini diajukan di tempat lain menurut aturan. Arahkan pemohon, lalu catat.',
  'applicant-unknown': 'Data pemohon belum datang dari portal. Coba lagi setelah portal mengirimkannya.',
  'nik-of-another':
    'NIK ini di kantor atas nama lain. Periksa identitasnya: satukan bila orangnya sama, atau catat dan hubungi pengelola portal.',
  'application-unknown':
    'Portal menyebut permohonan yang tidak ada di kantor ini. Periksa dengan pengelola portal, lalu catat.',
  'requirement-unknown':
    'Berkas ini untuk syarat yang tidak diminta pada permohonan itu. Pilih syarat yang cocok, atau catat.',
  'stage-left':
    'Keputusan dinas datang ketika berkas sudah tidak di tahap itu. Periksa berkasnya, lalu terapkan lagi atau catat.',
  'decision-blocked':
    'Keputusan dinas tidak dapat diterapkan pada tahap ini. Buka berkasnya, lengkapi, lalu coba lagi.',
  'decision-changed':
    'Dinas mengubah keputusan yang sudah ditangani pada berkas ini. Periksa berkasnya dengan dinas, lalu terapkan atau catat.',
  'removed-at-portal':
    'Portal menghapus data ini, sedangkan kantor masih memegangnya. Tanyakan kepada pemohon atau pengelola portal, lalu catat.',
  'withdrawn-after-acceptance':
    'Pemohon menarik permohonan di portal setelah kantor menerimanya. Hubungi pemohon, lalu batalkan di Berkas atau catat.',
  'page-replaced':
    'Pemohon mengganti satu halaman dari berkas yang dipindai kantor. Minta berkasnya utuh, lalu catat; kantor tetap memegang aslinya.',
  'handover-downloaded':
    'Pemohon sudah mengunduh suratnya di portal. Portal tidak dapat mencatat penyerahan atas nama kantor: serahkan di Penyerahan bila suratnya sudah diterima pemohon, lalu catat.',
  'handover-blocked': 'Portal mencatat penyerahan yang belum ada di kantor. Periksa berkasnya, lalu catat.',
}

/** The sentence for why something waits. */
export const sayArrival = (reason: string): string =>
  arrivalWords[reason] ?? 'Data dari portal belum punya tempat di kantor. Periksa, lalu catat.'

const entityNames: Readonly<Record<string, string>> = {
  account: 'Akun',
  applicant: 'Pemohon',
  application: 'Permohonan',
  document: 'Berkas',
  decision: 'Keputusan dinas',
  permit: 'Izin',
  letter: 'Surat',
  handover: 'Penyerahan',
  message: 'Pesan',
}

/** Name of an entity of the contract on the screen. */
export const portalEntityName = (entity: string): string => entityNames[entity] ?? entity

interface When {
  readonly at: Instant
  readonly zone: string
}

const when = ({ at, zone }: When): string =>
  `${longDate(officeDateOf(at, zone))} pukul ${clockTime(officeTimeOf(at, zone))}`

/** Refusals of what clerks do with what came from the portal; instants are told in the office's zone. */
export type InboxRefusal =
  | { readonly code: 'account-unknown' }
  | {
      readonly code: 'account-decided'
      readonly status: 'approved' | 'refused'
      readonly by: string | null
      readonly at: Instant | null
    }
  | { readonly code: 'account-reason-needed' }
  | { readonly code: 'account-identity-needed'; readonly holder: string }
  | { readonly code: 'account-of-another'; readonly holder: string; readonly asked: string }
  | { readonly code: 'conflict-unknown' }
  | {
      readonly code: 'conflict-settled'
      readonly by: string
      readonly at: Instant
      readonly picked: ConflictPick
    }
  | { readonly code: 'conflict-moved' }
  | { readonly code: 'arrival-unknown' }
  | { readonly code: 'arrival-settled'; readonly by: string; readonly at: Instant }
  | { readonly code: 'arrival-note-needed' }
  | { readonly code: 'arrival-identity-needed' }
  | { readonly code: 'arrival-blocked'; readonly reason: string }
  | { readonly code: 'arrival-otherwise' }
  | { readonly code: 'requirement-unknown'; readonly requirement: string }
  | { readonly code: 'application-unknown' }
  | { readonly code: 'message-empty' }
  | { readonly code: 'message-long'; readonly length: number; readonly most: number }

const wording = (zone: string): Wording<InboxRefusal> => ({
  'account-unknown': () => 'Permintaan akun ini tidak ada lagi di portal. Muat ulang daftarnya.',
  'account-decided': ({ status, by, at }) =>
    `Permintaan ini sudah ${status === 'approved' ? 'disetujui' : 'ditolak'}${by === null ? '' : ` ${by}`}${at === null ? '' : ` pada ${when({ at, zone })}`}.`,
  'account-reason-needed': () => 'Tulis alasannya; pemohon membacanya di portal.',
  'account-identity-needed': ({ holder }) =>
    `NIK ini sudah terdaftar atas nama ${holder}, dan akunnya akan memegang semua permohonannya. Cocokkan dahulu kartu identitasnya.`,
  'account-of-another': ({ holder, asked }) =>
    `NIK ini terdaftar atas nama ${holder}, tetapi yang meminta ${asked}. Setujui hanya bila Anda melihat bahwa orangnya sama.`,
  'conflict-unknown': () => 'Perbedaan ini tidak ada lagi. Muat ulang daftarnya.',
  'conflict-settled': ({ by, at, picked }) =>
    `${by} sudah memilih ${picked === 'ours' ? 'isian kantor' : 'isian portal'} pada ${when({ at, zone })}.`,
  'conflict-moved': () => 'Isian di portal baru saja berubah lagi. Bandingkan sekali lagi, lalu pilih.',
  'arrival-unknown': () => 'Kiriman ini tidak ada lagi. Muat ulang daftarnya.',
  'arrival-settled': ({ by, at }) => `${by} sudah menanganinya pada ${when({ at, zone })}.`,
  'arrival-note-needed': () => 'Tulis apa yang sudah dilakukan, agar yang lain tahu.',
  'arrival-identity-needed': () =>
    'Cocokkan kartu identitas dahulu: kedua data menjadi satu orang dan tidak dapat dipisah lagi.',
  'arrival-blocked': ({ reason }) => `Masih belum dapat ditempatkan. ${sayArrival(reason)}`,
  'arrival-otherwise': () => 'Cara ini bukan untuk kiriman ini. Pilih cara lain atau catat.',
  'requirement-unknown': () => 'Syarat itu tidak diminta pada permohonan ini. Pilih syarat dari daftarnya.',
  'application-unknown': () => 'Permohonan ini tidak ditemukan. Muat ulang layar.',
  'message-empty': () => 'Tulis pesannya dahulu.',
  'message-long': ({ length, most }) =>
    `Pesan ini ${length} huruf, paling banyak ${most}. Ringkaskan atau kirim dalam dua pesan.`,
})

/** The Indonesian sentence of a refusal. @param zone IANA zone in which hours are told */
export function sayInboxRefusal<R extends InboxRefusal>(refusal: R, zone: string): string {
  const say = wording(zone)[refusal.code] as (facts: R) => string
  return say(refusal)
}
