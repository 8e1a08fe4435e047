import type { BeginningRefusal } from '../beginning.ts'
import type { CarriedOver } from '../carried-over.ts'
import { longDate } from '../indonesian.ts'
import type { OfficeDate } from '../office-date.ts'
import type { TableRefusal } from '../old-permit-columns.ts'
import type { OldBookRefusal } from '../old-book-form.ts'
import type { OldNumberRefusal } from '../old-number.ts'
import type { OldPermitRefusal } from '../old-permit.ts'
import { officeDateOf, type ZoneName } from '../office-zone.ts'
import { sayRefusal } from './refusals.ts'
import { quoted, type Wording } from './wording.ts'

const dayOf = (instant: string): string => longDate(instant.slice(0, 10) as OfficeDate)

/** The sentence of a refusal about the time of carrying over. */
export function sayBeginningRefusal(refusal: BeginningRefusal): string {
  switch (refusal.code) {
    case 'beginning-closed':
      return `Awal pemakaian sudah ditutup oleh ${refusal.by} pada ${dayOf(refusal.at)}. Minta administrator membukanya kembali di Pengaturan.`
    case 'beginning-open':
      return 'Awal pemakaian masih terbuka. Tidak ada yang perlu dibuka kembali.'
    case 'beginning-reason-needed':
      return 'Alasan membuka kembali belum diisi. Tulis misalnya Ditemukan buku register tahun 2021.'
  }
}

/** The sentence of a table that cannot be read. */
export function sayTableRefusal(refusal: TableRefusal): string {
  switch (refusal.code) {
    case 'table-empty':
      return 'Berkas ini tidak berisi baris apa pun. Pilih berkas lain, atau isi Contoh berkas.'
    case 'table-heads-unknown':
      return 'Judul kolom tidak dikenali. Satu baris harus memuat paling sedikit Nomor izin dan Nama; lihat Contoh berkas.'
    case 'table-too-long':
      return `Berkas ini berisi ${refusal.rows} baris, paling banyak ${refusal.most}. Pecah menjadi beberapa berkas.`
    case 'table-unreadable':
      return `${refusal.fileName} tidak dapat dibaca sebagai tabel. Simpan sebagai XLSX atau CSV, lalu pilih lagi.`
    case 'table-too-large':
      return `Berkas ini lebih besar dari ${Math.floor(refusal.most / 1_048_576)} MB. Pecah menjadi beberapa berkas.`
  }
}

/** Sentences about numbers and days of an old book. */
export const oldBookWording: Wording<OldBookRefusal | OldNumberRefusal> = {
  'old-number-needed': () => 'Nomor lama belum diisi. Tulis seperti di buku register.',
  'old-number-long': ({ most }) =>
    `Nomor ini terlalu panjang, paling banyak ${most} huruf dan angka. Tulis nomornya saja.`,
  'old-number-ahead': ({ number, last }) =>
    `${quoted(number)} dibaca sebagai nomor aplikasi ini yang belum dipakai; nomor terakhir ${last}. Periksa nomornya, atau naikkan nomor terakhir di Pengaturan › Nomor.`,
  'old-number-taken': ({ number, holder, by }) =>
    by === null
      ? `${quoted(number)} sudah terdaftar di sini atas nama ${holder}. Periksa nomornya di buku.`
      : `${quoted(number)} sudah dicatat oleh ${by} atas nama ${holder}. Jangan dicatat dua kali.`,
  'old-stage-needed': () => 'Tahap sekarang belum dipilih. Pilih tahap tempat berkas itu menunggu.',
  'old-day-in-future': ({ day, today }) =>
    `${longDate(day)} belum terjadi. Tulis tanggal sampai hari ini, ${longDate(today)}.`,
  'old-day-before': ({ day, label, than }) =>
    `${longDate(day)} lebih awal dari ${label} ${longDate(than)}. Periksa keduanya di buku.`,
}

function sayOldBookRefusal(refusal: OldBookRefusal | OldNumberRefusal): string {
  const say = oldBookWording[refusal.code] as (facts: typeof refusal) => string
  return say(refusal)
}

/** The sentence of a cell of an old book that cannot be taken over: what is wrong and what to do. */
export function sayOldPermitRefusal(refusal: OldPermitRefusal): string {
  switch (refusal.code) {
    case 'field-empty':
      return `${refusal.label} belum diisi. Contoh: ${refusal.example}.`
    case 'birth-date-differs-from-nik':
      return `Tanggal lahir ${longDate(refusal.typed)} tidak sesuai dengan NIK (${longDate(refusal.fromNik)}). Periksa keduanya di buku.`
    case 'old-number-needed':
    case 'old-number-long':
    case 'old-number-ahead':
    case 'old-number-taken':
      return sayOldBookRefusal(refusal)
    case 'old-number-repeated':
      return `${quoted(refusal.number)} sudah ada di baris ${refusal.line}. Hapus salah satu, atau perbaiki nomornya.`
    case 'old-cell-rounded':
      return `Lembar kerja membulatkan angka ini (${refusal.typed}). Ubah format kolomnya menjadi Teks, lalu ketik ulang semua angkanya.`
    case 'old-type-unknown':
      return `${quoted(refusal.typed)} bukan jenis izin kantor ini. Tulis kodenya, misalnya SIPD.`
    case 'old-day-in-future':
      return sayOldBookRefusal(refusal)
    case 'old-day-before-issue':
      return `${longDate(refusal.day)} lebih awal dari tanggal terbit ${longDate(refusal.issuedOn)}. Periksa keduanya di buku.`
    case 'old-ordinal-unknown':
      return `${quoted(refusal.typed)} bukan urutan tempat praktik. Tulis 1, 2, atau 3.`
    case 'old-identity-needed':
      return 'NIK belum diisi. Untuk warga negara asing isi nomor paspor dan kewarganegaraannya.'
    case 'old-holder-differs':
      return 'Nomor identitas ini terdaftar di sini atas nama orang lain. Periksa nomor dan namanya di buku.'
    case 'old-revocation-incomplete':
      return 'Nomor SK pencabutan diisi tanpa tanggalnya. Isi tanggal dicabut, atau kosongkan keduanya.'
    case 'citizenship-unknown':
      return refusal.typed === ''
        ? 'Kewarganegaraan belum diisi. Tulis kode negara dua huruf, misalnya MY.'
        : `${quoted(refusal.typed)} bukan kode negara asing. Tulis dua huruf, misalnya MY.`
    default:
      return sayRefusal(refusal)
  }
}

/** What stands first in the history of what came from an old book. */
export function carriedText(
  { book, filedAt, importedFrom, product }: CarriedOver,
  registrationNumber: string,
  zone: ZoneName,
): string {
  const from = importedFrom === null ? '' : `, dari tabel ${importedFrom}`
  if (book === 'permit') {
    const issued = product?.issuedOn ? `, terbit ${longDate(product.issuedOn)}` : ''
    return `Dibawa dari buku lama: izin ${product?.number?.text ?? registrationNumber}${issued}${from}`
  }
  return `Dibawa dari buku lama: permohonan ${registrationNumber}, diajukan ${longDate(officeDateOf(filedAt, zone))}${from}`
}
