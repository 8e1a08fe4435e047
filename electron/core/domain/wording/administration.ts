import type { NumberStartRefusal } from '../number-start.ts'
import { sayNumberStartRefusal } from './number-start.ts'
import { quoted } from './wording.ts'

/** Refusals of sign-in, first start and settings. */
export type AdministrationRefusal =
  | { readonly code: 'sign-in-refused' }
  | { readonly code: 'sign-in-waits'; readonly seconds: number }
  | { readonly code: 'user-inactive' }
  | { readonly code: 'no-office' }
  | { readonly code: 'office-exists' }
  | { readonly code: 'profile-unknown'; readonly profile: string }
  | {
      readonly code: 'profile-broken'
      readonly file: string
      readonly line: number | null
      readonly field: string
      readonly expected: string
    }
  | { readonly code: 'username-taken'; readonly username: string }
  | { readonly code: 'username-malformed'; readonly typed: string }
  | { readonly code: 'password-too-short'; readonly least: number }
  | { readonly code: 'user-name-needed' }
  | { readonly code: 'role-needed' }
  | { readonly code: 'role-unknown'; readonly role: string }
  | { readonly code: 'user-unknown' }
  | { readonly code: 'own-administrator-kept' }
  | { readonly code: 'administrator-lost' }
  | { readonly code: 'printer-name-needed' }
  | NumberStartRefusal

/** The sentence: what happened and what to do. */
export function sayAdministrationRefusal(refusal: AdministrationRefusal): string {
  switch (refusal.code) {
    case 'sign-in-refused':
      return 'Nama pengguna atau kata sandi tidak cocok. Periksa Caps Lock, lalu ketik lagi.'
    case 'sign-in-waits':
      return `Kata sandi untuk nama ini sudah beberapa kali salah. Tunggu ${waitInWords(refusal.seconds)}, lalu ketik lagi; bila lupa, minta administrator menggantinya.`
    case 'user-inactive':
      return 'Akun ini sedang tidak aktif. Minta administrator mengaktifkannya.'
    case 'no-office':
      return 'Kantor belum dibuat di komputer ini. Muat ulang untuk memulai.'
    case 'office-exists':
      return 'Kantor sudah dibuat. Muat ulang, lalu masuk dengan akun Anda.'
    case 'profile-unknown':
      return `Profil kantor ${quoted(refusal.profile)} tidak ada. Pilih dari daftar.`
    case 'profile-broken':
      return `Berkas ${refusal.file}${refusal.line === null ? '' : ` baris ${refusal.line}`}${refusal.field === '' ? '' : ` bagian ${refusal.field}`}: ${refusal.expected}. Perbaiki berkas itu, lalu coba lagi.`
    case 'username-taken':
      return `Nama pengguna ${quoted(refusal.username)} sudah dipakai. Pilih nama lain, misalnya ${refusal.username}2.`
    case 'username-malformed':
      return `Nama pengguna ${quoted(refusal.typed)} tidak dapat dipakai. Tulis 3 sampai 32 huruf kecil atau angka, misalnya ratih.loket2.`
    case 'password-too-short':
      return `Kata sandi paling sedikit ${refusal.least} tanda. Pakai kalimat pendek yang mudah Anda ingat.`
    case 'user-name-needed':
      return 'Nama petugas belum diisi. Tulis seperti pada tanda pengenal, misalnya Ratih Puspalina.'
    case 'role-needed':
      return 'Pilih paling sedikit satu peran.'
    case 'role-unknown':
      return `Peran ${quoted(refusal.role)} tidak ada di kantor ini. Pilih dari daftar.`
    case 'user-unknown':
      return 'Pengguna ini tidak ada lagi. Muat ulang daftar.'
    case 'own-administrator-kept':
      return 'Anda tidak dapat mencabut peran administrator dari akun sendiri. Minta administrator lain melakukannya.'
    case 'administrator-lost':
      return 'Peran administrator Anda baru saja dicabut oleh administrator lain. Muat ulang, lalu tanyakan kepadanya.'
    case 'printer-name-needed':
      return 'Nama printer belum diisi. Tulis misalnya Termal Loket 2.'
    default:
      return sayNumberStartRefusal(refusal)
  }
}

/** `15 detik`, `2 menit`: never shorter than the wait is. */
const waitInWords = (seconds: number): string =>
  seconds < 60 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`
